import { type KeyId, type MemberId, type Result } from "@shn/domain";
import { type Argon2Path, type Argon2Progress } from "@shn/primitives/argon2";
import { type KemKeyPair } from "@shn/primitives/hpke-open";
import { type Random } from "@shn/primitives/random";
import { type SignKeyPair } from "@shn/primitives/sign";
import type { Kdf } from "@shn/wire";
/** Step 2. What new members get, and the least that a device accepts from a server. */
export declare const STAFF_KDF: Kdf;
/** A member's keys, open. Live in memory only. */
export type MemberKeys = {
    readonly kind: "member";
    readonly memberId: MemberId;
    readonly keyId: KeyId;
    readonly sign: SignKeyPair;
    readonly kem: KemKeyPair;
    /** 32 bytes; also seals what is for this member alone. */
    readonly smk: Uint8Array;
};
/** What a server keeps for a member; none of it opens anything without the passphrase. Byte fields are base64url. */
export type MemberRecord = {
    readonly memberId: MemberId;
    readonly keyId: KeyId;
    readonly signPk: string;
    readonly kemPk: string;
    readonly salt: string;
    readonly kdf: Kdf;
    /** SHA-256 of the login key. */
    readonly loginKeyHash: string;
    /** 60 bytes: nonce ‖ sealed SMK ‖ tag. */
    readonly sealedSmk: string;
    /** 92 bytes: nonce ‖ sealed sign and kem seeds ‖ tag. */
    readonly sealedSeeds: string;
};
/** What a passphrase gives: one key to show the server, one that never leaves the device. */
export type StaffSecret = {
    /** base64url of 32 bytes. */
    readonly loginKey: string;
    readonly wrapKey: Uint8Array;
    readonly argon2: Argon2Path;
};
/** Seven words, 77 bits: generated, because chosen ones are guessed. */
export declare function generatePassphrase(random: Random): string;
/** Step 2: makes a new member's keys and the record for the server. */
export declare function createMember(random: Random, input: {
    readonly memberId: MemberId;
    readonly passphrase: string;
    readonly onProgress?: Argon2Progress;
}): Promise<{
    readonly record: MemberRecord;
    readonly keys: MemberKeys;
}>;
/**
 * Step 2: stretches a passphrase as the server says, within our own limits.
 * @returns "kdf-below-floor" when the server asks for less than STAFF_KDF, "kdf-not-allowed" for a nonsensical or
 * frozen-device amount or a salt that is not 16 bytes
 */
export declare function deriveStaffSecret(input: {
    readonly passphrase: string;
    readonly salt: string;
    readonly kdf: Kdf;
    readonly onProgress?: Argon2Progress;
}): Promise<Result<StaffSecret, "kdf-below-floor" | "kdf-not-allowed">>;
/**
 * Step 2: opens what the server released after both factors.
 * @returns "wrong-passphrase" when the outer seal does not open (also for another member's seal), "damaged" when the
 * inner one does not, or the keys are not those the record is named after
 */
export declare function unlockMember(released: {
    readonly memberId: MemberId;
    readonly keyId: KeyId;
    readonly sealedSmk: string;
    readonly sealedSeeds: string;
}, wrapKey: Uint8Array): Promise<Result<MemberKeys, "wrong-passphrase" | "damaged">>;
