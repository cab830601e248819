import { err, type NeedId, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { HandOfferBody } from "./bodies.ts"
import { type Conversation, intakeOf } from "./conversation.ts"
import type { CertifiedMember } from "./directory.ts"
import { type OpenedCase, sealMessage } from "./opened-case.ts"
import type { PreviewKey } from "./preview.ts"
import { addMember, type ChangeInput, type ChangeProblem } from "./roster-change.ts"

/** "no-such-need": the person did not ask for it. "no-preview": its key is not in the intake. */
export type HandOfferProblem = ChangeProblem | "no-such-need" | "no-preview" | "too-long"

/**
 * Step 4a: a coordinator offers a need by hand to one expert: roster entry, key wraps, and the reason in a sealed
 * message that the person can read.
 * @param reasons codes that the screens put into words
 * @param note the coordinator's own words, "" for none
 */
export async function handOffer(
  input: ChangeInput & {
    readonly need: NeedId
    readonly expert: CertifiedMember
    readonly reasons: readonly string[]
    readonly note: string
    readonly nowMs: number
  },
): Promise<Result<HandOfferBody, HandOfferProblem>> {
  const { opened, need, expert } = input
  const asked = opened.roster.needs.find((one) => one.need === need)
  if (asked === undefined) return err("no-such-need")
  const preview = previewKeyOf(opened, need)
  if (preview === null) return err("no-preview")
  const { discipline } = asked
  const line = { role: "expert", discipline, need, state: "proposed" } as const
  const changed = await addMember({ ...input, member: expert, line, preview })
  if (!changed.ok) return changed
  const { change, previewWrap } = changed.value
  if (previewWrap === null) return err("no-preview")
  const picks = [{ keyId: expert.keyId, reasons: [...input.reasons] }]
  const content = { kind: "assignment", body: { need, by: "coordinator", picks, note: input.note } } as const
  const envelope = await sealMessage({ ...input, content })
  if (!envelope.ok) return envelope
  return ok({ needId: need, keyId: expert.keyId, change, previewWrap, envelope: envelope.value })
}

function previewKeyOf(opened: OpenedCase, need: NeedId): PreviewKey | null {
  const key = fromBase64url(keysOf(opened.conversation)[need] ?? "")
  return key?.length === 32 ? { caseId: opened.caseKeys.caseId, need, key } : null
}

function keysOf(conversation: Conversation): Readonly<Record<string, string>> {
  return intakeOf(conversation)?.previewKeys ?? {}
}
