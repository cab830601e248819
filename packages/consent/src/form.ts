import { type CaseId, type Day, hasUnseen, type KeyId, parseCaseId, parseDay, parseKeyId } from "@shn/domain"
import { type DsseEnvelope, dsseVerify } from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import type { Json } from "@shn/primitives/jcs"
import * as v from "valibot"

/** Shapes that the statements share. A field that is missing, extra or in another form refuses the whole statement. */

const BREAKS_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u

const MAX_PAYLOAD_CHARACTERS = 200_000

/** base64url of exactly so many bytes, in its one spelling. */
export function bytesOf(length: number) {
  return v.pipe(
    v.string(),
    v.check((text) => fromBase64url(text)?.length === length),
  )
}

/** SHA-256, or an Ed25519 public key: 32 bytes. */
export const Bytes32 = bytesOf(32)

export const CaseIdField = v.custom<CaseId>((text) => typeof text === "string" && parseCaseId(text).ok)
export const KeyIdField = v.custom<KeyId>((text) => typeof text === "string" && parseKeyId(text).ok)
export const DayField = v.custom<Day>((text) => typeof text === "string" && parseDay(text).ok)

/** Random UUID, version 4, lower case. */
export const UuidField = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
)

/** Name of an agency or of one of its inboxes in the registry: "door-nccia". */
export const SlugField = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/))

/** Whole number, both ends included. */
export function whole(from: number, to: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(from), v.maxValue(to))
}

/** Seconds since 1970 UTC, up to the year 9999. */
export const SecondsField = whole(0, 253_402_300_799)

/** How many times one consent may be used: a package is sent once, at most sent again a few times. */
export const UsesField = whole(1, 5)
export const SeqField = whole(1, 1_000_000)

/**
 * One line that is shown inside a signed text. No line break, no control character and no direction mark: with one of them a
 * label could add a line of its own to what the person signs.
 */
export function line(longest: number) {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((text) => text === text.trim() && !BREAKS_A_LINE.test(text) && !hasUnseen(text)),
  )
}

/** Text of several lines, without control characters other than the line feed. */
export function prose(longest: number) {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((text) => !/[^\P{Cc}\n]|\p{Cs}/u.test(text)),
  )
}

/** The same, typed by somebody: nothing in it that nobody sees. */
export function typedProse(longest: number) {
  return v.pipe(
    prose(longest),
    v.check((text) => !hasUnseen(text)),
  )
}

/** A list in which each code stands once, in the order of UTF-16 code units: one set has one writing. */
export function sortedCodes<const Code extends string>(codes: readonly Code[], fewest: number) {
  return v.pipe(
    v.array(v.picklist(codes)),
    v.minLength(fewest),
    v.check((list) => isRising(list)),
  )
}

/** Whether every text is greater than the one before it, by UTF-16 code unit. */
export function isRising(list: readonly string[]): boolean {
  return list.every((text, at) => at === 0 || (list[at - 1] ?? "") < text)
}

/** Each once, in the order in which signed lists stand. */
export function risingSet<Code extends string>(codes: readonly Code[]): Code[] {
  return [...new Set(codes)].sort()
}

const EnvelopeField = v.strictObject({
  payloadType: v.pipe(v.string(), v.maxLength(100)),
  payload: v.pipe(v.string(), v.maxLength(MAX_PAYLOAD_CHARACTERS)),
  signatures: v.strictTuple([v.strictObject({ sig: bytesOf(64) })]),
})

/** A DSSE envelope from somewhere else, such as a file. @returns null when it does not have that shape */
export function readEnvelope(json: unknown): DsseEnvelope | null {
  const parsed = v.safeParse(EnvelopeField, json)
  return parsed.success ? parsed.output : null
}

/** A statement of which the signature was checked, with the exact bytes that were signed. */
export type Signed<T> = { readonly statement: T; readonly bytes: Uint8Array }

/** The payload in the given form. @returns null for any other */
export function inForm<T>(form: v.GenericSchema<unknown, T>, json: Json): T | null {
  const parsed = v.safeParse(form, json)
  return parsed.success ? parsed.output : null
}

/** Checks signature, type, canonical form and shape in one step. @param publicKey 32 bytes */
export function readSigned<T>(
  envelope: DsseEnvelope,
  type: string,
  form: v.GenericSchema<unknown, T>,
  publicKey: Uint8Array,
): Signed<T> | null {
  const payload = dsseVerify(envelope, type, publicKey)
  const statement = payload === null ? null : inForm(form, payload.json)
  return payload === null || statement === null ? null : { statement, bytes: payload.bytes }
}
