import { type Result } from "@shn/domain";
import type { Random } from "@shn/primitives/random";
import type { CaseView, Envelope } from "@shn/wire";
import { type CaseKey } from "./case-key.ts";
import { type Conversation } from "./conversation.ts";
import type { VerifiedDirectory } from "./directory.ts";
import type { Finding } from "./findings.ts";
import type { MessageContent } from "./message-content.ts";
import type { ReporterKeys } from "./reporter-keys.ts";
import { type Roster } from "./roster.ts";
import { type CaseKeys } from "./roster-fold.ts";
import type { MemberKeys } from "./staff-keys.ts";
/** Whoever opens a case: the reporter or a member of staff. */
export type CaseReader = ReporterKeys | MemberKeys;
/** What a device remembers of its last visit, so that it notices when an older state is served again. */
export type Remembered = {
    readonly entryHash: string;
    readonly heads: readonly string[];
};
/** A case, open on this device. */
export type OpenedCase = {
    readonly caseKeys: CaseKeys;
    readonly roster: Roster;
    /** The newest key; new messages and wraps are made with it. */
    readonly caseKey: CaseKey;
    readonly conversation: Conversation;
    /** Everything that was not as it should be, on roster and messages. Show it. */
    readonly findings: readonly Finding[];
};
/** "nothing-yet": opened but never submitted. "not-for-me": no signed wrap for my key, or I have not accepted. "damaged": no roster begins it. */
export type OpenCaseProblem = "nothing-yet" | "not-for-me" | "damaged";
/** Steps 4b and 5: everything the server holds about a case, checked and opened. For reporter and staff alike. */
export declare function openCase(input: {
    readonly view: Pick<CaseView, "caseId" | "signPk" | "kemPk" | "roster" | "answers" | "wraps" | "links" | "envelopes">;
    readonly me: CaseReader;
    readonly directory: VerifiedDirectory;
    readonly remembered?: Remembered;
}): Promise<Result<OpenedCase, OpenCaseProblem>>;
/**
 * Step 5: seals one message under the newest key, after everything this device has seen.
 * @param nowMs this device's clock
 * @returns "not-a-member" when I am not (or no longer) on the roster; "too-long" over the limit
 */
export declare function sealMessage(input: {
    readonly opened: OpenedCase;
    readonly me: CaseReader;
    readonly content: MessageContent;
    readonly nowMs: number;
    readonly random: Random;
}): Promise<Result<Envelope, "not-a-member" | "too-long">>;
/** What to remember until the next visit (desk only; a reporter's device keeps nothing). */
export declare function toRemember(opened: OpenedCase): Remembered;
