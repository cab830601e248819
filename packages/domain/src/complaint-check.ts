import type { ComplaintDraft, IdentityPart, Incident, Respondent } from "./complaint-draft.ts"
import { type ComplaintField, isAnswerField, isIdentityField, releaseCode } from "./complaint-fields.ts"
import type { FormDefinition } from "./complaint-form.ts"
import { textLength } from "./complaint-length.ts"
import { builtFields, type ComplaintWords } from "./complaint-text.ts"
import { formValue, hasBrokenLetters } from "./complaint-values.ts"
import { type Day, parseDay } from "./day.ts"

/**
 * Everything the check of a complaint can say. "stop": it cannot go to approval like this. "warn": it may, but look again.
 * "verify": our source for what the form asks is not certain.
 */
export const COMPLAINT_FINDINGS = {
  "name-needed": "stop",
  "field-missing": "stop",
  "cnic-wrong": "stop",
  "phone-wrong": "stop",
  "email-wrong": "stop",
  "day-wrong": "stop",
  "letters-broken": "stop",
  "no-fact": "stop",
  "no-incident": "stop",
  "incident-in-future": "stop",
  "incident-ends-early": "stop",
  "against-not-asked": "stop",
  "evidence-twice": "stop",
  "another-form": "stop",
  "text-too-long": "warn",
  "no-evidence": "warn",
  "respondent-no-trace": "warn",
  "field-to-verify": "verify",
  "limit-to-verify": "verify",
  "form-to-verify": "verify",
  "form-expired": "verify",
} as const satisfies Record<string, "stop" | "warn" | "verify">
export type ComplaintFindingCode = keyof typeof COMPLAINT_FINDINGS

export type ComplaintFinding = {
  readonly code: ComplaintFindingCode
  readonly field?: ComplaintField
  /** Which entry of a list, from 0. */
  readonly at?: number
  /** For "text-too-long": letters above the limit. */
  readonly over?: number
}

export type ComplaintInput = {
  readonly draft: ComplaintDraft
  /** null: the person stays anonymous. */
  readonly identity: IdentityPart | null
  /** Another limit than the registry's: hand in the form with another `textLimit`. */
  readonly form: FormDefinition
  readonly words: ComplaintWords
  readonly today: Day
}

/** What is still wrong with a complaint, for one agency's form; empty of "stop" findings when it can go to approval. */
export function checkComplaint(input: ComplaintInput): readonly ComplaintFinding[] {
  const { draft, form } = input
  return [
    ...(draft.formId === form.id ? [] : [{ code: "another-form" } as const]),
    ...checkFields(input),
    ...checkStory(draft),
    ...checkIncidents(draft.incidents, input.today),
    ...checkEvidence(draft),
    ...checkLength(input),
    ...toVerify(form, input.today),
  ]
}

/** Whether nothing stands in the way of a second person's approval. */
export function canBeApproved(findings: readonly ComplaintFinding[]): boolean {
  return findings.every(({ code }) => COMPLAINT_FINDINGS[code] !== "stop")
}

/**
 * The fields as they would leave, by the code a consent names them with, each in the form's own format. Only what the form
 * asks and only what is filled in. Call it with a complaint that can be approved.
 * @throws Error for a value that is not in its format (a bug: the check finds it first)
 */
export function releasedFields(input: ComplaintInput): Readonly<Record<string, string>> {
  const values = valuesOf(input)
  return Object.fromEntries(
    input.form.fields.flatMap(({ key }): (readonly [string, string])[] => {
      const value = formValue(key, values(key))
      if (!value.ok) throw new Error(`releasedFields: ${key} is ${value.error}`)
      return value.value === "" ? [] : [[releaseCode(key), value.value]]
    }),
  )
}

function valuesOf({ draft, identity, words }: ComplaintInput): (field: ComplaintField) => string {
  const built = builtFields(draft, words)
  return (field) => {
    if (isIdentityField(field)) return identity?.[field] ?? ""
    return isAnswerField(field) ? (draft.answers[field] ?? "") : built[field]
  }
}

function checkFields(input: ComplaintInput): readonly ComplaintFinding[] {
  const { form, identity } = input
  const values = valuesOf(input)
  const isNameMissing = form.needsName && identity === null
  const found = form.fields.flatMap(({ key, isRequired }): readonly ComplaintFinding[] => {
    const value = formValue(key, values(key))
    if (!value.ok) return [{ code: value.error, field: key }]
    // Said once for the whole form: "it wants a name", not thirteen times "this is empty".
    const isExcused = isNameMissing && isIdentityField(key)
    return isRequired && value.value === "" && !isExcused ? [{ code: "field-missing", field: key }] : []
  })
  return isNameMissing ? [{ code: "name-needed" }, ...found] : found
}

function checkStory(draft: ComplaintDraft): readonly ComplaintFinding[] {
  const { against, respondent } = draft
  const found: ComplaintFinding[] = []
  if (draft.facts.every((fact) => fact.trim() === "")) found.push({ code: "no-fact" })
  const isUnanswered =
    against.state === "not-asked" || (against.state === "said" && against.text.trim() === "")
  if (isUnanswered) found.push({ code: "against-not-asked" })
  if (hasNoTrace(respondent)) found.push({ code: "respondent-no-trace" })
  const written = [...draft.facts, ...draft.beliefs, ...(against.state === "said" ? [against.text] : [])]
  if (written.some(hasBrokenLetters)) found.push({ code: "letters-broken" })
  return found
}

/** A complaint against an unknown person is allowed, but an investigator needs something to start from. */
function hasNoTrace({ name, phones, accounts }: Respondent): boolean {
  return [name, ...phones, ...accounts].every((text) => text.trim() === "")
}

function checkIncidents(incidents: readonly Incident[], today: Day): readonly ComplaintFinding[] {
  if (incidents.length === 0) return [{ code: "no-incident" }]
  return incidents.flatMap((incident, at): readonly ComplaintFinding[] => {
    const from = parseDay(incident.from)
    const until = incident.until === "" ? from : parseDay(incident.until)
    if (!from.ok || !until.ok) return [{ code: "day-wrong", field: "incident", at }]
    if (from.value > today || until.value > today) return [{ code: "incident-in-future", at }]
    return until.value < from.value ? [{ code: "incident-ends-early", at }] : []
  })
}

function checkEvidence({ evidence }: ComplaintDraft): readonly ComplaintFinding[] {
  if (evidence.length === 0) return [{ code: "no-evidence" }]
  return evidence.flatMap((item, at): readonly ComplaintFinding[] => {
    const isTwice = evidence.some(
      (other, before) => before < at && (other.id === item.id || other.sha256 === item.sha256),
    )
    return isTwice ? [{ code: "evidence-twice", at }] : []
  })
}

/** A warning only: `splitAtLimit` puts the rest on extra pages. But a story that fits is read to its end. */
function checkLength(input: ComplaintInput): readonly ComplaintFinding[] {
  const { textLimit } = input.form
  if (textLimit === null) return []
  const over = textLength(builtFields(input.draft, input.words).details).counts - textLimit
  return over > 0 ? [{ code: "text-too-long", field: "details", over }] : []
}

function toVerify(form: FormDefinition, today: Day): readonly ComplaintFinding[] {
  const fields = form.fields.filter(({ isToVerify }) => isToVerify)
  const isLimitUnsure = form.textLimit !== null && fields.some(({ key }) => key === "details")
  return [
    ...fields.map(({ key }): ComplaintFinding => ({ code: "field-to-verify", field: key })),
    ...(isLimitUnsure ? [{ code: "limit-to-verify" } as const] : []),
    ...(form.isToVerify ? [{ code: "form-to-verify" } as const] : []),
    ...(form.expiresOn <= today ? [{ code: "form-expired" } as const] : []),
  ]
}
