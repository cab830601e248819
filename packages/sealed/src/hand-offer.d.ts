import { type NeedId, type Result } from "@shn/domain";
import type { HandOfferBody } from "./bodies.ts";
import type { CertifiedMember } from "./directory.ts";
import { type ChangeInput, type ChangeProblem } from "./roster-change.ts";
/** "no-such-need": the person did not ask for it. "no-preview": its key is not in the intake. */
export type HandOfferProblem = ChangeProblem | "no-such-need" | "no-preview" | "too-long";
/**
 * Step 4a: a coordinator offers a need by hand to one expert: roster entry, key wraps, and the reason in a sealed
 * message that the person can read.
 * @param reasons codes that the screens put into words
 * @param note the coordinator's own words, "" for none
 */
export declare function handOffer(input: ChangeInput & {
    readonly need: NeedId;
    readonly expert: CertifiedMember;
    readonly reasons: readonly string[];
    readonly note: string;
    readonly nowMs: number;
}): Promise<Result<HandOfferBody, HandOfferProblem>>;
