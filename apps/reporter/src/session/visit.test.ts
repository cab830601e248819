import { REPORTER_ROUTES } from "@shn/wire"
import { beforeEach, describe, expect, it } from "vitest"
import { type MadeUpHelpline, madeUpHelpline, NOW_MS, newCase } from "../../../../tests/support/helpline.ts"
import { type MadeUpServer, madeUpServer, problem } from "../../../../tests/support/made-up-server.ts"
import { newVisit } from "./visit.ts"

let helpline: MadeUpHelpline
let server: MadeUpServer
const visitTo = (to: MadeUpServer) =>
  newVisit({ fetch: to.fetch, origin: "https://help.example", now: () => NOW_MS })

beforeEach(async () => {
  helpline = await madeUpHelpline()
  server = await madeUpServer(helpline)
})

describe("a visit", () => {
  it("is opened again unnoticed after its fifteen minutes, and the same bytes are sent once more", async () => {
    const { keys, stored, body } = await newCase(helpline)
    server.stored = stored
    const visit = visitTo(server)
    await visit.logIn(keys)
    server.next("/api/case/envelopes", problem("token_expired", 401))
    const envelope = body.envelopes[0]!
    expect((await visit.call(REPORTER_ROUTES.addEnvelope, { envelope })).ok).toBe(true)
    const sent = server.calls.filter((call) => call.path === "/api/case/envelopes")
    expect(sent[0]?.body).toBe(sent[1]?.body)
    expect(sent[0]?.token).not.toBe(sent[1]?.token)
  })

  it("carries its token to routes of the case only", async () => {
    const { keys, stored } = await newCase(helpline)
    server.stored = stored
    const visit = visitTo(server)
    await visit.logIn(keys)
    await visit.call(REPORTER_ROUTES.directory, {})
    expect(server.calls.at(-1)?.token).toBe("")
  })

  it("forgets its token when it ends", async () => {
    const { keys, stored } = await newCase(helpline)
    server.stored = stored
    const visit = visitTo(server)
    await visit.logIn(keys)
    visit.end()
    await visit.call(REPORTER_ROUTES.readCase, {})
    expect(server.calls.at(-1)?.token).toBe("")
  })

  it("refuses a server that answers with another person's case", async () => {
    const { keys } = await newCase(helpline)
    server.stored = (await newCase(helpline)).stored
    expect(await visitTo(server).logIn(keys)).toEqual({ ok: false, error: "nonsense_answer" })
  })
})
