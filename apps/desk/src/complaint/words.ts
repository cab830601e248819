import type { Contradiction } from "@shn/consent"
import { type ComplaintField, type ComplaintFinding, isAnswerField, isIdentityField } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { failureSentence } from "../app/sentences.ts"
import type { DeskText } from "../text/all.ts"
import type { Obstacle } from "./rules.ts"
import type { SayFailure } from "./say-in-order.ts"
import type { LookObstacle } from "./second-look.ts"

/** The parts of the drafting screen that something can be wrong in. */
export type Place =
  | "facts"
  | "beliefs"
  | "days"
  | "respondent"
  | "against"
  | "evidence"
  | "form"
  | "terms"
  | "who"
  | `field-${ComplaintField}`

/** Id of a part of the screen, to go to. */
export function placeId(place: Place): string {
  return `complaint-${place}`
}

/** Where on the screen a finding is mended. */
export function placeOfFinding({ code, field }: ComplaintFinding): Place {
  if (field !== undefined) return placeOfField(field)
  switch (code) {
    case "against-not-asked":
      return "against"
    case "respondent-no-trace":
      return "respondent"
    case "no-incident":
    case "incident-in-future":
    case "incident-ends-early":
      return "days"
    case "no-evidence":
    case "evidence-twice":
      return "evidence"
    case "name-needed":
    case "limit-to-verify":
      return "terms"
    case "form-to-verify":
    case "form-expired":
    case "another-form":
      return "form"
    default:
      return "facts"
  }
}

/** A finding with the name of its field in the form's words. */
export function findingWords(
  { complaint }: DeskText,
  form: RegistryForm,
  { code, field }: ComplaintFinding,
): string {
  const sentence = complaint.finding[code]
  return field === undefined ? sentence : `${askOf(form, field)}: ${sentence}`
}

/** What the form calls a field; the key itself where the form does not name it. */
export function askOf(form: RegistryForm, field: ComplaintField): string {
  const at = form.definition.fields.findIndex(({ key }) => key === field)
  return form.asks[at]?.text ?? field
}

export function obstacleWords(text: DeskText, obstacle: Obstacle | LookObstacle): string {
  const { obstacle: words, forward, write } = text.complaint
  switch (obstacle.code) {
    case "by-hand":
      return forward.byHand
    case "not-complete":
      return words.notComplete
    case "no-purpose":
      return words.noPurpose
    case "file-gone":
      return write.gone(obstacle.labels.join(" · "))
    case "label-unfit":
      return words.labelUnfit
    case "identity-not-given":
      return words.identityNotGiven
    case "identity-not-mine":
      return words.identityNotMine
    case "identity-no-need":
      return text.complaint.who.noNeed
    case "nobody-second":
      return words.nobodySecond
    case "coordinator-needed":
      return words.coordinatorNeeded
    case "last-day-wrong":
      return words.lastDayWrong
    case "contradiction":
      return contradictionWords(text, obstacle.contradiction)
  }
}

function contradictionWords(text: DeskText, found: Contradiction): string {
  const { contradiction, limitCode, purpose } = text.complaint
  switch (found.code) {
    case "boundary":
      return contradiction.boundary(text.words.boundary[found.by])
    case "limit-against-purpose":
      return contradiction["limit-against-purpose"](limitCode[found.limit], purpose[found.purpose])
    case "limit-missing":
      return contradiction["limit-missing"](limitCode[found.limit])
    default:
      return contradiction[found.code]
  }
}

/** Why nothing could be made to send. "stopped": what was possible a moment ago no longer is. */
export type MakeRefusal = "identity-not-open" | "stopped"

export function sayFailureWords(text: DeskText, failure: SayFailure | MakeRefusal): string {
  const { failure: words } = text.complaint
  switch (failure) {
    case "closed":
      return words.closed
    case "epoch_moved":
      return words.moved
    case "too-long":
      return words.tooLong
    case "not-a-member":
    case "not_on_roster":
      return words.notMember
    case "identity-not-open":
      return words.notOpen
    case "stopped":
      return words.stopped
    default:
      return failureSentence(text, failure)
  }
}

function placeOfField(field: ComplaintField): Place {
  if (isIdentityField(field)) return "who"
  if (isAnswerField(field)) return `field-${field}`
  switch (field) {
    case "details":
      return "facts"
    case "incident":
      return "days"
    case "evidence":
      return "evidence"
    default:
      return "respondent"
  }
}
