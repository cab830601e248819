import { type Disclosure, readTruth } from "@shn/consent"
import { err, type KeyId, ok, type Result } from "@shn/domain"
import { type DsseEnvelope, dsseVerify } from "@shn/primitives/dsse-verify"
import { base64url, equalBytes, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes, type Json } from "@shn/primitives/jcs"
import {
  type EntryRole,
  MAX_TEXT_BYTES,
  type Manifest,
  type ManifestEntry,
  PACKAGE_TYPE,
  readManifest,
  zipSize,
} from "./manifest.ts"
import {
  approvalPath,
  CONSENT_PATH,
  CONSENT_TEXT_PATH,
  FIELDS_PATH,
  filePath,
  README_PATH,
  RELEASE_PATH,
  SUMS_PATH,
  TEXT_PATH,
  TRUTH_PATH,
  TRUTH_TEXT_PATH,
} from "./paths.ts"
import { complaintText, readmeText, sumsText } from "./texts.ts"
import { MAX_ZIP_BYTES } from "./zip.ts"

/** What a package holds, before a byte of a file is read. Made from a disclosure and nothing else. */
export type PackagePlan = {
  readonly manifest: Manifest
  /** Every entry but the files, by path. */
  readonly texts: ReadonlyMap<string, Uint8Array>
}

/** What the disclosure does not say about a file: its length, and its kind for the name. */
export type FileFacts = {
  readonly id: string
  readonly size: number
  /** "jpg", "pdf"; "" if unknown. */
  readonly extension: string
}

/**
 * What stands around the consent, as it was signed, and goes along: the release, the person's word that it is true, the staff's
 * approvals. Not every approval does: that somebody is a child, or which word was agreed on, is not the agency's to know.
 */
export type PackagePapers = {
  readonly release: DsseEnvelope
  readonly truth: DsseEnvelope
  readonly approvals: readonly DsseEnvelope[]
}

export type PlanOptions = {
  /** UUID of the package, version 4; drawn once, then the same for both signers. */
  readonly id: string
  /** UTC seconds */
  readonly at: number
  /** SHA-256 of the published checker, base64url; null when none has been published. */
  readonly checker: string | null
  /** The two members who will sign, in this order. */
  readonly signers: readonly [KeyId, KeyId]
  readonly papers: PackagePapers
  /** Exactly the files of the consent, in any order. */
  readonly files: readonly FileFacts[]
}

export type PlanError =
  | "file-missing"
  | "file-extra"
  | "file-twice"
  | "signer-twice"
  | "truth-missing"
  | "too-large"
  | "malformed"

/**
 * Plans a package from what a consent allows to leave, and from nothing else. The same disclosure and options give the same plan
 * on every device: the second signer makes it anew on their own desk, and signs only if it is equal (`isSamePlan`).
 */
export function planPackage(disclosure: Disclosure, options: PlanOptions): Result<PackagePlan, PlanError> {
  const wrong = wrongFiles(disclosure, options)
  if (wrong !== null) return err(wrong)
  if (options.signers[0] === options.signers[1]) return err("signer-twice")
  const { papers } = options
  const truth = readTruth(papers.truth, fromBase64url(disclosure.consent.case) ?? new Uint8Array(0))
  if (truth === null) return err("truth-missing")
  const files = disclosure.files.map((file, at): ManifestEntry => {
    const facts = options.files.find(({ id }) => id === file.id)
    return {
      path: filePath(at, file.label, facts?.extension ?? ""),
      role: "file",
      sha256: file.sha256,
      size: facts?.size ?? 0,
      ref: file.id,
    }
  })
  const parts: readonly Part[] = [
    { path: FIELDS_PATH, role: "fields", bytes: canonicalBytes(disclosure.view) },
    { path: TEXT_PATH, role: "text", bytes: utf8(complaintText(disclosure.view)) },
    { path: CONSENT_PATH, role: "consent", bytes: envelopeBytes(disclosure.envelope) },
    { path: CONSENT_TEXT_PATH, role: "consent_text", bytes: utf8(disclosure.consent.text) },
    { path: RELEASE_PATH, role: "release", bytes: envelopeBytes(papers.release) },
    { path: TRUTH_PATH, role: "truth", bytes: envelopeBytes(papers.truth) },
    { path: TRUTH_TEXT_PATH, role: "truth_text", bytes: utf8(truth.text) },
    ...papers.approvals.map(
      (approval, at): Part => ({ path: approvalPath(at), role: "approval", bytes: envelopeBytes(approval) }),
    ),
  ]
  const readme: Part = {
    path: README_PATH,
    role: "readme",
    bytes: utf8(readmeText(readmeOf(disclosure, options, files))),
  }
  const listed = [readme, ...parts].map(entryOf)
  const sums: Part = { path: SUMS_PATH, role: "sums", bytes: utf8(sumsText([...listed, ...files])) }
  const all = [readme, sums, ...parts]
  const manifest = {
    v: 1 as const,
    id: options.id,
    at: options.at,
    to: { id: disclosure.consent.to.id, inbox: disclosure.consent.to.inbox, key: disclosure.consent.to.key },
    consent: disclosure.digest,
    checker: options.checker,
    signers: [options.signers[0], options.signers[1]] as [KeyId, KeyId],
    entries: [...all.map(entryOf), ...files],
  }
  const isTooLarge =
    zipSize(manifest.entries) > MAX_ZIP_BYTES || all.some(({ bytes }) => bytes.length > MAX_TEXT_BYTES)
  if (isTooLarge) return err("too-large")
  // Read as the agency will read it: whatever it would refuse is not sent.
  const sound = readManifest(manifest as Json)
  if (sound === null) return err("malformed")
  return ok({ manifest: sound, texts: new Map(all.map(({ path, bytes }) => [path, bytes])) })
}

/** Whether a manifest that somebody else signed is the one that this device would make. */
export function isSamePlan(own: PackagePlan, manifest: Manifest): boolean {
  return base64url(canonicalBytes(own.manifest as Json)) === base64url(canonicalBytes(manifest as Json))
}

/**
 * Whether a member signed exactly the plan that this device makes of the same case.
 * @param signPk Ed25519 key of that member, 32 bytes, from the directory
 */
export function isSignedPlan(own: PackagePlan, signature: DsseEnvelope, signPk: Uint8Array): boolean {
  const payload = dsseVerify(signature, PACKAGE_TYPE, signPk)
  return payload !== null && equalBytes(payload.bytes, canonicalBytes(own.manifest as Json))
}

/** An envelope as it stands in a package. */
export function envelopeBytes(envelope: DsseEnvelope): Uint8Array {
  return canonicalBytes(envelope as Json)
}

type Part = { readonly path: string; readonly role: EntryRole; readonly bytes: Uint8Array }

function entryOf({ path, role, bytes }: Part): ManifestEntry {
  return { path, role, sha256: base64url(sha256(bytes)), size: bytes.length, ref: "" }
}

function readmeOf(disclosure: Disclosure, options: PlanOptions, files: readonly ManifestEntry[]) {
  return {
    packageId: options.id,
    at: options.at,
    agencyName: disclosure.consent.to.name,
    checker: options.checker,
    signers: options.signers,
    files,
  }
}

function wrongFiles(disclosure: Disclosure, { files }: PlanOptions): PlanError | null {
  const ids = files.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) return "file-twice"
  const agreed = disclosure.files.map(({ id }) => id)
  if (ids.some((id) => !agreed.includes(id))) return "file-extra"
  return agreed.some((id) => !ids.includes(id)) ? "file-missing" : null
}
