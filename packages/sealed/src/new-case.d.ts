import { type Day, type NeedId, type ProposalId, type Result, type RosterPolicy, type RoutingFacets } from "@shn/domain";
import type { Random } from "@shn/primitives/random";
import type { SubmitBody } from "./bodies.ts";
import type { CertifiedMember } from "./directory.ts";
import type { Intake } from "./message-content.ts";
import type { ReporterKeys } from "./reporter-keys.ts";
/** One kind of help asked for, with the experts the router proposed and this device has verified. */
export type NewNeed = {
    readonly needId: NeedId;
    readonly facets: RoutingFacets;
    /** At most two, best first; none when nobody fits or the person chose coordinators only. */
    readonly picks: readonly {
        readonly member: CertifiedMember;
        readonly reasons: readonly string[];
    }[];
    /** What the conflict check needs: names and places, not the story. At most 4,000 characters. */
    readonly preview: string;
};
/** "too-long": story or preview over its limit. "too-many-readers": over 32. */
export type NewCaseProblem = "too-long" | "too-many-readers";
/**
 * Steps 4 and 5: a whole new case in one body: first roster entry, key wraps, previews, the story, and why each expert
 * was chosen. Readers are exactly those handed in; without any of them it is a private record.
 * An expert proposed for two needs is asked for the first one only: a roster names a key once.
 * @param policy who may be added later without asking
 * @param proposalId of the router's answer, null when it was not asked
 * @param today, nowMs this device's day and clock
 */
export declare function sealNewCase(input: {
    readonly keys: ReporterKeys;
    readonly directoryVersion: number;
    readonly policy: RosterPolicy;
    readonly coordinators: readonly CertifiedMember[];
    readonly trustees: readonly CertifiedMember[];
    readonly needs: readonly NewNeed[];
    readonly intake: Omit<Intake, "previewKeys">;
    readonly proposalId: ProposalId | null;
    readonly today: Day;
    readonly nowMs: number;
    readonly random: Random;
}): Promise<Result<SubmitBody, NewCaseProblem>>;
