import { REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { call, openPerson, type Person, readOwnCase, sealCase, textsOf } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

let run: Running
beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

const KILLS = 20
const WRITERS = 4

test("after twenty kills in the middle of writing, every case that was acknowledged is there and opens with its own receipt", async () => {
  const org = run.organisation.deployment
  const acknowledged: { person: Person; story: string }[] = []
  let refusals = 0

  // Each writer submits one case after another; whatever the kill interrupts is simply not acknowledged.
  async function write(round: number, writer: number, stop: { now: boolean }): Promise<void> {
    for (let n = 0; !stop.now; n++) {
      const story = `case ${round}.${writer}.${n}`
      try {
        const person = await openPerson(run.reporter, org)
        const body = await sealCase(run.reporter, org, person, { story })
        await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
        acknowledged.push({ person, story })
      } catch {
        refusals++
      }
    }
  }

  for (let round = 0; round < KILLS; round++) {
    const stop = { now: false }
    const before = acknowledged.length
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(round, writer, stop))
    // Killed while cases are arriving, at a different moment each time.
    await Promise.race([waitFor(() => acknowledged.length > before + (round % 3)), pause(8_000)])
    await pause((round * 7) % 50)
    await run.kill("SIGKILL")
    stop.now = true
    await Promise.all(writers)
    await run.restart()
  }

  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS)
  expect(refusals).toBeGreaterThan(0)
  for (const { person, story } of acknowledged) {
    const { opened } = await readOwnCase(run.reporter, org, person.keys)
    expect(textsOf(opened)).toEqual([story])
    expect(opened.findings).toEqual([])
  }
}, 300_000)

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms))
}

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5)
}
