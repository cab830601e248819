import { dayOf, type NeedId, type RoutingFacets } from "@shn/domain"
import { wellFormed } from "@shn/primitives/encode"
import { certifiedMember, type HandOfferProblem, handOffer, type OpenedCase } from "@shn/sealed"
import { DESK_ROUTES } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import { changeSentence } from "../cases/remove-reader.ts"
import type { DeskText } from "../text/all.ts"
import type { CandidateLine } from "./candidates.ts"

/**
 * PROTOCOL step 4a: offers a need by hand. Roster entry, key wraps and the coordinator's reason, all sealed here.
 * @param note the coordinator's own words; the person and the readers of the case can read them
 * @returns a sentence when it did not work, null when the expert has the offer
 */
export async function makeOffer(
  desk: Desk,
  what: {
    readonly opened: OpenedCase
    readonly needId: NeedId
    readonly line: CandidateLine
    readonly note: string
    readonly facets: RoutingFacets | undefined
  },
): Promise<string | null> {
  const { session, services, text, call } = desk
  const { opened, needId, line, note, facets } = what
  if (session.trust.kind !== "trusted") return text.coordination.cannotOffer.directory
  const { directory } = session.trust
  const expert = certifiedMember(directory, line.keyId)
  if (!expert.ok) {
    const block = expert.error === "directory-expired" ? "directory" : "uncertified"
    return text.coordination.cannotOffer[block]
  }
  const sealed = await handOffer({
    opened,
    me: session.keys,
    directory,
    need: needId,
    expert: expert.value,
    reasons: [...line.reasons],
    note: wellFormed(note),
    nowMs: services.clock(),
    today: dayOf(services.clock()),
    random: services.random,
  })
  if (!sealed.ok) return problemSentence(text, sealed.error)
  const body = facets === undefined ? {} : { facets: { ...facets, languages: [...facets.languages] } }
  const answer = await call(DESK_ROUTES.handOffer, { ...sealed.value, ...body })
  return answer.ok ? null : failureSentence(text, answer.error)
}

function problemSentence(text: DeskText, problem: HandOfferProblem): string {
  switch (problem) {
    case "no-such-need":
      return text.coordination.notFound
    case "no-preview":
      return text.coordination.noPreviewKey
    case "too-long":
      return text.cases.tooLong
    case "beyond-policy":
      return text.coordination.cannotOffer.policy
    case "uncertified-key-added":
      return text.coordination.cannotOffer.uncertified
    case "listed-twice":
      return text.coordination.cannotOffer.onRoster
    default:
      return changeSentence(text, problem)
  }
}
