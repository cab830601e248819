import { type Day, type DeclineReason, type OfferId, type Result } from "@shn/domain";
import type { Dsse, OfferView } from "@shn/wire";
import type { VerifiedDirectory } from "./directory.ts";
import type { Roster } from "./roster.ts";
import type { MemberKeys } from "./staff-keys.ts";
/**
 * Step 4a: an expert's signed yes or no to an offer. It names the newest roster entry that proposes the expert, so
 * that it cannot be used for another list of readers.
 * @param reason "" when accepting
 * @returns "not-proposed" when the checked roster does not propose this key for this need
 */
export declare function answerOffer(input: {
    readonly offer: OfferView;
    readonly keys: MemberKeys;
    readonly directory: VerifiedDirectory;
    readonly answer: "accept" | "decline";
    readonly reason: DeclineReason | "";
    readonly today: Day;
}): Result<{
    readonly offerId: OfferId;
    readonly answer: Dsse;
}, "not-proposed">;
/** The roster an offer came with; null when it does not fold. */
export declare function foldOfferRoster(offer: OfferView, directory: VerifiedDirectory): Roster | null;
