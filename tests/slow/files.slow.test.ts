import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { base64url } from "@shn/primitives/encode"
import type { SentFile } from "@shn/sealed"
import { afterAll, beforeAll, expect, test } from "vitest"
import { POOR_LINE, startBadLine } from "../support/bad-line.ts"
import { generatedFile, type KnownUpload, newUpload, paceOf, portsOf } from "../support/file-ports.ts"
import { digestOf, personWithCase, readBack, send } from "../support/file-sender.ts"
import { comeBack, must, type Person } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import type { FileErrand, FileReport } from "./file-process.ts"

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, "../..")
const THREE_GB = 3_000_000_000
/** Far below any file of this size, above what Node itself takes while it moves 40 MB/s. */
const MOST_MB = 400

let helpline: Running
beforeAll(async () => {
  helpline = await startHelpline({ env: { SHN_CASE_MEGABYTES: "4000" } })
})
afterAll(() => helpline?.close())

test("three gigabytes are sent, kept and read back exactly, and neither side nor the server ever holds more than a few parts", async () => {
  const person = await personWithCase(helpline, "a long film")
  const upload = newUpload()
  const before = serverPeakMb()
  const sent = await inProcess(person, upload, {})
  expect(sent.result).toMatchObject({ ok: true })
  const { value } = sent.result as { value: SentFile }
  const after = serverPeakMb()
  expect(value.sha256).toBe(await digestOf(generatedFile(THREE_GB, 1)))
  const read = await inProcess(person, upload, { sent: value })
  expect(read).toMatchObject({ result: { ok: true }, sha256: value.sha256 })
  say([
    `sending process: ${sent.peakMb.toFixed(0)} MB at most (${sent.startMb.toFixed(0)} before), ${sent.seconds.toFixed(0)} s`,
    `receiving process: ${read.peakMb.toFixed(0)} MB at most (${read.startMb.toFixed(0)} before), ${read.seconds.toFixed(0)} s`,
    `server: ${serverPeakMb().toFixed(0)} MB at most (${before.toFixed(0)} before, ${after.toFixed(0)} after the sending)`,
  ])
  for (const peak of [sent.peakMb, read.peakMb, serverPeakMb()]) expect(peak).toBeLessThan(MOST_MB)
})

test("with 2 % loss, 300 ms each way and a cut every ten seconds a file arrives exactly, both ways", async () => {
  const person = await personWithCase(helpline, "a village")
  const line = await startBadLine(Number(new URL(helpline.direct.reporter).port), POOR_LINE)
  try {
    const upload = newUpload()
    const address = `http://127.0.0.1:${line.port}`
    const ports = portsOf(person, upload, { address, origin: helpline.reporter })
    const source = generatedFile(4_000_000, 2)
    const begun = performance.now()
    const sent = must(await send(upload, source, ports, paceOf()))
    const up = line.figures()
    const sentAfter = performance.now()
    expect(sent.sha256).toBe(await digestOf(source))
    const back = await readBack(upload, source.size, sent, ports, paceOf())
    expect(back).toEqual({ result: { ok: true }, sha256: sent.sha256, bytes: source.size })
    const down = line.figures()
    say([
      `sent in ${((sentAfter - begun) / 1000).toFixed(0)} s: ${(up.upBytes / source.size).toFixed(2)} times its bytes, ${up.cut} connections cut, ${up.silenced} silenced, ${up.stalls} stalls`,
      `read in ${((performance.now() - sentAfter) / 1000).toFixed(0)} s: ${((down.downBytes - up.downBytes) / source.size).toFixed(2)} times its bytes, ${down.cut - up.cut} cut, ${down.silenced - up.silenced} silenced, ${down.stalls - up.stalls} stalls`,
    ])
    expect(up.cut + up.silenced).toBeGreaterThan(5)
    expect(up.upBytes).toBeLessThan(1.5 * source.size)
  } finally {
    await line.close()
  }
})

/** Figures for the notes: they belong to the run, whatever it proves. */
function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`)
}

async function inProcess(
  person: Person,
  upload: KnownUpload,
  more: Partial<FileErrand>,
): Promise<FileReport> {
  const errand: FileErrand = {
    caseId: person.keys.caseId,
    token: await comeBack(helpline.reporter, person.keys),
    uploadId: upload.uploadId,
    key: base64url(upload.key),
    // Not over the recording line: it would keep three gigabytes in this process.
    address: helpline.direct.reporter,
    origin: helpline.reporter,
    size: THREE_GB,
    seed: 1,
    ...more,
  }
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs")
  const script = join(import.meta.dirname, "file-process.ts")
  const { stdout } = await run(process.execPath, [tsx, script, JSON.stringify(errand)], { cwd: ROOT })
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as FileReport
}

function serverPeakMb(): number {
  const status = readFileSync(`/proc/${helpline.pid()}/status`, "utf8")
  return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6
}
