import type { IdentityPart } from "@shn/domain"
import {
  draftsToFile,
  type HandOff,
  type HandOffs,
  type IdentityAskBody,
  openIdentity,
  type Said,
  type SignedConsent,
} from "@shn/sealed"
import type { CaseHold } from "../come-back/case-desk.ts"
import { type Offer, readOffer } from "./offer.ts"

/**
 * Where something stands that the person has not signed. "asked": who are you? "kept-back": they would rather not say. "told":
 * they have said. "checking": a second member reads it. "yours": may it go?
 */
export type Stand =
  | "drafting"
  | "asked"
  | "kept-back"
  | "told"
  | "checking"
  | "sent-back"
  | "yours"
  | "refused"

/** One hand-off that is being prepared, as it concerns the person. */
export type Matter = {
  readonly draftId: string
  readonly agencyId: string
  readonly stand: Stand
  readonly ask: Said<IdentityAskBody> | null
  readonly offer: Offer | null
}

/** Everything in preparation; what is signed in its present form stands among the signed. */
export async function mattersOf(
  { handOffs }: HandOffs,
  consents: readonly SignedConsent[],
  hold: Pick<CaseHold, "keys" | "state">,
): Promise<readonly Matter[]> {
  // What the person files themselves has a place of its own: nobody asks them about it.
  const byHand = draftsToFile({ handOffs }, hold.state.directory).map(({ body }) => body.draftId)
  const all = await Promise.all(
    handOffs.map(async (handOff): Promise<readonly Matter[]> => {
      const isSigned = consents.some(({ said }) => said.msgId === handOff.signed?.msgId)
      const isAsked = isAskOpen(handOff, hold)
      if (isSigned && !isAsked) return []
      const offer = await readOffer(handOff, hold)
      const agencyId = (isAsked ? handOff.ask?.body.to.id : undefined) ?? agencyOf(handOff)
      if (agencyId === undefined) return []
      const stand = isAsked ? "asked" : await standOf(handOff, offer, hold)
      if (stand === "drafting" && byHand.includes(handOff.draftId)) return []
      return [{ draftId: handOff.draftId, agencyId, stand, ask: handOff.ask, offer }]
    }),
  )
  return all.flat()
}

function agencyOf({ offered, ask, drafts }: HandOff): string | undefined {
  return offered?.body.to.id ?? ask?.body.to.id ?? drafts.at(-1)?.body.agencyId
}

// A question that was asked before the complaint was put forward has been overtaken by it.
function isAskOpen({ ask, part, offered }: HandOff, { state }: Pick<CaseHold, "state">): boolean {
  if (ask === null || part !== null) return false
  if (offered === null) return true
  const order = state.opened.conversation.messages.map(({ msgId }) => msgId)
  return order.indexOf(ask.msgId) > order.indexOf(offered.msgId)
}

async function standOf(
  handOff: HandOff,
  offer: Offer | null,
  { keys }: Pick<CaseHold, "keys">,
): Promise<Exclude<Stand, "asked">> {
  if (offer === null) {
    if (handOff.part === null) return "drafting"
    const given = await openIdentity(keys.caseId, handOff.part.body, keys)
    return given.ok && isNothing(given.value) ? "kept-back" : "told"
  }
  if (handOff.notSigned !== null) return "refused"
  if (handOff.sentBack !== null) return "sent-back"
  return offer.approval === "approved" || offer.approval === "other-text" ? "yours" : "checking"
}

/** An answer that gives nothing: "I would rather not". */
export function isNothing(identity: IdentityPart): boolean {
  return Object.values(identity).every((value) => value === "")
}
