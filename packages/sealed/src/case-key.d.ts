import type { CaseId, KeyId } from "@shn/domain";
import { type KemKeyPair } from "@shn/primitives/hpke-open";
import type { Random } from "@shn/primitives/random";
import type { CaseWrap, EpochLink } from "@shn/wire";
import type { CertifiedMember } from "./directory.ts";
import type { ReporterKeys } from "./reporter-keys.ts";
import type { Roster } from "./roster.ts";
/** Somebody keys may be sealed to: certified by the verified directory, or the reporter themself. */
export type WrapTarget = CertifiedMember | ReporterKeys | ReporterTarget;
/** The reporter as seen by a coordinator: public keys that were checked against the caseId. */
export type ReporterTarget = {
    readonly kind: "reporter-target";
    readonly keyId: KeyId;
    readonly kemPk: Uint8Array;
};
/** One epoch's case key and where it belongs. `key` is 32 bytes. */
export type CaseKey = {
    readonly caseId: CaseId;
    readonly epoch: number;
    readonly key: Uint8Array;
};
/** 32 fresh bytes. */
export declare function newCaseKey(caseId: CaseId, epoch: number, random: Random): CaseKey;
/** Step 4b: seals a case key to one reader, bound to case, epoch, the entry that names them, and their key. */
export declare function wrapCaseKey(caseKey: CaseKey, contextHash: Uint8Array, target: WrapTarget, random: Random): Promise<CaseWrap>;
/** base64url SHA-256 of a wrap, a preview wrap or a link: what a roster entry signs. */
export declare function sealedHash(sealed: {
    readonly bytes: string;
}): string;
/** keyId -> hash of what was sealed to it. */
export declare function sealedHashes(sealed: readonly {
    readonly keyId: KeyId;
    readonly bytes: string;
}[]): Record<KeyId, string>;
/**
 * Opens my wrap of an epoch. A wrap whose hash no accepted entry of that epoch signs is never opened.
 * @returns null when there is none for me, or it does not open
 */
export declare function openCaseKey(caseId: CaseId, roster: Roster, wrap: CaseWrap, me: {
    readonly keyId: KeyId;
    readonly kem: KemKeyPair;
}): Promise<CaseKey | null>;
/** Seals the key of the epoch before under a newer one, so that a new member can read back and nobody can read forward. */
export declare function sealLink(newer: CaseKey, older: CaseKey, random: Random): Promise<EpochLink>;
/**
 * All case keys that follow from mine by walking the links back. A link that no entry signs is not opened; the walk
 * ends there, and messages of older epochs then have no key.
 */
export declare function keysBackFrom(newest: CaseKey, roster: Roster, links: readonly EpochLink[]): Promise<ReadonlyMap<number, Uint8Array>>;
