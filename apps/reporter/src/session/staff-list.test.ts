import { signDirectory } from "@shn/sealed"
import { beforeEach, describe, expect, it } from "vitest"
import { type MadeUpHelpline, madeUpHelpline, NOW_MS } from "../../../../tests/support/helpline.ts"
import { type MadeUpServer, madeUpServer } from "../../../../tests/support/made-up-server.ts"
import { staffListKeeper } from "./staff-list.ts"
import { newVisit } from "./visit.ts"

const YEAR_MS = 365 * 86_400_000
let helpline: MadeUpHelpline
let server: MadeUpServer

beforeEach(async () => {
  helpline = await madeUpHelpline()
  server = await madeUpServer(helpline)
})

function keeper(now: () => number) {
  const visit = newVisit({ fetch: server.fetch, origin: "https://help.example", now })
  return staffListKeeper(visit, helpline.org, now)
}
const listOf = (change: object) => ({
  status: 200,
  body: {
    registrars: helpline.registrarsEnvelope,
    directory: helpline.registrars
      .slice(0, 2)
      .map((keys) => signDirectory({ ...helpline.statement, ...change }, keys)),
  },
})

describe("the list of our people", () => {
  it("is taken when it is signed and fresh", async () => {
    const list = await keeper(() => NOW_MS).load(true)
    expect(list.ok && list.value.version).toBe(7)
  })

  it("is refused when an older one comes after a newer one", async () => {
    const list = keeper(() => NOW_MS)
    await list.load(true)
    server.next("/api/directory", listOf({ version: 6 }))
    expect(await list.load(true)).toEqual({ ok: false, error: "older-version" })
  })

  it("adds nobody when it has expired, but still lets a case be read", async () => {
    server.next("/api/directory", listOf({ issued: "2026-10-01", expires: "2026-10-20" }))
    expect(await keeper(() => NOW_MS).load(true)).toEqual({ ok: false, error: "expired" })
    server.next("/api/directory", listOf({ issued: "2026-10-01", expires: "2026-10-20" }))
    expect((await keeper(() => NOW_MS).load(false)).ok).toBe(true)
  })

  it("is refused when another helpline signed it", async () => {
    const other = await madeUpHelpline("another")
    const theirs = await madeUpServer(other)
    const visit = newVisit({ fetch: theirs.fetch, origin: "https://help.example", now: () => NOW_MS })
    expect(await staffListKeeper(visit, helpline.org, () => NOW_MS).load(true)).toEqual({
      ok: false,
      error: "bad-chain",
    })
  })
})

describe("a phone whose clock is a year off", () => {
  it.each([YEAR_MS, -YEAR_MS])(
    "asks which date is right before it judges anything (%i ms)",
    async (offMs) => {
      const list = keeper(() => NOW_MS + offMs)
      expect(await list.load(true)).toEqual({ ok: false, error: "clock_doubt" })
      list.trustClock("server")
      expect((await list.load(true)).ok).toBe(true)
      expect(Math.abs(list.now() - NOW_MS)).toBeLessThan(1_000)
    },
  )

  it("believes the phone when the person says so", async () => {
    const list = keeper(() => NOW_MS + YEAR_MS)
    await list.load(true)
    list.trustClock("phone")
    expect(await list.load(true)).toEqual({ ok: false, error: "expired" })
  })
})
