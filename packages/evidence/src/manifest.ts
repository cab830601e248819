import type { FindStaff } from "@shn/consent"
import { type KeyId, parseKeyId } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { type DsseEnvelope, dssePayload, dsseVerify } from "@shn/primitives/dsse-verify"
import { equalBytes, fromBase64url, utf8 } from "@shn/primitives/encode"
import { canonicalBytes, type Json, parseCanonical } from "@shn/primitives/jcs"
import type { SignKeyPair } from "@shn/primitives/sign"
import * as v from "valibot"
import { isSafePath, MANIFEST_PATH, pathKey } from "./paths.ts"
import { MAX_ZIP_BYTES, ZIP_END_BYTES, zipEntryOverhead } from "./zip.ts"

/** What a manifest is signed as. */
export const PACKAGE_TYPE = "application/vnd.shn.package.v1+json"

/** The parts of a package, in the order in which they stand in it. Files come last, as many as were agreed to. */
export const ENTRY_ROLES = [
  "readme",
  "sums",
  "fields",
  "text",
  "consent",
  "consent_text",
  "release",
  "truth",
  "truth_text",
  "approval",
  "file",
] as const
const ONCE = ENTRY_ROLES.slice(0, -2)
export type EntryRole = (typeof ENTRY_ROLES)[number]

/** Most entries, and most bytes of the manifest itself: 200 files with their signatures need a tenth of it. */
const MAX_ENTRIES = 300
export const MAX_MANIFEST_BYTES = 1_048_576
/** Everything but the files is text and is read as a whole. */
export const MAX_TEXT_BYTES = 4_194_304

const Bytes32 = v.pipe(
  v.string(),
  v.check((text) => fromBase64url(text)?.length === 32),
)
const KeyIdField = v.custom<KeyId>((text) => typeof text === "string" && parseKeyId(text).ok)

const EntryField = v.strictObject({
  path: v.pipe(v.string(), v.check(isSafePath)),
  role: v.picklist(ENTRY_ROLES),
  sha256: Bytes32,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_ZIP_BYTES)),
  /** Which file of the consent it is; "" for the other parts. */
  ref: v.pipe(v.string(), v.maxLength(60)),
})

const ManifestField = v.strictObject({
  v: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
  /** When it was put together, UTC seconds. */
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(253_402_300_799)),
  to: v.strictObject({
    id: v.pipe(v.string(), v.maxLength(60)),
    inbox: v.pipe(v.string(), v.maxLength(60)),
    key: Bytes32,
  }),
  /** Digest of the consent it was made from. */
  consent: Bytes32,
  /** SHA-256 of the program that checks packages, as the helpline publishes it elsewhere; null: it has published none. */
  checker: v.nullable(Bytes32),
  signers: v.strictTuple([KeyIdField, KeyIdField]),
  entries: v.pipe(v.array(EntryField), v.maxLength(MAX_ENTRIES)),
})

/** The signed list of everything in a package. */
export type Manifest = Readonly<v.InferOutput<typeof ManifestField>>
export type ManifestEntry = Manifest["entries"][number]

/** Why two signatures over a manifest do not count. */
export type ManifestError = "manifest-damaged" | "signer-twice" | "signer-unknown" | "signature-wrong"

/** @returns null for anything that is not a manifest of this version, or one that lists what no package may hold */
export function readManifest(json: Json): Manifest | null {
  const parsed = v.safeParse(ManifestField, json)
  if (!parsed.success) return null
  const { entries } = parsed.output
  const roles = entries.map((entry) => ENTRY_ROLES.indexOf(entry.role))
  const isInOrder = roles.every((role, at) => at === 0 || (roles[at - 1] ?? 0) <= role)
  const isOnce = ONCE.every((role) => entries.filter((entry) => entry.role === role).length === 1)
  const names = new Set([MANIFEST_PATH, ...entries.map((entry) => entry.path)].map(pathKey))
  const areTextsShort = entries.every((entry) => entry.role === "file" || entry.size <= MAX_TEXT_BYTES)
  const isSound = isInOrder && isOnce && names.size === entries.length + 1 && areTextsShort
  return isSound && zipSize(entries) <= MAX_ZIP_BYTES ? parsed.output : null
}

/** An upper bound of the zip's length in bytes. */
export function zipSize(entries: readonly ManifestEntry[]): number {
  const own = zipEntryOverhead(MANIFEST_PATH.length) + MAX_MANIFEST_BYTES + ZIP_END_BYTES
  return entries.reduce(
    // A letter of a path takes at most 3 bytes for each UTF-16 unit.
    (sum, entry) => sum + entry.size + zipEntryOverhead(3 * entry.path.length),
    own,
  )
}

/** What the format adds around one recipient: header, nonce; and the tag of each piece. The age specification, version 1. */
const AGE_HEAD_BYTES = 168 + 16
const AGE_PIECE_BYTES = 65_536
const AGE_TAG_BYTES = 16

/**
 * Exactly how long the sealed package will be, in bytes, before a byte of a file is read: whoever sends it has to say so first.
 * @param signatures the two that it will carry
 */
export function packageSize(manifest: Manifest, signatures: readonly [DsseEnvelope, DsseEnvelope]): number {
  const parts = [
    { path: MANIFEST_PATH, size: manifestFile(signatures).length },
    ...manifest.entries.map(({ path, size }) => ({ path, size })),
  ]
  const zip = parts.reduce(
    (sum, { path, size }) => sum + size + zipEntryOverhead(utf8(path).length),
    ZIP_END_BYTES,
  )
  return AGE_HEAD_BYTES + zip + AGE_TAG_BYTES * Math.ceil(zip / AGE_PIECE_BYTES)
}

/** One member's signature. Each of the two makes the plan anew on their own device and signs only if it is the same. */
export function signManifest(manifest: Manifest, keys: SignKeyPair): DsseEnvelope {
  return dsseSign(PACKAGE_TYPE, manifest as Json, keys)
}

/** The first entry of a package: the two envelopes, in the order of `signers`. */
export function manifestFile(signatures: readonly [DsseEnvelope, DsseEnvelope]): Uint8Array {
  return canonicalBytes({ v: 1, signed: [...signatures] } as Json)
}

const SignedField = v.strictObject({
  v: v.literal(1),
  signed: v.strictTuple([envelopeField(), envelopeField()]),
})

function envelopeField() {
  return v.strictObject({
    payloadType: v.literal(PACKAGE_TYPE),
    payload: v.string(),
    signatures: v.strictTuple([v.strictObject({ sig: v.string() })]),
  })
}

/** The two envelopes of a manifest file. @returns null for any other bytes */
export function readManifestFile(bytes: Uint8Array): readonly [DsseEnvelope, DsseEnvelope] | null {
  const parsed = v.safeParse(SignedField, parseCanonical(bytes))
  return parsed.success ? parsed.output.signed : null
}

export type CheckedManifest =
  | { readonly ok: true; readonly manifest: Manifest }
  | { readonly ok: false; readonly error: ManifestError; readonly manifest: Manifest | null }

/**
 * Checks that two different members, both certified, signed the same bytes, each in their own place.
 * @param findStaff the reader's own directory; no key is ever taken from the package
 */
export function checkManifest(
  signatures: readonly [DsseEnvelope, DsseEnvelope],
  findStaff: FindStaff,
): CheckedManifest {
  const [first, second] = signatures.map(dssePayload)
  const manifest = first === null || first === undefined ? null : readManifest(first.json)
  if (first === null || first === undefined || second === null || second === undefined || manifest === null)
    return { ok: false, error: "manifest-damaged", manifest: null }
  if (!equalBytes(first.bytes, second.bytes)) return { ok: false, error: "manifest-damaged", manifest: null }
  const fail = (error: ManifestError): CheckedManifest => ({ ok: false, error, manifest })
  const [one, two] = manifest.signers.map(findStaff)
  if (one === undefined || two === undefined) return fail("signer-unknown")
  // A member may hold two keys while one follows the other; two keys of one person are still one person.
  if (one.memberId === two.memberId || equalBytes(one.signPk, two.signPk)) return fail("signer-twice")
  const areGood =
    dsseVerify(signatures[0], PACKAGE_TYPE, one.signPk) !== null &&
    dsseVerify(signatures[1], PACKAGE_TYPE, two.signPk) !== null
  return areGood ? { ok: true, manifest } : fail("signature-wrong")
}
