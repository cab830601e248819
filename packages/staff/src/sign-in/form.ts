import { type Alias, parseAlias } from "@shn/domain"
import { latinDigits } from "@shn/ui"
import type { SignInFailure, SignInStage, SignInWords } from "../session/sign-in.ts"

/** What stands in the three fields. */
export type SignInFields = { readonly alias: string; readonly passphrase: string; readonly code: string }
export const EMPTY_FIELDS: SignInFields = { alias: "", passphrase: "", code: "" }

export type FieldProblem = "alias" | "aliasForm" | "passphrase" | "code"

/** The sign-in screen: filling in, or working on it. */
export type SignInState =
  | {
      readonly step: "form"
      readonly fields: SignInFields
      readonly problems: readonly FieldProblem[]
      readonly failure: SignInFailure | null
    }
  | {
      readonly step: "working"
      readonly fields: SignInFields
      readonly stage: SignInStage
      readonly fraction: number | null
    }

export type SignInEvent =
  | { readonly type: "typed"; readonly field: keyof SignInFields; readonly text: string }
  | { readonly type: "refused"; readonly problems: readonly FieldProblem[] }
  | { readonly type: "stage"; readonly stage: SignInStage; readonly fraction: number | null }
  | { readonly type: "failed"; readonly failure: SignInFailure }

export function startOfSignIn(alias: string): SignInState {
  return { step: "form", fields: { ...EMPTY_FIELDS, alias }, problems: [], failure: null }
}

/** What the screen is after an event. Pure; the screen itself calls the network. */
export function afterEvent(state: SignInState, event: SignInEvent): SignInState {
  const { fields } = state
  switch (event.type) {
    case "typed":
      if (state.step === "working") return state
      return {
        step: "form",
        fields: { ...fields, [event.field]: event.text },
        problems: state.problems.filter((problem) => fieldOf(problem) !== event.field),
        failure: state.failure,
      }
    case "refused":
      return { step: "form", fields, problems: event.problems, failure: null }
    case "stage":
      return { step: "working", fields, stage: event.stage, fraction: event.fraction }
    case "failed":
      // The digits are spent or wrong either way; the words may only have a typing mistake, so they stay.
      return { step: "form", fields: { ...fields, code: "" }, problems: [], failure: event.failure }
  }
}

/** The fields as they are sent, or what is missing. Six digits may be typed with spaces and in Urdu digits. */
export function readFields(
  fields: SignInFields,
):
  | { readonly ok: true; readonly words: SignInWords }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const alias = readAlias(fields.alias)
  const totp = latinDigits(fields.code).replace(/[\s-]/g, "")
  const problems: FieldProblem[] = []
  if (typeof alias === "object") problems.push(alias.problem)
  if (fields.passphrase.trim() === "") problems.push("passphrase")
  if (!/^\d{6}$/.test(totp)) problems.push("code")
  if (typeof alias === "object" || problems.length > 0) return { ok: false, problems }
  return { ok: true, words: { alias, passphrase: fields.passphrase, totp } }
}

/** Which field a problem belongs to. */
export function fieldOf(problem: FieldProblem): keyof SignInFields {
  return problem === "aliasForm" ? "alias" : problem
}

function readAlias(text: string): Alias | { readonly problem: "alias" | "aliasForm" } {
  const trimmed = text.trim().normalize("NFC")
  if (trimmed === "") return { problem: "alias" }
  const parsed = parseAlias(trimmed)
  return parsed.ok ? parsed.value : { problem: "aliasForm" }
}
