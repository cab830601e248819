import { checkHandOff, type Disclosure, type FindStaff, inboxKeyDigest } from "@shn/consent"
import { err, ok, type Result, type ThreeWay } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { ageSeal, isX25519Recipient } from "./age.ts"
import type { ByteStream } from "./bytes.ts"
import { checkManifest, type ManifestEntry, type ManifestError, manifestFile } from "./manifest.ts"
import { MANIFEST_PATH } from "./paths.ts"
import { isSamePlan, type PackagePlan, type PlanError, type PlanOptions, planPackage } from "./plan.ts"
import { zipWriter } from "./zip.ts"

export type BuildInput = {
  /** Leave to hand over, checked moments ago. */
  readonly disclosure: Disclosure
  /** Those the two members planned and signed with. */
  readonly options: PlanOptions
  /** Approvals that are checked here and stay here: the code word, the protection of a child. The agency is told of neither. */
  readonly kept: readonly DsseEnvelope[]
  /** In the order of the plan's signers. */
  readonly signatures: readonly [DsseEnvelope, DsseEnvelope]
  /** From the directory this desk has verified. */
  readonly findStaff: FindStaff
  /** Whether the code word had to be asked for, from `needsCodeWord`, and whether the person is under 18. */
  readonly codeWord: boolean
  readonly minor: ThreeWay
  /** The agency inbox as the directory certifies it now. */
  readonly recipient: string
  /** Reads one file of the plan, piece by piece, by the id it has in the consent. */
  readonly open: (id: string) => ByteStream
  readonly nowMs: number
}

/** A disclosure is leave for now: a consent may be taken back the next hour. */
export const DISCLOSURE_MAX_AGE_MS = 3_600_000

/** "check-again": the consent was checked over an hour ago. "papers-missing": `checkHandOff` says which. "key-changed": the agency has another inbox key than the one the person signed for; they have to sign again. */
export type BuildError =
  | PlanError
  | ManifestError
  | "check-again"
  | "papers-missing"
  | "another-plan"
  | "key-changed"
  | "not-a-recipient"

/** Thrown in the middle of a stream when a file is not the one that was agreed to. What came out before does not open. */
export class PackageStopped extends Error {
  readonly code: "file-changed" | "file-length"
  readonly path: string
  constructor(code: PackageStopped["code"], path: string) {
    super(`${code}: ${path}`)
    this.code = code
    this.path = path
  }
}

/**
 * Builds a sealed package piece by piece, with exactly the fields and files of the disclosure. Each file is hashed on its way; if one is not what the person agreed to, the stream
 * ends with an error before its last sealed piece, and a package without that piece does not open.
 * @returns the sealed bytes, or why nothing is built
 */
export function buildPackage(input: BuildInput): Result<ByteStream, BuildError> {
  const { disclosure, recipient } = input
  if (Math.abs(input.nowMs - disclosure.checkedAtMs) > DISCLOSURE_MAX_AGE_MS) return err("check-again")
  const plan = planPackage(disclosure, input.options)
  if (!plan.ok) return plan
  const { findStaff, codeWord, minor } = input
  const { papers } = input.options
  const approvals = [...papers.approvals, ...input.kept]
  const missing = checkHandOff({ disclosure, ...papers, approvals, findStaff, codeWord, minor })
  if (missing.length > 0) return err("papers-missing")
  const checked = checkManifest(input.signatures, findStaff)
  if (!checked.ok) return err(checked.error)
  if (!isSamePlan(plan.value, checked.manifest)) return err("another-plan")
  if (!isX25519Recipient(recipient)) return err("not-a-recipient")
  if (inboxKeyDigest(recipient) !== disclosure.consent.to.key) return err("key-changed")
  return ok(ageSeal(zipStream(plan.value, input), recipient))
}

async function* zipStream(
  { manifest, texts }: PackagePlan,
  { signatures, open }: BuildInput,
): AsyncGenerator<Uint8Array> {
  const zip = zipWriter()
  yield zip.begin(MANIFEST_PATH)
  yield zip.write(manifestFile(signatures))
  yield zip.end()
  for (const entry of manifest.entries) {
    yield zip.begin(entry.path)
    const text = texts.get(entry.path)
    if (text !== undefined) yield zip.write(text)
    else for await (const piece of checkedFile(entry, open(entry.ref))) yield zip.write(piece)
    yield zip.end()
  }
  yield zip.finish()
}

async function* checkedFile(entry: ManifestEntry, file: ByteStream): AsyncGenerator<Uint8Array> {
  const hash = await sha256Stream()
  let length = 0
  for await (const piece of file) {
    length += piece.length
    if (length > entry.size) throw new PackageStopped("file-length", entry.path)
    hash.update(piece)
    yield piece
  }
  if (length !== entry.size) throw new PackageStopped("file-length", entry.path)
  if (base64url(hash.digest()) !== entry.sha256) throw new PackageStopped("file-changed", entry.path)
}
