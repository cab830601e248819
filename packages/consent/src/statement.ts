import { BOUNDARIES, CONSENT_PURPOSES, LIMIT_CODES, LOCALES, type Locale, RELEASE_CODES } from "@shn/domain"
import { type DsseEnvelope, dssePayload } from "@shn/primitives/dsse-verify"
import { base64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes, type Json } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import * as v from "valibot"
import {
  Bytes32,
  bytesOf,
  inForm,
  isRising,
  line,
  prose,
  SecondsField,
  SeqField,
  SlugField,
  sortedCodes,
  UsesField,
  UuidField,
} from "./form.ts"

/** Which templates exist. A template never changes: another wording is another number. */
export const TEMPLATES = ["en/1", "ur/1", "ur-Latn/1"] as const
export type Template = (typeof TEMPLATES)[number]

/** PROTOCOL step 7: the consent as a list of codes. What the person reads is made from it and stands in `text`. */
export const ConsentField = v.strictObject({
  v: v.literal(1),
  id: UuidField,
  /** Ed25519 public key of the case. */
  case: Bytes32,
  /** Counts the consents of a case from 1, whoever they are for. */
  seq: SeqField,
  /** Digest of the case's consent before; null for the first. */
  prev: v.nullable(Bytes32),
  /** Who gets it. `key` is the SHA-256 of the inbox's age recipient string. */
  to: v.strictObject({ id: SlugField, inbox: SlugField, name: line(160), key: Bytes32 }),
  purpose: sortedCodes(CONSENT_PURPOSES, 1),
  identity: v.picklist(["anonymous", "named"]),
  fields: sortedCodes(RELEASE_CODES, 1),
  /** SHA-256 of the canonical JSON of exactly these fields, as they leave. */
  view: Bytes32,
  /** Files that go along, by rising id. */
  evidence: v.pipe(
    v.array(v.strictObject({ id: UuidField, sha256: Bytes32, label: line(160) })),
    v.maxLength(200),
    v.check((items) => isRising(items.map((item) => item.id))),
  ),
  limits: sortedCodes(LIMIT_CODES, 0),
  /** The person's switches when they signed. */
  boundaries: sortedCodes(BOUNDARIES, 0),
  /** When the person signed, by their own clock. UTC seconds, as the next two. */
  at: SecondsField,
  /** The person's own tick that it cannot wait. */
  urgent: v.boolean(),
  nbf: SecondsField,
  /** Midnight UTC: the last day counts whole, and a release, which knows days only, says the same. */
  exp: v.pipe(
    SecondsField,
    v.check((seconds) => seconds % 86_400 === 0),
  ),
  uses: UsesField,
  /** X-Wing public key that the agency's answers are sealed to. */
  reply: bytesOf(1216),
  /** Keeps the digest on the server from being found by trying. */
  salt: Bytes32,
  tpl: v.picklist(TEMPLATES),
  text: prose(20_000),
})
export type Consent = Readonly<v.InferOutput<typeof ConsentField>>

/** Everything in a consent but the text that is made from it. */
export const ConsentTermsField = v.omit(ConsentField, ["tpl", "text"])
export type ConsentTerms = Omit<Consent, "tpl" | "text">

/** A file as the person saw it named. */
export type ConsentedFile = Consent["evidence"][number]

/** What leaves, by code, in the agency's own format. */
export type View = Readonly<Record<string, string>>

/** The language of a template. */
export function localeOf(template: Template): Locale {
  const locale = LOCALES.find((each) => template === `${each}/1`)
  if (locale === undefined) throw new Error(`no language for ${template}`)
  return locale
}

/** The newest template of a language. */
export function templateOf(locale: Locale): Template {
  return `${locale}/1`
}

/** Reads a consent without asking who signed it: to show a draft, or to find out whose key to ask. @returns null for any other form */
export function readConsent(envelope: DsseEnvelope): Consent | null {
  const payload = dssePayload(envelope)
  return payload === null ? null : inForm(ConsentField, payload.json)
}

/** SHA-256 of the fields as they leave, base64url: what the person saw and nothing else. */
export function viewDigest(view: View): string {
  return base64url(sha256(canonicalBytes(view)))
}

/**
 * Names one consent, in the chain of a case, in a release and in a revocation: 32 bytes over the bytes that were signed,
 * base64url. The salt inside keeps anybody who has only the digest, such as the server, from finding the consent by trying.
 */
export function consentDigest(consent: Consent): string {
  return base64url(sha256(labelBytes(LABELS.consent), canonicalBytes(asJson(consent))))
}

/** Thumbprint of an agency inbox's key. @param recipient age recipient string, "age1..." */
export function inboxKeyDigest(recipient: string): string {
  return base64url(sha256(utf8(recipient)))
}

/** A parsed statement holds nothing but JSON; the compiler cannot see that through the schema. */
export function asJson(statement: object): Json {
  return statement as Json
}
