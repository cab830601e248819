import { type ComplaintField, type Locale, releaseCode, splitAtLimit, textLength } from "@shn/domain"
import { isolateTyped, withoutMarks } from "./isolate.ts"
import type { RegistryAgency, RegistryForm } from "./registry.ts"
import type { Line } from "./schema.ts"

/** One line of an agency's form, ready to be copied or printed. */
export type FilingLine = {
  readonly key: ComplaintField
  readonly ask: Line
  readonly isRequired: boolean
  /** "empty" and required: the form will be refused like this. "cut": the rest stands in the annex. */
  readonly state: "ready" | "empty" | "cut"
  /** For the clipboard: the bare value, without a single invisible mark. A form's own check would refuse those. */
  readonly copy: string
  /** For the eye and the printer: codes keep their order in a right-to-left page. */
  readonly shown: string
  /** Letters of `copy` by the stricter count, and how many the box takes; null where no limit is known. */
  readonly letters: number
  readonly limit: number | null
}

/** A complaint laid out for an agency that has no account here: the person, or somebody with them, files it themselves. */
export type FilingSheet = {
  readonly agency: RegistryAgency
  readonly form: RegistryForm
  /** In the form's own order. */
  readonly lines: readonly FilingLine[]
  /** What did not fit into the box, for extra pages; null when everything fits. */
  readonly annex: { readonly copy: string; readonly shown: string } | null
  /** Required lines that are still empty. */
  readonly missing: readonly ComplaintField[]
  /** Offices that people take for this one, each with its own reason why it is wrong. */
  readonly wrongDoors: readonly RegistryAgency[]
}

export type FilingInput = {
  readonly agency: RegistryAgency
  readonly form: RegistryForm
  readonly registry: readonly RegistryAgency[]
  /** What `releasedFields` of @shn/domain gave, by release code. */
  readonly values: Readonly<Record<string, string>>
  /** What the story's box says at its end when it goes on in the annex, in the language of the complaint. */
  readonly goesOn: string
  readonly locale: Locale
}

export function filingSheet(input: FilingInput): FilingSheet {
  const { form, agency } = input
  const { fields, textLimit } = form.definition
  // An Urdu complaint on an English page has Urdu paragraphs all the same.
  const shown = (text: string) =>
    input.locale === "ur" || /\p{Script=Arabic}/u.test(text) ? isolateTyped(text) : text
  const valueFor = (key: ComplaintField) => withoutMarks(input.values[releaseCode(key)] ?? "")
  const story = valueFor("details")
  const split = textLimit === null ? null : splitAtLimit(story, textLimit, input.goesOn)
  const annex = split === null || split.annex === "" ? null : split.annex
  const lines = fields.map((field, at): FilingLine => {
    const isStory = field.key === "details"
    const value = valueFor(field.key)
    const copy = isStory && split !== null ? split.short : value
    return {
      key: field.key,
      ask: form.asks[at] ?? { text: field.key },
      isRequired: field.isRequired,
      state: value === "" ? "empty" : isStory && annex !== null ? "cut" : "ready",
      copy,
      shown: shown(copy),
      letters: textLength(copy).counts,
      limit: isStory ? textLimit : null,
    }
  })
  return {
    agency,
    form,
    lines,
    annex: annex === null ? null : { copy: annex, shown: shown(annex) },
    missing: lines.filter((line) => line.isRequired && line.state === "empty").map((line) => line.key),
    wrongDoors: input.registry.filter((other) => agency.wrongDoors.includes(other.id)),
  }
}
