import { type CaseId, type NeedId, type Result } from "@shn/domain";
import type { Random } from "@shn/primitives/random";
import { type OfferView, type PreviewWrap } from "@shn/wire";
import type { CertifiedMember, VerifiedDirectory } from "./directory.ts";
import type { ReporterKeys } from "./reporter-keys.ts";
import type { Roster } from "./roster.ts";
import type { MemberKeys } from "./staff-keys.ts";
/** Longest preview, in UTF-16 code units: names and places for the conflict check, not the story. */
export declare const MAX_PREVIEW_LENGTH = 4000;
/** A preview key: one per case and need, 32 bytes, unrelated to the case key. */
export type PreviewKey = {
    readonly caseId: CaseId;
    readonly need: NeedId;
    readonly key: Uint8Array;
};
/** Step 4a: seals what a conflict check needs, signed by the reporter. @returns base64url */
export declare function sealPreview(previewKey: PreviewKey, text: string, keys: ReporterKeys, random: Random): Promise<string>;
/** Seals a preview key to one proposed expert, bound to case, need, roster entry and key. */
export declare function wrapPreviewKey(previewKey: PreviewKey, contextHash: Uint8Array, expert: CertifiedMember, random: Random): Promise<PreviewWrap>;
/**
 * Step 4a: what an expert sees before saying yes or no. The story is not in it.
 * @returns "not-for-me" when no accepted roster entry signs this wrap for my key, or it does not open; "damaged" when
 * the preview does not open or was not signed by the reporter
 */
export declare function openPreview(input: {
    readonly offer: OfferView;
    readonly keys: MemberKeys;
    readonly directory: VerifiedDirectory;
}): Promise<Result<{
    readonly text: string;
    readonly roster: Roster;
}, "not-for-me" | "damaged">>;
