import {
  builtFields,
  type ComplaintDraft,
  type ComplaintField,
  type ComplaintLanguage,
  type ComplaintWords,
  err,
  type FormDefinition,
  formValue,
  type IdentityPart,
  isAnswerField,
  isIdentityField,
  type Locale,
  ok,
  type Result,
  releaseCode,
  type ValueError,
} from "@shn/domain"
import { type FilingSheet, filingSheet, PAPER_WORDS, type RegistryAgency } from "@shn/guidance"

/** What a saved revision of a complaint says about where it goes and what stands in it. */
export type DraftToFile = {
  readonly agencyId: string
  readonly language: ComplaintLanguage
  /** Where the agency's own page says another number than the registry; null: the registry's. */
  readonly textLimit: number | null
  readonly draft: ComplaintDraft
}

export type PreparedSheet = {
  readonly sheet: FilingSheet
  readonly language: ComplaintLanguage
  /** Values that their form will not take like this. They are shown and copied as typed all the same. */
  readonly wrong: ReadonlyMap<ComplaintField, ValueError>
}

/**
 * A draft laid out for the agency's own form. The draft need not be finished: what is missing is said.
 * @param identity who the person is, where they have typed it on this device; null on the desk, which never knows
 */
export function sheetOf(input: {
  readonly about: DraftToFile
  readonly identity: IdentityPart | null
  readonly registry: readonly RegistryAgency[]
  readonly locale: Locale
}): Result<PreparedSheet, "unknown-agency" | "no-form"> {
  const { about, registry, locale } = input
  const agency = registry.find(({ id }) => id === about.agencyId)
  if (agency === undefined) return err("unknown-agency")
  const found = agency.forms.find(({ definition }) => definition.id === about.draft.formId) ?? agency.forms[0]
  if (found === undefined) return err("no-form")
  const textLimit = about.textLimit ?? found.definition.textLimit
  const form = { ...found, definition: { ...found.definition, textLimit } }
  const words = PAPER_WORDS[about.language]
  const { values, wrong } = valuesOf(about.draft, input.identity ?? {}, form.definition, words)
  const sheet = filingSheet({ agency, form, registry, values, goesOn: words.goesOn, locale })
  return ok({ sheet, language: about.language, wrong })
}

function valuesOf(
  draft: ComplaintDraft,
  identity: IdentityPart,
  form: FormDefinition,
  words: ComplaintWords,
): Pick<PreparedSheet, "wrong"> & { readonly values: Readonly<Record<string, string>> } {
  const built = builtFields(draft, words)
  const values: Record<string, string> = {}
  const wrong = new Map<ComplaintField, ValueError>()
  for (const { key } of form.fields) {
    const typed = isIdentityField(key)
      ? (identity[key] ?? "")
      : isAnswerField(key)
        ? (draft.answers[key] ?? "")
        : built[key]
    const value = formValue(key, typed)
    if (!value.ok) wrong.set(key, value.error)
    values[releaseCode(key)] = value.ok ? value.value : typed.trim()
  }
  return { values, wrong }
}
