import { type CaseId, type KeyId, type Result } from "@shn/domain";
import type { Dsse } from "@shn/wire";
import { type VerifiedDirectory } from "./directory.ts";
import type { Finding } from "./findings.ts";
import { type Roster } from "./roster.ts";
/** The public half of a case, as the server hands it out; `caseId` proves that it is the right one. */
export type CaseKeys = {
    readonly caseId: CaseId;
    /** 32 bytes. */
    readonly signPk: Uint8Array;
    /** 1216 bytes. */
    readonly kemPk: Uint8Array;
};
/** A roster and everything about it that was not as it should be. */
export type FoldedRoster = {
    readonly roster: Roster;
    readonly findings: readonly Finding[];
};
/**
 * Step 4b: reads the list of entries into who can read, when. A bad entry is skipped with a finding and changes
 * nothing; entries that build on it are then out of line themselves. Never throws on hostile input.
 * @param entries in the server's order
 * @param answers of experts, in any order
 * @returns "not-this-case" when the keys do not make the caseId, "no-first-entry" when nothing signed by them begins it
 */
export declare function foldRoster(input: {
    readonly caseKeys: CaseKeys;
    readonly entries: readonly Dsse[];
    readonly answers: readonly Dsse[];
    readonly directory: VerifiedDirectory;
}): Result<FoldedRoster, "not-this-case" | "no-first-entry">;
/** The reporter's name as a reader. */
export declare function reporterKeyId(caseKeys: CaseKeys): KeyId;
/** Whether this key may read and write now. */
export declare function isMemberNow(roster: Roster, keyId: KeyId): boolean;
