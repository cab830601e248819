import type { Day, KeyId, MessageId } from "@shn/domain";
import type { Envelope } from "@shn/wire";
import { type VerifiedDirectory } from "./directory.ts";
import type { Finding } from "./findings.ts";
import { type Intake, type MessageContent } from "./message-content.ts";
import { type Roster, type RosterReader } from "./roster.ts";
import { type CaseKeys } from "./roster-fold.ts";
/** A message that was opened, and whose author, place and right to write were checked. */
export type ReadMessage = {
    readonly msgId: MessageId;
    readonly hash: string;
    readonly epoch: number;
    readonly author: KeyId;
    readonly role: RosterReader["role"];
    /** Exact time by the author's clock: a claim. */
    readonly at: string;
    /** Day the server received it: the server's claim. */
    readonly receivedDay: Day | null;
    readonly content: MessageContent;
    readonly parents: readonly string[];
    /** Written under an older list of readers, and not known to have been seen by whoever changed it: shown, and marked. */
    readonly isLate: boolean;
};
export type Conversation = {
    /** Every message after those it answers; among equals by time, then hash. */
    readonly messages: readonly ReadMessage[];
    /** Hashes of the newest messages: the parents of the next one. */
    readonly heads: readonly string[];
    readonly findings: readonly Finding[];
};
export type ConversationInput = {
    readonly caseKeys: CaseKeys;
    readonly envelopes: readonly (Envelope & {
        readonly receivedDay?: Day;
    })[];
    readonly roster: Roster;
    readonly directory: VerifiedDirectory;
    readonly keysByEpoch: ReadonlyMap<number, Uint8Array>;
};
/**
 * Step 5: envelopes to a conversation. Never throws on hostile input, and a bad envelope never hides a good one:
 * it becomes a finding.
 */
export declare function foldConversation(input: ConversationInput): Promise<Conversation>;
/** The reporter's own words on the first day; undefined while they have not arrived. */
export declare function intakeOf(conversation: Conversation): Intake | undefined;
