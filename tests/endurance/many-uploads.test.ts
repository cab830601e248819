import { readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { halfSent } from "../support/half-sent.ts"
import { openPerson } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { madeUpFile, personFiles } from "../support/sealed-files.ts"

let run: Running
beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

const SENDERS = 32
/** 8 parts of 1 MiB each: 256 MiB in all. */
const CHUNKS = 128
const MOST_MIB = 250

/** The most memory the server has ever held, in MiB (Linux, proc(5), VmHWM). */
function peakMiB(): number {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${run.pid()}/status`, "utf8"))
  return Number(line?.[1]) / 1024
}

test.skipIf(process.platform !== "linux")(
  "thirty-two people who send files at once, and read them back, keep the server below 250 MB",
  async () => {
    const org = run.organisation.deployment
    const senders = await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        const person = await openPerson(run.reporter, org)
        return { files: personFiles(run, person, run.direct.reporter), file: madeUpFile(CHUNKS) }
      }),
    )
    const beforeMiB = peakMiB()
    await Promise.all(senders.map(({ files, file }) => files.send(file)))
    const sentMiB = peakMiB()
    await Promise.all(
      senders.map(async ({ files, file }) => {
        for (const [n, part] of file.parts.entries()) {
          expect(Buffer.compare(await files.get(file, n), part)).toBe(0)
        }
      }),
    )
    const readMiB = peakMiB()
    // All three figures are shown when it is not so.
    expect({ beforeMiB, sentMiB, readMiB, isBelow: readMiB < MOST_MIB }).toMatchObject({ isBelow: true })
  },
)

test.skipIf(process.platform !== "linux")(
  "two hundred parts that stand still in the middle cost the server little, and keep nobody else out",
  async () => {
    const person = await openPerson(run.reporter, run.organisation.deployment)
    const files = personFiles(run, person, run.direct.reporter)
    const [slow, quick] = [madeUpFile(16), madeUpFile(16)]
    await files.open(slow)
    await files.open(quick)
    const standing = Array.from({ length: 200 }, () => halfSent(run, slow, 0, person.token))
    await until(() => standing.every((one) => one.isThere()), "the halves have not been sent")
    await files.put(quick, 0)
    await files.finish(quick)
    expect(Buffer.compare(await files.get(quick, 0), quick.parts[0]!)).toBe(0)
    expect(peakMiB()).toBeLessThan(MOST_MIB)
    for (const one of standing) one.end()
    await files.put(slow, 0)
    await files.finish(slow)
  },
)
