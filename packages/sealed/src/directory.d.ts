import { type Day, type KeyId, type Result } from "@shn/domain";
import { type Deployment, type DirectoryMember, type Dsse } from "@shn/wire";
declare const verified: unique symbol;
declare const certified: unique symbol;
/** Longest life of a directory: a stolen old list is worth at most this much time. */
export declare const DIRECTORY_MAX_DAYS = 30;
/** A member as the verified directory lists them, revoked or not. Enough to check a signature, not to seal to. */
export type ListedMember = Readonly<Omit<DirectoryMember, "signPk" | "kemPk">> & {
    /** 32 bytes. */
    readonly signPk: Uint8Array;
    /** 1216 bytes. */
    readonly kemPk: Uint8Array;
};
/** A member to whom keys may be sealed: listed, not revoked, in a list that has not expired. Minted only in this file. */
export type CertifiedMember = ListedMember & {
    readonly [certified]: true;
};
/** A directory whose chain was checked up to the root in the build. Minted only by `verifyDirectory`. */
export type VerifiedDirectory = {
    readonly [verified]: true;
    readonly version: number;
    readonly issued: Day;
    readonly expires: Day;
    /** "expired": existing rosters go on, nobody new may be added. */
    readonly freshness: "current" | "expired";
    readonly members: readonly ListedMember[];
    /** How many registrars must agree, out of how many: shown to the reporter. */
    readonly threshold: number;
    readonly registrars: number;
};
/** Why a directory is refused. "bad-chain" covers every signature that is missing, wrong or of another helpline. */
export type DirectoryProblem = "damaged" | "bad-chain" | "older-version" | "lives-too-long" | "unknown-role" | "uncertified-key";
/**
 * Step 3: root in the build -> registrars -> directory -> every member's key.
 * @param today of this device; with a wrong clock the list may look expired, which blocks additions and nothing else
 * @param atLeastVersion the newest version this device has seen, 0 for none
 */
export declare function verifyDirectory(input: {
    readonly org: Deployment;
    readonly registrars: Dsse;
    readonly directory: readonly Dsse[];
    readonly today: Day;
    readonly atLeastVersion: number;
}): Result<VerifiedDirectory, DirectoryProblem>;
/** The listed member of a key, revoked or not; undefined when the directory does not name it. */
export declare function listedMember(directory: VerifiedDirectory, keyId: KeyId): ListedMember | undefined;
/** Step 4: the only way to a member that keys may be sealed to. */
export declare function certifiedMember(directory: VerifiedDirectory, keyId: KeyId): Result<CertifiedMember, "uncertified-key" | "revoked" | "directory-expired">;
/** For a member who is on the roster already: an expired list does not stop a new epoch from reaching them. */
export declare function continuingMember(directory: VerifiedDirectory, keyId: KeyId): Result<CertifiedMember, "uncertified-key" | "revoked">;
export {};
