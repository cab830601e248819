import { beforeEach, describe, expect, it } from "vitest"
import { madeUpHelpline, NOW_MS } from "../../../../tests/support/helpline.ts"
import { type MadeUpServer, madeUpServer } from "../../../../tests/support/made-up-server.ts"
import { newVisit } from "./visit.ts"
import { workAhead } from "./work-ahead.ts"

let server: MadeUpServer
let nowMs = NOW_MS
const ahead = () => {
  const now = () => nowMs
  const visit = newVisit({ fetch: server.fetch, origin: "https://help.example", now })
  return workAhead(visit, { derive: () => Promise.reject(new Error("not here")), solve: async () => 42 }, now)
}
const asked = () => server.calls.filter((call) => call.path === "/api/work").length

beforeEach(async () => {
  nowMs = NOW_MS
  server = await madeUpServer(await madeUpHelpline())
})

describe("the puzzle solved while the person writes", () => {
  it("is asked for once, however often the form changes", async () => {
    const work = ahead()
    work.start()
    work.start()
    expect((await work.take()).ok).toBe(true)
    expect(asked()).toBe(1)
  })
  it("is solved anew when the person took longer than it is good for", async () => {
    const work = ahead()
    work.start()
    await new Promise((resume) => setTimeout(resume, 10))
    nowMs += 11 * 60_000
    expect((await work.take()).ok).toBe(true)
    expect(asked()).toBe(2)
  })
  it("is tried again when there was no connection at first", async () => {
    server.next("/api/work", "cut")
    const work = ahead()
    work.start()
    expect((await work.take()).ok).toBe(true)
  })
  it("is used once", async () => {
    const work = ahead()
    const first = await work.take()
    const second = await work.take()
    expect(first.ok && second.ok && first.value.challenge !== second.value.challenge).toBe(true)
  })
})
