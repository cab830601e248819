import {
  type Consent,
  consentDigest,
  type FindStaff,
  readConsent,
  readEnvelope,
  readTruth,
  type View,
} from "@shn/consent"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url, fromBase64url, fromUtf8 } from "@shn/primitives/encode"
import { type Json, parseCanonical } from "@shn/primitives/jcs"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { AgeError, ageOpen } from "./age.ts"
import { type ByteReader, type ByteStream, byteReader, joined } from "./bytes.ts"
import {
  checkManifest,
  MAX_MANIFEST_BYTES,
  type Manifest,
  type ManifestEntry,
  readManifestFile,
} from "./manifest.ts"
import { filePath, MANIFEST_PATH } from "./paths.ts"
import type { PackagePapers } from "./plan.ts"
import { complaintText, readmeText, sumsText } from "./texts.ts"
import { zipReader } from "./zip-reader.ts"

/** Everything that a reader can say against a package. docs/EVIDENCE-FORMAT.md explains each; each has a sentence. */
export const PACKAGE_FAULTS = [
  "does-not-open",
  "broken-off",
  "not-a-package",
  "manifest-damaged",
  "signer-unknown",
  "signer-twice",
  "signature-wrong",
  "another-agency",
  "entry-extra",
  "entry-missing",
  "entry-changed",
  "name-unsafe",
  "name-twice",
  "zip-not-plain",
  "bytes-after-end",
  "text-not-as-agreed",
  "consent-damaged",
  "consent-not-listed",
  "files-not-as-agreed",
  "papers-damaged",
] as const

/** Something about a package that does not hold. `path` names the entry. */
export type PackageFault = { readonly code: (typeof PACKAGE_FAULTS)[number]; readonly path?: string }

/** What a package says it holds. Nothing of it counts unless `faults` is empty and the consent has been checked. */
export type ReadPackage = {
  readonly faults: readonly PackageFault[]
  readonly manifest: Manifest | null
  readonly consent: Consent | null
  readonly envelope: DsseEnvelope | null
  readonly fields: View | null
  readonly papers: PackagePapers | null
}

/** Where a file goes while it is read. What it wrote must be thrown away unless it is told that everything was right. */
export type FileSink = { write(piece: Uint8Array): void | Promise<void>; close(): void | Promise<void> }

export type ReadInput = {
  readonly sealed: ByteStream
  /** Of the inbox, the newest first. */
  readonly identities: readonly string[]
  /** The reader's own directory. */
  readonly findStaff: FindStaff
  /** Which agency and inbox is reading. */
  readonly reader: { readonly agencyId: string; readonly inbox: string }
  /** Called for each file; null to check it without keeping it. */
  readonly keep: (entry: ManifestEntry) => FileSink | null
  /** Takes the zip itself as it comes, for somebody who wants the whole. Worth as little as a file before everything held. */
  readonly whole?: (piece: Uint8Array) => void | Promise<void>
}

/** Reads a package to its end, a piece at a time, and says everything about it that does not hold. */
export async function readPackage(input: ReadInput): Promise<ReadPackage> {
  const zip = ageOpen(input.sealed, input.identities)
  const reader = byteReader(input.whole === undefined ? zip : handedOn(zip, input.whole))
  try {
    return await read(reader, input)
  } catch (error) {
    if (error instanceof AgeError) return nothing([{ code: error.code }])
    throw error
  } finally {
    await reader.close()
  }
}

/** The same stream, each piece shown to somebody else first. */
async function* handedOn(
  stream: ByteStream,
  to: (piece: Uint8Array) => void | Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) {
    await to(piece)
    yield piece
  }
}

function nothing(faults: readonly PackageFault[], manifest: Manifest | null = null): ReadPackage {
  return { faults, manifest, consent: null, envelope: null, fields: null, papers: null }
}

async function read(reader: ByteReader, input: ReadInput): Promise<ReadPackage> {
  let listed: readonly string[] = []
  const zip = zipReader(reader, () => listed)
  const first = await zip.first(MANIFEST_PATH, MAX_MANIFEST_BYTES)
  if (!first.ok) return nothing([{ code: first.error, path: MANIFEST_PATH }])
  const signatures = readManifestFile(first.value)
  if (signatures === null) return nothing([{ code: "manifest-damaged", path: MANIFEST_PATH }])
  const checked = checkManifest(signatures, input.findStaff)
  // A list that nobody certified signed describes nothing: not one byte after it is kept.
  if (!checked.ok) return nothing([{ code: checked.error, path: MANIFEST_PATH }], checked.manifest)
  const { manifest } = checked
  listed = manifest.entries.map((entry) => entry.path)
  const isForUs = manifest.to.id === input.reader.agencyId && manifest.to.inbox === input.reader.inbox
  if (!isForUs) return nothing([{ code: "another-agency" }], manifest)

  const texts = new Map<string, Uint8Array>()
  const faults: PackageFault[] = []
  for (const entry of manifest.entries) {
    const pieces: Uint8Array[] = []
    const sink = entry.role === "file" ? input.keep(entry) : textSink(pieces)
    const hash = await sha256Stream()
    const fault = await zip.entry(entry.path, entry.size, async (piece) => {
      hash.update(piece)
      await sink?.write(piece)
    })
    await sink?.close()
    if (fault !== null) return nothing([...faults, { code: fault, path: entry.path }], manifest)
    if (base64url(hash.digest()) !== entry.sha256) faults.push({ code: "entry-changed", path: entry.path })
    if (entry.role !== "file") texts.set(entry.path, joined(pieces))
  }
  const end = await zip.end()
  if (end !== null) return nothing([...faults, { code: end }], manifest)
  return contentsOf(manifest, texts, faults)
}

function textSink(pieces: Uint8Array[]): FileSink {
  return {
    write: (piece) => {
      // The stream may use its memory again for the next piece.
      pieces.push(piece.slice())
    },
    close: () => undefined,
  }
}

type Finder = (
  role: ManifestEntry["role"],
) => readonly { readonly path: string; readonly bytes: Uint8Array }[]

function papersOf(of: Finder): PackagePapers | null {
  const [release] = of("release").map(({ bytes }) => envelopeOf(bytes))
  const [truth] = of("truth").map(({ bytes }) => envelopeOf(bytes))
  const approvals = of("approval").map(({ bytes }) => envelopeOf(bytes))
  const areRead = approvals.every((approval) => approval !== null)
  return release == null || truth == null || !areRead ? null : { release, truth, approvals }
}

/** Checks that the texts are those that the fields, the consent and the list give, and no others. */
function contentsOf(
  manifest: Manifest,
  texts: ReadonlyMap<string, Uint8Array>,
  found: readonly PackageFault[],
): ReadPackage {
  const faults = [...found]
  const of: Finder = (role) =>
    manifest.entries
      .filter((entry) => entry.role === role)
      .map((entry) => ({ path: entry.path, bytes: texts.get(entry.path) ?? new Uint8Array(0) }))
  const [fieldsFile, consentFile] = [of("fields")[0], of("consent")[0]]
  const fields = fieldsFile === undefined ? null : viewOf(parseCanonical(fieldsFile.bytes))
  const envelope = consentFile === undefined ? null : envelopeOf(consentFile.bytes)
  const consent = envelope === null ? null : readConsent(envelope)
  if (fields === null || envelope === null || consent === null)
    return nothing([...faults, { code: "consent-damaged" }], manifest)

  const expect = (role: ManifestEntry["role"], text: string) => {
    for (const { path, bytes } of of(role))
      if (fromUtf8(bytes) !== text) faults.push({ code: "text-not-as-agreed", path })
  }
  const files = manifest.entries.filter((entry) => entry.role === "file")
  expect("text", complaintText(fields))
  expect("consent_text", consent.text)
  expect("sums", sumsText(manifest.entries))
  expect(
    "readme",
    readmeText({
      packageId: manifest.id,
      at: manifest.at,
      agencyName: consent.to.name,
      checker: manifest.checker,
      signers: manifest.signers,
      files,
    }),
  )
  const isListed = consentDigest(consent) === manifest.consent
  const isSameKey =
    consent.to.id === manifest.to.id &&
    consent.to.inbox === manifest.to.inbox &&
    consent.to.key === manifest.to.key
  if (!isListed || !isSameKey) faults.push({ code: "consent-not-listed" })
  if (!areAgreed(files, consent)) faults.push({ code: "files-not-as-agreed" })
  const papers = papersOf(of)
  const truth =
    papers === null ? null : readTruth(papers.truth, fromBase64url(consent.case) ?? new Uint8Array(0))
  if (truth === null) faults.push({ code: "papers-damaged" })
  else expect("truth_text", truth.text)
  return {
    faults,
    manifest,
    consent,
    envelope,
    fields,
    papers,
  }
}

/** Whether the files are those of the consent: as many, in its order, each with its id, its digest and the name it was given. */
function areAgreed(files: readonly ManifestEntry[], consent: Consent): boolean {
  return (
    files.length === consent.evidence.length &&
    consent.evidence.every(({ id, sha256, label }, at) => {
      const file = files[at]
      const extension = /\.([a-z0-9]{1,8})$/.exec(file?.path ?? "")?.[1] ?? ""
      const isNamed = [extension, ""].some((kind) => file?.path === filePath(at, label, kind))
      return isNamed && file?.ref === id && file.sha256 === sha256
    })
  )
}

function envelopeOf(bytes: Uint8Array): DsseEnvelope | null {
  const json = parseCanonical(bytes)
  return json === undefined ? null : readEnvelope(json)
}

function viewOf(json: Json | undefined): View | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null
  const entries = Object.entries(json)
  return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
    ? Object.fromEntries(entries)
    : null
}
