import { REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { call, openPerson, Refused, readOwnCase, say, sealCase, textsOf } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

let run: Running
beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

test("thirty-two people who submit in the same moment all succeed", async () => {
  const org = run.organisation.deployment
  const people = await Promise.all(Array.from({ length: 32 }, () => openPerson(run.reporter, org)))
  const bodies = await Promise.all(
    people.map((person, n) => sealCase(run.reporter, org, person, { story: `person ${n}` })),
  )
  const answers = await Promise.all(
    people.map((person, n) => call(run.reporter, REPORTER_ROUTES.submit, bodies[n]!, person.token)),
  )
  expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(32)
  for (const [n, person] of people.entries()) {
    const { opened } = await readOwnCase(run.reporter, org, person.keys)
    expect(textsOf(opened)).toEqual([`person ${n}`])
  }
})

test("the same submission sent ten times at once is one case, and each sender is told it arrived", async () => {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story: "once" })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call(run.reporter, REPORTER_ROUTES.submit, body, person.token)),
  )
  expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1)
  const { view, opened } = await readOwnCase(run.reporter, org, person.keys)
  expect(view.roster).toHaveLength(1)
  expect(view.needs).toHaveLength(1)
  expect(textsOf(opened)).toEqual(["once"])
})

test("another submission for a case that was submitted is refused and changes nothing", async () => {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const first = await sealCase(run.reporter, org, person, { story: "the first" })
  const second = await sealCase(run.reporter, org, person, { story: "the second" })
  await call(run.reporter, REPORTER_ROUTES.submit, first, person.token)
  await expect(call(run.reporter, REPORTER_ROUTES.submit, second, person.token)).rejects.toMatchObject({
    problem: "conflict",
  })
  const { opened } = await readOwnCase(run.reporter, org, person.keys)
  expect(textsOf(opened)).toEqual(["the first"])
})

test("when the answer is lost on the line, sending the same bytes again brings the same answer", async () => {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story: "the line broke" })
  run.reporterLine.tamper({
    before: (path) => (path === REPORTER_ROUTES.submit.path ? "cut-after" : undefined),
  })
  await expect(call(run.reporter, REPORTER_ROUTES.submit, body, person.token)).rejects.toBeInstanceOf(Refused)
  run.reporterLine.tamper({})
  expect(await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)).toEqual({
    caseId: person.keys.caseId,
    state: "submitted",
  })
  const { view } = await readOwnCase(run.reporter, org, person.keys)
  expect(view.envelopes.length).toBe(body.envelopes.length)
})

test("a server restarted between opening and submitting takes the submission all the same", async () => {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story: "before the restart" })
  await run.kill("SIGTERM")
  await run.restart()
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  await say(run.reporter, org, person.keys, "and after it")
  const { opened } = await readOwnCase(run.reporter, org, person.keys)
  expect(textsOf(opened)).toEqual(["before the restart", "and after it"])
})
