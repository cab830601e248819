// One side of a transfer as a process of its own, so that its memory can be measured: started by files.slow.test.ts.
import { readFileSync } from "node:fs"
import type { CaseId, UploadId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { SentFile } from "@shn/sealed"
import { generatedFile, paceOf, portsOf } from "../support/file-ports.ts"
import { readBack, send } from "../support/file-sender.ts"

/** What the process is told, as JSON in its only argument. */
export type FileErrand = {
  readonly caseId: CaseId
  readonly token: string
  readonly uploadId: UploadId
  /** base64url. */
  readonly key: string
  readonly address: string
  readonly origin: string
  readonly size: number
  readonly seed: number
  /** Only to read it back. */
  readonly sent?: SentFile
}

/** What it prints, as JSON in its last line. Megabytes are millions of bytes. */
export type FileReport = {
  readonly result: unknown
  readonly sha256: string | null
  readonly seconds: number
  readonly startMb: number
  readonly peakMb: number
}

const errand = JSON.parse(process.argv[2] ?? "{}") as FileErrand
const key = fromBase64url(errand.key)
if (key === null) throw new Error("no key")
const upload = { uploadId: errand.uploadId, key }
const keys = { caseId: errand.caseId } as Parameters<typeof portsOf>[0]["keys"]
const ports = portsOf({ keys, token: errand.token }, upload, errand)
const source = generatedFile(errand.size, errand.seed)
const startMb = peakMb()
const begun = performance.now()
const outcome =
  errand.sent === undefined
    ? { result: await send(upload, source, ports, paceOf()), sha256: null }
    : await readBack(upload, errand.size, errand.sent, ports, paceOf())
const report: FileReport = {
  result: outcome.result,
  sha256: outcome.sha256,
  seconds: (performance.now() - begun) / 1_000,
  startMb,
  peakMb: peakMb(),
}
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit())

/** VmHWM: the most memory this process has held so far. Linux. */
function peakMb(): number {
  return (Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) * 1024) / 1e6
}
