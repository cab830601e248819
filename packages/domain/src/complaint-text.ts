import type { ComplaintDraft, Incident, Respondent } from "./complaint-draft.ts"
import type { BuiltField } from "./complaint-fields.ts"

/** What agencies read: English, and Urdu in its own letters. */
export const COMPLAINT_LANGUAGES = ["en", "ur"] as const
export type ComplaintLanguage = (typeof COMPLAINT_LANGUAGES)[number]

/** The few words that stand between the parts of a complaint, in the language it is written in. */
export type ComplaintWords = {
  readonly facts: string
  readonly beliefs: string
  readonly against: string
  readonly noneKnown: string
  readonly incidents: string
  readonly about: string
  readonly until: string
  readonly alleged: string
  readonly relation: string
}

/**
 * The fields of a form that are made from the draft. The same draft and words always give the same text, so that two people
 * approve and sign the same thing.
 */
export function builtFields(
  draft: ComplaintDraft,
  words: ComplaintWords,
): Readonly<Record<BuiltField, string>> {
  const { respondent } = draft
  return {
    details: details(draft, words),
    incident: draft.incidents.map((incident) => incidentLine(incident, words)).join("\n"),
    evidence: numbered(draft.evidence.map((item) => item.label)),
    respondent: respondentBlock(respondent, words),
    respondent_name: respondent.name.trim(),
    respondent_designation: respondent.designation.trim(),
    respondent_address: respondent.address.trim(),
    respondent_phone: filled(respondent.phones).join(", "),
  }
}

/** Facts first, then days, then what is only believed, then what speaks against: nobody can take one for the other. */
function details(draft: ComplaintDraft, words: ComplaintWords): string {
  const days = draft.incidents.map((incident) => incidentLine(incident, words))
  const against =
    draft.against.state === "said"
      ? draft.against.text.trim()
      : draft.against.state === "none-known"
        ? words.noneKnown
        : ""
  return [
    part(words.facts, numbered(draft.facts)),
    part(words.incidents, days.join("\n")),
    part(words.beliefs, numbered(draft.beliefs)),
    part(words.against, against),
  ]
    .filter((text) => text !== "")
    .join("\n\n")
}

function incidentLine(incident: Incident, words: ComplaintWords): string {
  const day = incident.isAbout ? `${words.about} ${incident.from}` : incident.from
  const days = incident.until === "" ? day : `${day} ${words.until} ${incident.until}`
  return incident.place.trim() === "" ? days : `${days}: ${incident.place.trim()}`
}

function respondentBlock(respondent: Respondent, words: ComplaintWords): string {
  const relation = respondent.relation.trim()
  const lines = filled([
    respondent.name,
    relation === "" ? "" : `${words.relation}: ${relation}`,
    respondent.designation,
    respondent.address,
    ...respondent.phones,
    ...respondent.accounts,
  ])
  return lines.length === 0 ? "" : [`${words.alleged}:`, ...lines].join("\n")
}

function part(heading: string, text: string): string {
  return text === "" ? "" : `${heading}\n${text}`
}

function numbered(entries: readonly string[]): string {
  return filled(entries)
    .map((entry, at) => `${at + 1}. ${entry}`)
    .join("\n")
}

function filled(entries: readonly string[]): readonly string[] {
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "")
}
