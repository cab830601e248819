import {
  ACT_FAMILIES,
  AGE_BANDS,
  BOUNDARIES,
  CHANNELS,
  DISCIPLINES,
  PROVINCES,
  ROSTER_POLICIES,
  SPOKEN_LANGUAGES,
  STAFF_ROLES,
} from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { exactBytesField, GenderWishField, KeyIdField, v } from "@shn/wire"
import { restoredFiles, SavedFileField, savedFiles } from "../files/saved-file.ts"
import type { FileItem } from "../files/tray.ts"
import { type HelpAnswers, NOW_ITEMS } from "../get-help/answers.ts"
import { STEPS, type Step } from "../get-help/machine.ts"

/** A started report: where the person was, what they said, and the receipt that goes with it. */
export type HelpDraft = {
  readonly step: Step
  readonly answers: HelpAnswers
  /** 11 bytes: the same receipt after a reload, so that a code already written down stays right. */
  readonly secret: Uint8Array
  /** The chosen files as a new page finds them: what is not with us yet must be picked again. */
  readonly files: readonly FileItem[]
}

const DRAFT = v.strictObject({
  v: v.literal(2),
  step: v.picklist(STEPS),
  secret: exactBytesField(11),
  answers: v.strictObject({
    isSafeToTalk: v.nullable(v.boolean()),
    now: v.variant("said", [
      v.strictObject({ said: v.picklist(["nothing_yet", "none", "unsaid"]) }),
      v.strictObject({ said: v.literal("some"), items: v.array(v.picklist(NOW_ITEMS)) }),
    ]),
    age: v.nullable(v.picklist(AGE_BANDS)),
    what: v.nullable(v.picklist(ACT_FAMILIES)),
    where: v.nullable(v.picklist([...PROVINCES, "any"])),
    boundaries: v.array(v.picklist(BOUNDARIES)),
    policy: v.picklist(ROSTER_POLICIES),
    needs: v.array(v.picklist(DISCIPLINES)),
    languages: v.array(v.picklist(SPOKEN_LANGUAGES)),
    genderWish: GenderWishField,
    channel: v.picklist(CHANNELS),
    concernsStaff: v.boolean(),
    leftOut: v.strictObject({ keyIds: v.array(KeyIdField), roles: v.array(v.picklist(STAFF_ROLES)) }),
    story: v.string(),
    contact: v.strictObject({
      number: v.string(),
      hours: v.string(),
      whoMayAnswer: v.string(),
      openingWords: v.string(),
    }),
    about: v.string(),
  }),
  files: v.array(SavedFileField),
})

export function draftText(draft: HelpDraft): string {
  return JSON.stringify({
    v: 2,
    ...draft,
    secret: base64url(draft.secret),
    files: savedFiles(draft.files),
  })
}

/** @returns null when the text is not a draft of this version */
export function parseDraft(text: string): HelpDraft | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = v.safeParse(DRAFT, json)
  const secret = parsed.success ? fromBase64url(parsed.output.secret) : null
  return parsed.success && secret !== null
    ? {
        step: resumeAt(parsed.output.step),
        answers: parsed.output.answers,
        secret,
        files: restoredFiles(parsed.output.files),
      }
    : null
}

// The review and what follows it stand on an answer of the server that a reload has lost.
function resumeAt(step: Step): Step {
  return STEPS.indexOf(step) > STEPS.indexOf("review") ? "review" : step
}
