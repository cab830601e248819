import { answerOffer, type ReporterKeys, receiptCode, sealMessage } from "@shn/sealed"
import type { CaseView } from "@shn/wire"
import { beforeEach, describe, expect, it } from "vitest"
import {
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  offerTo,
  type StoredCase,
  staff,
  TODAY,
  value,
  withAnswer,
  withEnvelope,
} from "../../../../tests/support/helpline.ts"
import { type MadeUpServer, madeUpServer, problem } from "../../../../tests/support/made-up-server.ts"
import { staffListKeeper } from "../session/staff-list.ts"
import { newVisit } from "../session/visit.ts"
import { type CaseDesk, caseDesk } from "./case-desk.ts"
import { needsOf, readersOf, sentencesOf, talkOf } from "./reading.ts"

let helpline: MadeUpHelpline
let server: MadeUpServer
let keys: ReporterKeys
let stored: StoredCase
let desk: CaseDesk
let code: string

const asView = (given: StoredCase): CaseView => {
  const { previews: _, ...view } = given
  return view
}

beforeEach(async () => {
  helpline = await madeUpHelpline()
  server = await madeUpServer(helpline)
  const made = await newCase(helpline)
  keys = made.keys
  stored = made.stored
  const offer = offerTo(stored, made.need, keyOf(helpline, "Hina"), helpline.random)
  const accepted = value(
    answerOffer({
      offer,
      keys: staff(helpline, "Hina").keys,
      directory: helpline.directory,
      answer: "accept",
      reason: "",
      today: TODAY,
    }),
  )
  stored = withAnswer(stored, accepted.answer)
  stored = {
    ...stored,
    needs: [{ needId: made.need, discipline: "psych", state: "accepted", holder: keyOf(helpline, "Hina") }],
  }
  server.stored = asView(stored)
  code = receiptCode(new Uint8Array(11), helpline.org.deploymentId).groups.join(" ")
  const visit = newVisit({ fetch: server.fetch, origin: "https://help.example", now: () => NOW_MS })
  desk = caseDesk({
    visit,
    staffList: staffListKeeper(visit, helpline.org, () => NOW_MS),
    heavy: { derive: async () => keys, solve: async () => 0 },
    deployment: helpline.org,
    random: helpline.random,
  })
})

const enter = async () => value(await desk.enter(code, () => undefined))
const sentTo = (path: string) =>
  server.calls.filter((call) => call.path === path).map((call) => JSON.parse(call.body))

describe("coming back", () => {
  it("asks the server nothing when the code has a mistake", async () => {
    expect(await desk.enter("0001 0002", () => undefined)).toEqual({ ok: false, error: "code" })
    expect(server.calls).toEqual([])
  })

  it("gives another helpline's code the same sentence", async () => {
    const other = await madeUpHelpline("another")
    const theirs = receiptCode(new Uint8Array(11), other.org.deploymentId).groups.join(" ")
    expect(await desk.enter(theirs, () => undefined)).toEqual({ ok: false, error: "code" })
  })

  it("says when no case opens, and when a case was never sent", async () => {
    server.next("/api/login/answer", problem("login_failed", 401))
    expect(await desk.enter(code, () => undefined)).toEqual({ ok: false, error: "unknown" })
    server.stored = { ...asView(stored), state: "opened", roster: [], wraps: [], envelopes: [] }
    expect(await desk.enter(code, () => undefined)).toEqual({ ok: false, error: "unsent" })
  })

  it("shows who can read, since when and why, with whoever accepted as a reader", async () => {
    const readers = readersOf(await enter())
    const hina = readers.find((reader) => reader.alias === "Hina")
    expect(hina).toMatchObject({
      state: "member",
      since: TODAY,
      reasons: ["speaks_language"],
      gender: "woman",
    })
    expect(readers.find((reader) => reader.alias === "Zara")?.state).toBe("proposed")
    expect(needsOf(await enter())[0]?.alias).toBe("Hina")
  })

  it("shows the answer of the expert after the story, under the expert's name", async () => {
    const state = await enter()
    const hina = staff(helpline, "Hina").keys
    const theirs = { ...state.opened }
    const answer = value(
      await sealMessage({
        opened: theirs,
        me: hina,
        content: { kind: "text", body: { text: "I am here." } },
        nowMs: NOW_MS,
        random: helpline.random,
      }),
    )
    server.stored = asView(withEnvelope(stored, answer))
    const items = talkOf(value(await desk.refresh()).opened.conversation.messages, 300)
    expect(items.map((item) => (item.kind === "day" ? item.day : item.text))).toEqual([
      TODAY,
      "It began in the library.",
      "I am here.",
    ])
    expect(items[2]).toMatchObject({ isMine: false, author: keyOf(helpline, "Hina") })
  })

  it("sends the same bytes again when the line was cut while sending", async () => {
    await enter()
    server.next("/api/case/envelopes", "cut")
    expect(await desk.send("hello")).toEqual({ ok: false, error: "offline" })
    await desk.send("hello")
    const [first, second] = sentTo("/api/case/envelopes")
    expect(second).toEqual(first)
  })

  it("does not hand a changed message under the old bytes", async () => {
    await enter()
    server.next("/api/case/envelopes", "cut")
    await desk.send("hello")
    await desk.send("hello again")
    const [first, second] = sentTo("/api/case/envelopes")
    expect(second.envelope.msgId).not.toBe(first.envelope.msgId)
  })

  it("takes a reader's key away with a new key for everybody who stays", async () => {
    await enter()
    await desk.remove(keyOf(helpline, "Hina"))
    const [change] = sentTo("/api/case/roster")
    expect(change.link.epoch).toBe(1)
    expect(change.wraps.map((wrap: { keyId: string }) => wrap.keyId)).not.toContain(keyOf(helpline, "Hina"))
    expect(change.wraps.map((wrap: { keyId: string }) => wrap.keyId)).toContain(keyOf(helpline, "Sana"))
  })

  it("warns calmly when a message was tampered with, and still shows the others", async () => {
    const [story, ...rest] = stored.envelopes
    const bytes = `${story!.bytes.slice(0, -4)}AAAA`
    server.stored = { ...asView(stored), envelopes: [...rest, { ...story!, bytes }] }
    expect(sentencesOf((await enter()).opened.findings)).toContain("tampered")
  })

  it("does nothing more after leaving", async () => {
    await enter()
    desk.leave()
    expect((await desk.send("hello")).ok).toBe(false)
    expect(sentTo("/api/case/envelopes")).toEqual([])
  })
})
