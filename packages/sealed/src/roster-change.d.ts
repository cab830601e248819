import { type Day, type Discipline, type KeyId, type NeedId, type Result, type RosterPolicy } from "@shn/domain";
import type { Random } from "@shn/primitives/random";
import type { PreviewWrap, RosterChange } from "@shn/wire";
import { type CertifiedMember, type VerifiedDirectory } from "./directory.ts";
import type { RosterRefusal } from "./findings.ts";
import type { CaseReader, OpenedCase } from "./opened-case.ts";
import { type PreviewKey } from "./preview.ts";
/** A change that is ready to send. `previewWrap` is there when an expert was proposed with a preview. */
export type SealedChange = {
    readonly change: RosterChange;
    readonly previewWrap: PreviewWrap | null;
};
/** "not-a-member": I am not on the roster. "revoked-reader": remove them first. Else the rule the change would break. */
export type ChangeProblem = RosterRefusal | "not-a-member" | "revoked-reader" | "not-listed" | "reporter-stays";
/** What every change needs. `today` is this device's day. */
export type ChangeInput = {
    readonly opened: OpenedCase;
    readonly me: CaseReader;
    readonly directory: VerifiedDirectory;
    readonly today: Day;
    readonly random: Random;
};
/**
 * Step 4b: lets one more person read. Coordinators may only propose experts, within the person's policy.
 * @param member minted by `certifiedMember`: nobody else can be added
 * @param line role, and for an expert the discipline, the need and whether they are asked first ("proposed")
 * @param preview key of that need's preview, for a proposed expert
 */
export declare function addMember(input: ChangeInput & {
    readonly member: CertifiedMember;
    readonly line: {
        readonly role: "coordinator" | "trustee";
    } | {
        readonly role: "expert";
        readonly discipline: Discipline;
        readonly need: NeedId;
        readonly state: "proposed" | "member";
    };
    readonly preview?: PreviewKey;
}): Promise<Result<SealedChange, ChangeProblem>>;
/** Steps 4b and 5: takes people off. Begins a new epoch, so that they cannot open anything written from now on. */
export declare function removeMembers(input: ChangeInput & {
    readonly keyIds: readonly KeyId[];
}): Promise<Result<SealedChange, ChangeProblem>>;
/** Changes who may be added without asking. Only the reporter's entry is accepted by others. */
export declare function changePolicy(input: ChangeInput & {
    readonly policy: RosterPolicy;
}): Promise<Result<SealedChange, ChangeProblem>>;
/**
 * Tidies up after answers: accepted experts are written down as members, declined and withdrawn ones are dropped.
 * @param withdrawn keys of proposals that ended without an answer
 */
export declare function settleOffers(input: ChangeInput & {
    readonly withdrawn: readonly KeyId[];
}): Promise<Result<SealedChange, ChangeProblem>>;
/** Keys that must go with the next removal because their owners left: certified no longer. */
export declare function revokedReaders(opened: OpenedCase, directory: VerifiedDirectory): readonly KeyId[];
