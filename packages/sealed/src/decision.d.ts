import { type NeedId, type Result } from "@shn/domain";
import type { MemberKeys } from "./staff-keys.ts";
/** What the router was told and what it answered, as the server sealed it: the server's word, not the reporter's. */
export type DecisionRecord = {
    readonly needId: NeedId;
    readonly input: unknown;
    readonly decision: unknown;
};
/**
 * Step 10: opens a coordinator's copy of a router decision.
 * @param sealed base64url of the copy @param inputHash base64url of the hash that the server kept
 * @returns "not-for-me" when it was sealed to another key or for another need; "damaged" when it is not the record
 * whose hash was kept
 */
export declare function openDecision(input: {
    readonly needId: NeedId;
    readonly sealed: string;
    readonly inputHash: string;
    readonly keys: MemberKeys;
}): Promise<Result<DecisionRecord, "not-for-me" | "damaged">>;
