import type { Locale } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import type { SignKeyPair } from "@shn/primitives/sign"
import * as v from "valibot"
import { Bytes32, inForm, line, prose, readSigned, SecondsField } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { asJson, localeOf, TEMPLATES, templateOf } from "./statement.ts"
import type { Translated } from "./text/shape.ts"
import { messages as en } from "./text/truth/en.ts"
import { messages as ur } from "./text/truth/ur.ts"
import { messages as urLatn } from "./text/truth/ur-Latn.ts"

/** The person's word that what they told is true: `{v, case, handOff, law, at, tpl, text}`, signed by the case key. */
export const TruthField = v.strictObject({
  v: v.literal(1),
  case: Bytes32,
  /** What it is said about: the same name as in the approvals. */
  handOff: Bytes32,
  /** The section on knowingly false complaints, from the country's content: "PPC 1860, s. 182". */
  law: line(160),
  at: SecondsField,
  tpl: v.picklist(TEMPLATES),
  text: prose(4000),
})
export type TruthDeclaration = Readonly<v.InferOutput<typeof TruthField>>

const WORDS: Readonly<Record<Locale, Translated<typeof en>>> = { en, ur, "ur-Latn": urLatn }

/** What the person reads before giving their word. The same law and language give the same letters everywhere. */
export function renderTruth(law: string, locale: Locale): string {
  const words = WORDS[locale]
  return [
    words.isTrue,
    words.onlyBelieved,
    words.falseIsCrime(`\u2068${law}\u2069`),
    words.unprovenIsNot,
  ].join("\n")
}

/** Builds the declaration. @returns null when the law is not one line that can be shown */
export function buildTruth(input: {
  readonly casePk: Uint8Array
  readonly handOff: string
  readonly law: string
  readonly nowMs: number
  readonly locale: Locale
}): TruthDeclaration | null {
  const { handOff, law, locale } = input
  return inForm(TruthField, {
    v: 1,
    case: base64url(input.casePk),
    handOff,
    law,
    at: Math.floor(input.nowMs / 1000),
    tpl: templateOf(locale),
    text: renderTruth(law, locale),
  })
}

/** Signs the declaration with the case key. */
export function signTruth(declaration: TruthDeclaration, caseKeys: SignKeyPair): DsseEnvelope {
  return dsseSign(CONSENT_TYPES.truth, asJson(declaration), caseKeys)
}

/** @returns null unless the case signed it and its text is the one of its template */
export function readTruth(envelope: DsseEnvelope, casePk: Uint8Array): TruthDeclaration | null {
  const declaration = readSigned(envelope, CONSENT_TYPES.truth, TruthField, casePk)?.statement
  if (declaration === undefined || declaration.case !== base64url(casePk)) return null
  return declaration.text === renderTruth(declaration.law, localeOf(declaration.tpl)) ? declaration : null
}
