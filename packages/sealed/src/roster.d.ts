import type { Day, Discipline, KeyId, NeedId, RosterPolicy } from "@shn/domain";
import type { SignKeyPair } from "@shn/primitives/sign";
import { type Dsse, type RosterEntry, type RosterRole } from "@shn/wire";
/** How somebody stands on a roster. A "proposed" expert is a member once their signed acceptance is there. */
export type ReaderState = "member" | "proposed" | "declined";
/** One person who can read a case, or may soon. */
export type RosterReader = {
    readonly keyId: KeyId;
    readonly role: RosterRole;
    readonly discipline: Discipline | "";
    readonly need: NeedId | "";
    readonly state: ReaderState;
    /** Day of the entry that named this key first without a break. */
    readonly since: Day;
    /** False when the directory does not know the key or not in this role: a warning goes with it, and nothing they write is shown. */
    readonly isCertified: boolean;
};
/** A roster entry that was checked, with what follows from it. */
export type AcceptedEntry = {
    readonly entry: RosterEntry;
    /** base64url SHA-256 of the signed payload: names the entry in the next one, in messages and in answers. */
    readonly hash: string;
    /** 32 bytes; what key wraps are bound to. @see rosterContextHash */
    readonly contextHash: Uint8Array;
    readonly signedBy: KeyId;
    readonly readers: readonly RosterReader[];
};
/** The checked history of who can read a case. */
export type Roster = {
    readonly entries: readonly AcceptedEntry[];
    readonly head: AcceptedEntry;
    readonly epoch: number;
    readonly policy: RosterPolicy;
    readonly needs: readonly {
        readonly need: NeedId;
        readonly discipline: Discipline;
    }[];
    /** Who can read now, or may once they accept. */
    readonly readers: readonly RosterReader[];
};
/** Signs an entry with the reporter's or a coordinator's key. */
export declare function signEntry(entry: RosterEntry, keys: SignKeyPair): Dsse;
/** Reads an entry without checking its signature. @returns null when it is not in the form of an entry */
export declare function readEntry(envelope: Dsse): {
    readonly entry: RosterEntry;
    readonly hash: string;
} | null;
/** Whether the entry was signed with this key. @param signPk 32 bytes */
export declare function isSignedBy(envelope: Dsse, signPk: Uint8Array): boolean;
/** Hash by which other statements name an entry; base64url of 32 bytes. */
export declare function entryHash(entry: RosterEntry): string;
/**
 * What key wraps are bound to: SHA-256 of the entry without the hashes of those wraps, which could not be known
 * before (docs/adr/0010). Everything else in the entry is covered, so a wrap cannot move to another list of readers.
 */
export declare function rosterContextHash(entry: RosterEntry): Uint8Array;
/** The reader of a key at an entry, if it names one. */
export declare function readerAt(entry: AcceptedEntry, keyId: KeyId): RosterReader | undefined;
/** Whether the key belongs to somebody who can read and write at this entry. */
export declare function isMemberAt(entry: AcceptedEntry, keyId: KeyId): boolean;
