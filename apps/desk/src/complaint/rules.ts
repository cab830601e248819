import { COOL_OFF_SECONDS, type Contradiction, contradictionsOf, requiredLimits } from "@shn/consent"
import {
  addDays,
  type Boundary,
  builtFields,
  COMPLAINT_FINDINGS,
  type ComplaintField,
  type ComplaintFinding,
  type ComplaintInput,
  type ConsentPurpose,
  canBeApproved,
  checkComplaint,
  type Day,
  dayOf,
  type FormDefinition,
  formValue,
  type IdentityPart,
  isAnswerField,
  isIdentityField,
  type LimitCode,
  parseDay,
  releaseCode,
} from "@shn/domain"
import { PAPER_WORDS } from "@shn/guidance"
import type { Attachment } from "@shn/sealed"
import { goneEvidence, isFitLabel } from "./evidence.ts"
import type { IdentityStage } from "./identity-stage.ts"
import type { WorkingCopy } from "./working-copy.ts"

/** How long an agency may usually use what it gets. Days. */
export const USUAL_DAYS = 60

/** What a draft is held against. */
export type DraftFacts = {
  readonly copy: WorkingCopy
  readonly form: FormDefinition
  readonly way: "inbox" | "by_hand"
  /** Opened here; null while it was not given or is not for my eyes. */
  readonly identity: IdentityPart | null
  readonly boundaries: readonly Boundary[]
  readonly files: readonly Attachment[]
  readonly today: Day
}

/** The draft as `checkComplaint` and `releasedFields` want it. */
export function inputOf({
  copy,
  form,
  identity,
  today,
}: Omit<DraftFacts, "boundaries" | "files" | "way">): ComplaintInput {
  return {
    draft: copy.draft,
    identity: copy.identity === "anonymous" ? null : (identity ?? {}),
    form: { ...form, textLimit: limitOf(copy, form) },
    words: PAPER_WORDS[copy.language],
    today,
  }
}

/** Most letters of the story for this draft; null where no limit is known. */
export function limitOf({ textLimit }: Pick<WorkingCopy, "textLimit">, form: FormDefinition): number | null {
  return textLimit ?? form.textLimit
}

/**
 * What is still wrong with the words of a draft. What only the person can write is no fault of the drafter: filed by hand it is
 * written by themselves, and to an inbox it has a step of its own.
 */
export function draftFindings(facts: DraftFacts): readonly ComplaintFinding[] {
  const found = checkComplaint(inputOf(facts))
  const isPersons = ({ code, field }: ComplaintFinding) =>
    (code === "field-missing" && field !== undefined && isIdentityField(field) && facts.identity === null) ||
    (code === "name-needed" && facts.way === "by_hand")
  return found.filter((finding) => !isPersons(finding))
}

/** The limits that stand in it whether or not anybody ticks them. */
export function fixedLimits({
  copy,
  boundaries,
}: Pick<DraftFacts, "copy" | "boundaries">): readonly LimitCode[] {
  return requiredLimits(boundaries, copy.identity)
}

/** Every limit as it will be put forward, sorted, each once. */
export function allLimits(facts: Pick<DraftFacts, "copy" | "boundaries">): readonly LimitCode[] {
  return [...new Set([...fixedLimits(facts), ...facts.copy.limits])].sort()
}

/**
 * Where something that is to leave contradicts itself or a switch of the person, by the rules that the consent itself is built
 * with: what stops here could never be signed.
 * @param terms `fields`: codes of everything that would leave
 * @param today by the server's clock
 */
export function contradictionsWith(
  terms: {
    readonly purpose: readonly ConsentPurpose[]
    readonly identity: "anonymous" | "named"
    readonly limits: readonly LimitCode[]
    readonly fields: readonly string[]
    readonly lastDay: Day
  },
  boundaries: readonly Boundary[],
  today: Day,
): readonly Contradiction[] {
  const at = Date.parse(`${today}T00:00:00Z`) / 1000
  return contradictionsOf({
    purpose: [...terms.purpose],
    identity: terms.identity,
    fields: [...terms.fields],
    limits: [...terms.limits],
    boundaries: [...boundaries],
    at,
    urgent: false,
    nbf: at + COOL_OFF_SECONDS,
    exp: Date.parse(`${addDays(terms.lastDay, 1)}T00:00:00Z`) / 1000,
    seq: 1,
    prev: null,
  })
}

/** One line of the form with what would leave for it. */
export type FormLine = {
  readonly key: ComplaintField
  readonly isRequired: boolean
  readonly isToVerify: boolean
  readonly from: "person" | "drafter" | "parts"
  /** As it would leave; as typed where it is not in its format yet. */
  readonly value: string
}

/** The form in its own order. */
export function formLines({
  copy,
  form,
  identity,
}: Pick<DraftFacts, "copy" | "form" | "identity">): readonly FormLine[] {
  const { draft } = copy
  const built = builtFields(draft, PAPER_WORDS[copy.language])
  return form.fields.map(({ key, isRequired, isToVerify }): FormLine => {
    const typed = isIdentityField(key)
      ? (identity?.[key] ?? "")
      : isAnswerField(key)
        ? (draft.answers[key] ?? "")
        : built[key]
    const value = formValue(key, typed)
    return {
      key,
      isRequired,
      isToVerify,
      from: isIdentityField(key) ? "person" : isAnswerField(key) ? "drafter" : "parts",
      value: value.ok ? value.value : typed,
    }
  })
}

/** Codes of everything that would leave; what the person has to write counts as soon as it is asked for. */
export function leavingCodes(facts: Pick<DraftFacts, "copy" | "form" | "identity">): readonly string[] {
  return formLines(facts)
    .filter(({ value, from, isRequired }) =>
      from === "person" ? facts.copy.identity === "named" && (isRequired || value !== "") : value !== "",
    )
    .map(({ key }) => releaseCode(key))
}

/** Why a draft cannot go before the second member yet; what a sentence on the screen says. */
export type Obstacle =
  | { readonly code: "by-hand" }
  | { readonly code: "not-complete" }
  | { readonly code: "no-purpose" }
  | { readonly code: "file-gone"; readonly labels: readonly string[] }
  | { readonly code: "label-unfit" }
  | { readonly code: "identity-not-given" }
  | { readonly code: "identity-not-mine" }
  | { readonly code: "identity-no-need" }
  | { readonly code: "nobody-second" }
  | { readonly code: "coordinator-needed" }
  | { readonly code: "last-day-wrong" }
  | { readonly code: "contradiction"; readonly contradiction: Contradiction }

/** Everything that stands between a draft and the second member; nothing when it may be put forward. */
export function obstaclesOf(
  facts: DraftFacts & {
    readonly stage: IdentityStage
    /** Whether somebody who fits can approve; "no-coordinator": for a person under 18 nobody of the two is one. */
    readonly second: "there" | "nobody" | "no-coordinator"
    readonly lastDay: string
  },
): readonly Obstacle[] {
  if (facts.way === "by_hand") return [{ code: "by-hand" }]
  const { copy, stage, second } = facts
  const found: Obstacle[] = []
  const gone = goneEvidence(facts.files, copy.draft.evidence).map(({ label }) => label)
  if (!canBeApproved(draftFindings(facts))) found.push({ code: "not-complete" })
  if (copy.purpose.length === 0) found.push({ code: "no-purpose" })
  if (gone.length > 0) found.push({ code: "file-gone", labels: gone })
  if (copy.draft.evidence.some(({ label }) => !isFitLabel(label))) found.push({ code: "label-unfit" })
  if (stage.kind === "not-asked" || stage.kind === "asked" || stage.kind === "other")
    found.push({ code: "identity-not-given" })
  if (stage.kind === "given" && facts.identity === null) found.push({ code: "identity-not-mine" })
  if (stage.kind === "no-need") found.push({ code: "identity-no-need" })
  if (second === "nobody") found.push({ code: "nobody-second" })
  if (second === "no-coordinator") found.push({ code: "coordinator-needed" })
  const lastDay = parseDay(facts.lastDay)
  if (!lastDay.ok) found.push({ code: "last-day-wrong" })
  const contradictions = contradictionsWith(
    {
      ...copy,
      limits: allLimits(facts),
      fields: leavingCodes(facts),
      lastDay: lastDay.ok ? lastDay.value : addDays(facts.today, USUAL_DAYS),
    },
    facts.boundaries,
    facts.today,
  )
  return [
    ...found,
    ...contradictions.map((contradiction) => ({ code: "contradiction", contradiction }) as const),
  ]
}

/** Findings of one severity. */
export function ofKind(
  findings: readonly ComplaintFinding[],
  kind: "stop" | "warn" | "verify",
): readonly ComplaintFinding[] {
  return findings.filter(({ code }) => COMPLAINT_FINDINGS[code] === kind)
}

/** The day by the server's clock: a wrong clock at one desk must not move a deadline. */
export function todayBy(serverNow: () => number): Day {
  return dayOf(serverNow())
}
