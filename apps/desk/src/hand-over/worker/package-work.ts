import { type CheckContext, type ConsentFinding, check, type FindStaff, type StaffSigner } from "@shn/consent"
import { type CaseId, err, type KeyId, ok, type Result, type ThreeWay, type UploadId } from "@shn/domain"
import {
  type BuildError,
  buildPackage,
  PackageStopped,
  type PlanOptions,
  packageSize,
  planPackage,
  sealCover,
} from "@shn/evidence"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type FileFacts,
  type Pace,
  type ReadProblem,
  readFile,
  type SendProblem,
  type SendProgress,
  sendFile,
} from "@shn/sealed"
import { type ApiOptions, DESK_ROUTES, fetchPart, type PartFetch } from "@shn/wire"
import { uploadPorts } from "../../files/worker/upload-ports.ts"
import { asked, ComesOnce, onceThrough } from "./once-through.ts"

/** Everything a worker needs to build one package, seal it and send it. Plain data: the leave is made anew inside, by `check`. */
export type PackageWork = {
  readonly caseId: CaseId
  /** Fresh for every try, with a fresh key: what was begun before is never mixed with it. */
  readonly uploadId: UploadId
  readonly key: Uint8Array
  readonly releaseId: string
  readonly consent: DsseEnvelope
  readonly context: CheckContext
  readonly options: PlanOptions
  readonly kept: readonly DsseEnvelope[]
  readonly signatures: readonly [DsseEnvelope, DsseEnvelope]
  /** Certified members by key: whoever drafted, approved, checked or signs. */
  readonly staff: readonly (readonly [KeyId, StaffSigner])[]
  readonly codeWord: boolean
  readonly minor: ThreeWay
  readonly recipient: string
  readonly files: readonly { readonly id: string; readonly uploadId: UploadId; readonly facts: FileFacts }[]
}

/** Why no package came of it. Whatever was sent before does not open. */
export type PackageTrouble =
  | { readonly at: "consent"; readonly findings: readonly ConsentFinding[] }
  | { readonly at: "build"; readonly error: BuildError }
  /** A file of the case is not what the person handed in, or cannot be had. */
  | { readonly at: "file"; readonly path: string; readonly why: ReadProblem | PackageStopped["code"] }
  /** Our computer lost a piece that it had confirmed: the whole has to be made anew. */
  | { readonly at: "again" }
  | { readonly at: "sending"; readonly problem: SendProblem }

export type PackageNews =
  | { readonly is: "packing"; readonly progress: SendProgress }
  /** `cover`: base64url, sealed to the inbox; with the upload it is what is handed over. */
  | { readonly is: "packed"; readonly result: PackedOutcome }

export type PackedOutcome =
  | { readonly ok: true; readonly cover: string }
  | { readonly ok: false; readonly trouble: PackageTrouble }

export type PackagePorts = {
  readonly fetch: ApiOptions["fetch"]
  readonly partFetch: PartFetch
  readonly pace: Pace
  /** Waited for before each piece: a pause. */
  readonly mayGoOn: () => Promise<void>
  readonly nowMs: number
  readonly say: (news: PackageNews) => void
}

/** Builds, seals and sends one package; its last news is the result. */
export async function doPackageWork(work: PackageWork, ports: PackagePorts): Promise<void> {
  const made = await make(work, ports)
  ports.say({
    is: "packed",
    result: made.ok ? { ok: true, cover: made.value } : { ok: false, trouble: made.trouble },
  })
}

type Made =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly trouble: PackageTrouble }

async function make(work: PackageWork, ports: PackagePorts): Promise<Made> {
  const checked = check(work.consent, work.context)
  if (!checked.ok) return fail({ at: "consent", findings: checked.findings })
  const { disclosure } = checked
  const byKey = new Map(work.staff)
  const findStaff: FindStaff = (keyId) => byKey.get(keyId)
  const { options, kept, signatures, codeWord, minor, recipient } = work
  const plan = planPackage(disclosure, options)
  if (!plan.ok) return fail({ at: "build", error: plan.error })
  const built = buildPackage({
    disclosure,
    options,
    kept,
    signatures,
    findStaff,
    codeWord,
    minor,
    recipient,
    open: (id) => openFile(work, id, ports),
    nowMs: ports.nowMs,
  })
  if (!built.ok) return fail({ at: "build", error: built.error })
  const size = packageSize(plan.value.manifest, signatures)
  const source = onceThrough(built.value, size, ports.mayGoOn)
  try {
    const { caseId, uploadId, key, releaseId } = work
    const sent = await sendFile({
      source,
      key,
      server: uploadPorts({ caseId, uploadId }, ports),
      hash: sha256Stream,
      pace: ports.pace,
      onProgress: (progress) => ports.say({ is: "packing", progress }),
    })
    if (!sent.ok) return fail(troubleFrom(source.broken(), sent.error))
    const cover = { releaseId, uploadId, key: base64url(key), size, ...sent.value }
    return ok(base64url(await sealCover(cover, recipient)))
  } finally {
    await source.close()
  }
}

function fail(trouble: PackageTrouble): Made {
  return { ok: false, trouble }
}

function troubleFrom(broken: unknown, problem: SendProblem): PackageTrouble {
  if (broken instanceof PackageStopped) return { at: "file", path: broken.path, why: broken.code }
  if (broken instanceof FileShut) return { at: "file", path: broken.id, why: broken.why }
  if (broken instanceof ComesOnce) return { at: "again" }
  return { at: "sending", problem }
}

/** A file of the case could not be read to its end. */
class FileShut extends Error {
  constructor(
    readonly id: string,
    readonly why: ReadProblem,
  ) {
    super(why)
  }
}

function openFile({ files }: PackageWork, id: string, { partFetch, pace }: PackagePorts) {
  const file = files.find((each) => each.id === id)
  return asked(async (sink) => {
    const read = await readOne(file, partFetch, pace, sink)
    if (!read.ok) throw new FileShut(id, read.error)
  })
}

async function readOne(
  file: PackageWork["files"][number] | undefined,
  partFetch: PartFetch,
  pace: Pace,
  sink: (piece: Uint8Array) => Promise<void>,
): Promise<Result<null, ReadProblem>> {
  if (file === undefined) return err("facts_wrong")
  const kept = new Map<number, Uint8Array>()
  const { uploadId, facts } = file
  const read = await readFile({
    facts,
    server: { getPart: (n) => fetchPart(DESK_ROUTES.getPart, { uploadId, n }, { fetch: partFetch }, kept) },
    hash: sha256Stream,
    pace,
    sink,
  })
  return read.ok ? ok(null) : err(read.error)
}
