import { type FindStaff, isReleaseOf, readRelease, readTruth, type StaffSigner } from "@shn/consent"
import type { KeyId, UploadId } from "@shn/domain"
import {
  type FileSink,
  type OpenedPackage,
  type OpenInput,
  type OpeningAgency,
  openPackage,
  stopsOf,
} from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { type FileFacts, type Pace, type ReadProblem, type ReadProgress, readFile } from "@shn/sealed"
import type { SaveTarget } from "@shn/staff"
import { AGENCY_ROUTES, fetchPart, type PartFetch, type SignedStatement } from "@shn/wire"
import { piecePipe } from "./piece-pipe.ts"

/** A package to fetch and open, with everything it is checked against. */
export type PackagePlace = {
  readonly releaseId: string
  /** The release as our computer gave it out: what the package came with has to be the very same. */
  readonly release: SignedStatement
  readonly uploadId: UploadId
  readonly facts: FileFacts
  /** Of the inbox, the newest first. */
  readonly identities: readonly string[]
  /** Members of the helpline as this device's own directory names them, also those who have left since. */
  readonly staff: readonly (readonly [KeyId, StaffSigner])[]
  /** Who of them has left. */
  readonly gone: readonly KeyId[]
  readonly agency: OpeningAgency
  readonly nowMs: number
  readonly revocations: OpenInput["revocations"]
  readonly used: number
}

/** What is kept of it: nothing but the texts, one file, or the whole zip. */
export type Wish =
  | { readonly keep: "texts" }
  | { readonly keep: "file"; readonly path: string; readonly to: SaveTarget | null }
  | { readonly keep: "zip"; readonly to: SaveTarget | null }

/** `to` null: into memory, for a browser that cannot write to a chosen place. */
export type PackageWork = { readonly place: PackagePlace; readonly wish: Wish }

export type PackageNews =
  | { readonly is: "reading"; readonly progress: ReadProgress }
  | { readonly is: "done"; readonly outcome: PackageOutcome }

/** A package in which everything holds. */
export type WholePackage = OpenedPackage & { readonly disclosure: NonNullable<OpenedPackage["disclosure"]> }

export type PackageOutcome =
  /** `truth`: the person's word that it is true. `left`: who signed it and has left since. `saved`: what was kept in memory. */
  | {
      readonly is: "whole"
      readonly opened: WholePackage
      readonly truth: string
      readonly left: readonly KeyId[]
      readonly saved: ArrayBuffer | null
    }
  /** What does not hold; nothing of the contents. `isOtherRelease`: it holds, and was sent with another release. */
  | { readonly is: "refused"; readonly opened: OpenedPackage; readonly isOtherRelease: boolean }
  | { readonly is: "trouble"; readonly why: ReadProblem | "not_written" }

export type WorkPorts = {
  readonly partFetch: PartFetch
  readonly pace: Pace
  readonly say: (news: PackageNews) => void
}

/** Fetches a package, opens it, checks everything and keeps what is wished. Its last news is the outcome. */
export async function doPackageWork(work: PackageWork, ports: WorkPorts): Promise<void> {
  const kept = await keeperOf(work.wish)
  if (kept === null) return ports.say({ is: "done", outcome: { is: "trouble", why: "not_written" } })
  let outcome: PackageOutcome = { is: "trouble", why: "not_written" }
  try {
    outcome = judged(work.place, await fetchedAndOpened(work, kept, ports))
    // Whatever was not right to the last byte is not left lying about under a good name.
    if (outcome.is === "whole") outcome = { ...outcome, saved: await kept.finish() }
    else await kept.drop()
  } catch (error) {
    await kept.drop()
    if (!kept.hasFailed()) throw error
    outcome = { is: "trouble", why: "not_written" }
  }
  ports.say({ is: "done", outcome })
}

async function fetchedAndOpened(
  { place, wish }: PackageWork,
  kept: Keeper,
  { partFetch, pace, say }: WorkPorts,
): Promise<OpenedPackage | ReadProblem> {
  const pipe = piecePipe()
  const parts = new Map<number, Uint8Array>()
  const reading = readFile({
    facts: place.facts,
    server: {
      getPart: (n) =>
        fetchPart(AGENCY_ROUTES.packagePart, { uploadId: place.uploadId, n }, { fetch: partFetch }, parts),
    },
    hash: sha256Stream,
    pace: { wait: pace.wait, isStopped: () => pipe.isLeft() || pace.isStopped() },
    sink: pipe.write,
    onProgress: (progress) => say({ is: "reading", progress }),
  }).finally(pipe.end)
  const staff = new Map(place.staff)
  const findStaff: FindStaff = (keyId) => staff.get(keyId)
  const opened = await openPackage({
    sealed: pipe.stream,
    identities: place.identities,
    findStaff,
    agency: place.agency,
    nowMs: place.nowMs,
    revocations: place.revocations,
    used: place.used,
    latest: null,
    keep: (entry) => (wish.keep === "file" && entry.path === wish.path ? kept.sink : null),
    ...(wish.keep === "zip" ? { whole: kept.sink.write } : {}),
  })
  pipe.leave()
  const read = await reading
  // A reader that has seen enough stops the fetching; any other end of it is why the package broke off.
  return read.ok || read.error === "stopped" ? opened : read.error
}

function judged(place: PackagePlace, opened: OpenedPackage | ReadProblem): PackageOutcome {
  if (typeof opened === "string") return { is: "trouble", why: opened }
  const { disclosure, consent, papers, manifest } = opened
  if (
    disclosure === null ||
    consent === null ||
    papers === null ||
    manifest === null ||
    stopsOf(opened).length > 0
  )
    return { is: "refused", opened: withoutContents(opened), isOtherRelease: false }
  // Who leaves takes nothing back. But two keys that are no longer anybody's word do not vouch for each other.
  const left = manifest.signers.filter((signer) => place.gone.includes(signer))
  if (left.length === manifest.signers.length) {
    const vouchedByNobody: OpenedPackage = {
      ...withoutContents(opened),
      faults: [{ code: "signer-unknown" }],
    }
    return { is: "refused", opened: vouchedByNobody, isOtherRelease: false }
  }
  const release = readRelease(papers.release)
  const isItsOwn =
    release?.releaseId === place.releaseId &&
    isReleaseOf(release, consent) &&
    papers.release.payload === place.release.payload
  if (!isItsOwn) return { is: "refused", opened: withoutContents(opened), isOtherRelease: true }
  const truth = readTruth(papers.truth, fromBase64url(consent.case) ?? new Uint8Array(0))
  return { is: "whole", opened: { ...opened, disclosure }, truth: truth?.text ?? "", left, saved: null }
}

/** A package that fails a check shows why, and nothing of what is in it. */
function withoutContents(opened: OpenedPackage): OpenedPackage {
  return {
    faults: opened.faults,
    consentFindings: opened.consentFindings,
    paperFindings: opened.paperFindings,
    manifest: null,
    consent: null,
    envelope: null,
    fields: null,
    papers: null,
    disclosure: null,
  }
}

/** Where the wished part goes; it exists under its name only after `finish`. */
type Keeper = {
  readonly sink: FileSink
  /** Whether writing failed, as opposed to reading. */
  readonly hasFailed: () => boolean
  readonly finish: () => Promise<ArrayBuffer | null>
  readonly drop: () => Promise<void>
}

/** @returns null when the chosen place cannot be written */
async function keeperOf(wish: Wish): Promise<Keeper | null> {
  if (wish.keep === "texts") return nothingKept()
  if (wish.to === null) return inMemory()
  try {
    return writtenTo(await wish.to.createWritable())
  } catch {
    return null
  }
}

function nothingKept(): Keeper {
  const nothing = async () => undefined
  return {
    sink: { write: nothing, close: nothing },
    hasFailed: () => false,
    finish: async () => null,
    drop: nothing,
  }
}

function inMemory(): Keeper {
  let pieces: Uint8Array[] = []
  return {
    // The stream may use its memory again for the next piece.
    sink: { write: (piece) => void pieces.push(piece.slice()), close: () => undefined },
    hasFailed: () => false,
    finish: async () => {
      const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
      let at = 0
      for (const piece of pieces) {
        whole.set(piece, at)
        at += piece.length
      }
      return whole.buffer
    },
    drop: async () => {
      pieces = []
    },
  }
}

function writtenTo(target: Awaited<ReturnType<SaveTarget["createWritable"]>>): Keeper {
  let hasFailed = false
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      hasFailed = true
      throw error
    }
  }
  return {
    sink: { write: (piece) => guarded(target.write(new Uint8Array(piece))), close: () => undefined },
    hasFailed: () => hasFailed,
    finish: async () => {
      await guarded(target.close())
      return null
    },
    drop: () => target.abort().catch(() => undefined),
  }
}
