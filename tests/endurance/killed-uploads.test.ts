import { afterAll, beforeAll, expect, test } from "vitest"
import { halfSent } from "../support/half-sent.ts"
import { comeBack, openPerson, type Person } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { madeUpFile, personFiles } from "../support/sealed-files.ts"

let run: Running
beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

const KILLS = 12
const PEOPLE = 3
/** 8 parts each. */
const CHUNKS = 128
const HALF = 3

test("after twelve kills while parts arrive, every part that was acknowledged is there and exact, and each file is finished from where it stood", async () => {
  const org = run.organisation.deployment
  const senders = await Promise.all(
    Array.from({ length: PEOPLE }, async () => ({
      person: await openPerson(run.reporter, org),
      files: Array.from({ length: KILLS }, () => madeUpFile(CHUNKS)),
    })),
  )
  const filesOf = (person: Person) => personFiles(run, person, run.direct.reporter)
  const acknowledged = new Map<string, Set<number>>()

  for (let round = 0; round < KILLS; round += 1) {
    for (const { person, files } of senders) await filesOf(person).open(files[round]!)
    // However fast the machine is: one part of each file is half there when the server dies.
    const halves = senders.map(({ person, files }) => halfSent(run, files[round]!, HALF, person.token))
    await until(() => halves.every((one) => one.isThere()), "the halves have not been sent")
    let kept = 0
    const sending = senders.flatMap(({ person, files }) => {
      const file = files[round]!
      const known = new Set<number>()
      acknowledged.set(file.uploadId, known)
      const whole = [...file.parts.keys()].filter((n) => n !== HALF)
      return whole.map(async (n) => {
        const outcome = await filesOf(person)
          .put(file, n)
          .catch(() => "lost")
        if (outcome === "lost") return
        known.add(n)
        kept += 1
      })
    })
    // In the middle of the parts, each time at another one.
    await until(() => kept > round % 7, "no part was ever kept")
    await pause((round * 5) % 23)
    await run.kill("SIGKILL")
    await Promise.all(sending)
    await until(() => halves.every((one) => one.isBroken()), "a line outlived the server")
    await run.restart()
  }
  expect([...acknowledged.values()].reduce((sum, known) => sum + known.size, 0)).toBeGreaterThan(KILLS)

  for (const { person, files } of senders) {
    const mine = filesOf({ ...person, token: await comeBack(run.reporter, person.keys) })
    for (const file of files) {
      const { parts } = await mine.state(file)
      expect(parts[HALF]).toBeNull()
      for (const n of acknowledged.get(file.uploadId)!) {
        expect(parts[n]).toBe(file.digests[n])
        expect(Buffer.compare(await mine.get(file, n), file.parts[n]!)).toBe(0)
      }
      for (const n of file.parts.keys()) if (parts[n] === null) await mine.put(file, n)
      await mine.finish(file)
      for (const n of file.parts.keys()) {
        expect(Buffer.compare(await mine.get(file, n), file.parts[n]!)).toBe(0)
      }
    }
  }
}, 300_000)

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms))
}
