import { addDays, dayOf, type MessageId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4 } from "@shn/primitives/random"
import { changePolicy } from "@shn/sealed"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { NOW_MS } from "../../../../tests/support/helpline.ts"
import {
  logIn,
  type Mailbox,
  opened,
  openingOf,
  openVisitor,
  problemOf,
  sealedCase,
  solvedWork,
  startMailbox,
  submittedCase,
} from "../../../../tests/support/mailbox.ts"
import { must } from "../../../../tests/support/person.ts"
import { arrivals } from "../blobs/arrivals.ts"
import { diskBlobs } from "../blobs/disk.ts"
import { runDueJobs } from "./run.ts"

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox()
})
afterAll(() => box.close())

const DAY_MS = 86_400_000

test("a case that was never submitted ends after seven days and is gone a day later; a submitted one stays", async () => {
  const idle = await openVisitor(box)
  const { visitor } = await submittedCase(box)
  const { store } = box.server
  box.clock.nowMs = NOW_MS + 7 * DAY_MS
  await box.server.runJobs()
  expect((await store.cases.find(idle.keys.caseId))?.state).toBe("opened")
  const token = await logIn(box, idle.keys)
  box.clock.nowMs = Date.parse(`${addDays(dayOf(NOW_MS), 8)}T00:00:00Z`)
  await box.server.runJobs()
  expect((await store.cases.find(idle.keys.caseId))?.state).toBe("expired")
  expect(await problemOf(token(REPORTER_ROUTES.readCase, {}))).toBe("token_expired")
  const fresh = Date.parse(`${addDays(dayOf(NOW_MS), 9)}T00:00:00Z`)
  box.clock.nowMs = fresh
  await box.server.runJobs()
  expect(await store.cases.find(idle.keys.caseId)).toBeUndefined()
  expect((await store.cases.find(visitor.keys.caseId))?.state).toBe("submitted")
  expect((await store.jobs.all()).filter(({ kind }) => kind === "expire_case")).toEqual([])
  box.clock.nowMs = NOW_MS
})

test("someone whose case ends at midnight in the middle of writing is told so, and opens it again with the same receipt", async () => {
  box.clock.nowMs = NOW_MS
  const { keys } = await openVisitor(box)
  const midnight = Date.parse(`${addDays(dayOf(NOW_MS), 8)}T00:00:00Z`)
  box.clock.nowMs = midnight - 60_000
  const call = await logIn(box, keys)
  box.clock.nowMs = midnight
  await box.server.runJobs()
  expect(await problemOf(call(REPORTER_ROUTES.readCase, {}))).toBe("case_expired")
  const { token } = await box.call()(REPORTER_ROUTES.openCase, await openingOf(box, keys))
  const visitor = { keys, token, call: box.call(token) }
  await visitor.call(REPORTER_ROUTES.submit, await sealedCase(box, visitor))
  box.clock.nowMs = midnight + 3 * DAY_MS
  await box.server.runJobs()
  expect((await box.server.store.cases.find(keys.caseId))?.state).toBe("submitted")
  box.clock.nowMs = NOW_MS
})

test("a case may ask the router ten times a day, and as often again for each solved puzzle", async () => {
  const visitor = await openVisitor(box)
  const body = await sealedCase(box, visitor)
  const needs = body.needs.map(({ needId, facets }) => ({ needId, facets }))
  const ask = (work: Awaited<ReturnType<typeof solvedWork>> | null = null) =>
    problemOf(visitor.call(REPORTER_ROUTES.propose, { needs, work }))
  const first = await Promise.all(Array.from({ length: 10 }, () => ask()))
  expect(first.filter((answer) => answer === "ok")).toHaveLength(9)
  expect(await ask()).toBe("budget_used")
  const work = await solvedWork(box, "budget")
  expect(await ask(work)).toBe("ok")
  expect(await ask(work)).toBe("work_expired")
  expect(await ask()).toBe("ok")
  box.clock.nowMs += DAY_MS
  expect(
    await problemOf((await logIn(box, visitor.keys))(REPORTER_ROUTES.propose, { needs, work: null })),
  ).toBe("ok")
  box.clock.nowMs = NOW_MS
})

test("a case may fill six megabytes a day and no more, and its person can still change who reads", async () => {
  const { visitor } = await submittedCase(box)
  const half = base64url(new Uint8Array(28 + 524_288))
  const send = (bytes: string) =>
    problemOf(
      visitor.call(REPORTER_ROUTES.addEnvelope, {
        envelope: {
          caseId: visitor.keys.caseId,
          epoch: 0,
          msgId: randomUuidV4(box.helpline.random) as MessageId,
          authorKeyId: visitor.keys.keyId,
          bytes,
        },
      }),
    )
  const sent: string[] = []
  while (sent.length < 14 && sent.at(-1) !== "budget_used") sent.push(await send(half))
  expect(sent.filter((answer) => answer === "ok")).toHaveLength(10)
  const short = base64url(new Uint8Array(28 + 1024))
  while ((await send(short)) === "ok") expect(sent.push("ok")).toBeLessThan(30)
  const view = await visitor.call(REPORTER_ROUTES.readCase, {})
  const { change } = must(
    await changePolicy({
      opened: await opened(box, view, visitor.keys),
      me: visitor.keys,
      directory: box.helpline.directory,
      today: dayOf(box.clock.nowMs),
      random: box.helpline.random,
      policy: "same_discipline_only",
    }),
  )
  expect(await problemOf(visitor.call(REPORTER_ROUTES.changeRoster, change))).toBe("ok")
  expect(await problemOf(visitor.call(REPORTER_ROUTES.changeRoster, change))).toBe("ok")
})

test("what is over is deleted: visits, puzzles, proposals with their facets, and sessions", async () => {
  const own = await startMailbox()
  const visitor = await openVisitor(own)
  const body = await sealedCase(own, visitor)
  const hina = await own.colleague("Hina")
  const { store } = own.server
  const proposal = () => store.proposals.find(body.proposalId!, visitor.keys.caseId)
  await own.server.runJobs()
  expect(await proposal()).toBeDefined()
  own.clock.nowMs = NOW_MS + 2 * 3_600_000
  await own.server.runJobs()
  expect(await proposal()).toBeUndefined()
  own.clock.nowMs = NOW_MS
  expect(await problemOf(visitor.call(REPORTER_ROUTES.readCase, {}))).toBe("token_expired")
  expect(await problemOf(hina.call(DESK_ROUTES.myCases, {}))).toBe("session_ended")
  await own.close()
})

test("a job that fails is tried again later, at last waits for a human, and the log names no case", async () => {
  const own = await startMailbox()
  const { store } = own.server
  await store.jobs.plan("expire_case", "made-up", NOW_MS)
  const deps = {
    store: { ...store, transaction: failingAfterClaim(store) },
    clock: () => own.clock.nowMs,
    random: own.helpline.random,
    organisation: () => {
      throw new Error("not used")
    },
    log: (event: unknown) => events.push(event),
    files: {
      arrivals: arrivals("no-such-folder", own.helpline.random, () => own.clock.nowMs),
      blobs: diskBlobs("no-such-folder"),
      caseBytes: 0,
    },
  }
  const events: unknown[] = []
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await runDueJobs(deps)
    own.clock.nowMs += DAY_MS
  }
  const left = (await store.jobs.all()).find(({ kind }) => kind === "expire_case")
  expect(left).toMatchObject({ state: "dead", attempts: 8 })
  expect(events).toContainEqual({ event: "job_dead", kind: "expire_case" })
  expect(JSON.stringify(events)).not.toContain("made-up")
  await own.close()
})

/** Lets the queue work and every job fail. */
function failingAfterClaim(store: Mailbox["server"]["store"]): typeof store.transaction {
  return (work) => {
    return store.transaction(async (tx) => {
      const broken = {
        ...tx,
        cases: { ...tx.cases, lock: () => Promise.reject(new Error("a broken disk, made-up")) },
      }
      return work(broken)
    })
  }
}
