import type { UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import {
  answerOffer,
  type FileContent,
  type FileStart,
  type ReporterKeys,
  receiptCode,
  sealMessage,
} from "@shn/sealed"
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
    expect(
      items.map((item) =>
        item.kind === "day" ? item.day : item.kind === "words" ? item.text : item.attachment.name,
      ),
    ).toEqual([TODAY, "It began in the library.", "I am here."])
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

describe("files of a case", () => {
  const start: FileStart = {
    uploadId: "0d5b3c1e-9a4f-4c69-8a57-2f1d3c4b5a69" as UploadId,
    key: base64url(new Uint8Array(32)),
    name: "film.mp4",
    type: "video/mp4",
    size: 10,
    lastModified: null,
    origin: "gallery",
    pickedAt: "2026-11-23T07:00:00.000Z",
  }
  const file: FileContent = {
    kind: "file",
    body: {
      ...start,
      sha256: base64url(new Uint8Array(32)),
      parts: 1,
      partsDigest: base64url(new Uint8Array(32)),
      note: "",
    },
  }

  it("are told with the same bytes when the answer was lost, and told as done only when the server has it", async () => {
    await enter()
    server.next("/api/case/envelopes", "cut")
    expect(await desk.tell(file)).toEqual({ ok: false, error: "offline" })
    expect(await desk.tell(file)).toEqual({ ok: true, value: null })
    const [first, second] = sentTo("/api/case/envelopes")
    expect(second).toEqual(first)
  })

  it("are sealed again for the readers of now when somebody changed them meanwhile", async () => {
    await enter()
    server.next("/api/case/envelopes", problem("epoch_moved"))
    expect((await desk.tell(file)).ok).toBe(true)
    expect(server.calls.map(({ path }) => path).slice(-2)).toEqual(["/api/case", "/api/case/envelopes"])
  })

  it("earn more allowance by a piece of work when the day's messages are used up", async () => {
    await enter()
    server.next("/api/case/envelopes", problem("budget_used", 429))
    expect((await desk.tell(file)).ok).toBe(true)
    expect(sentTo("/api/case/envelopes").map(({ work }) => work !== undefined)).toEqual([false, true])
  })

  it("stand in the conversation once, where their newest news stands; one's own unfinished ones do not", async () => {
    const state = await enter()
    const told = async (content: FileContent) =>
      value(
        await sealMessage({
          opened: state.opened,
          me: keys,
          content,
          nowMs: NOW_MS,
          random: helpline.random,
        }),
      )
    server.stored = asView(withEnvelope(stored, await told({ kind: "upload", body: start })))
    const filesIn = async () =>
      talkOf(value(await desk.refresh()).opened.conversation.messages, 300).filter(
        ({ kind }) => kind === "file",
      )
    expect(await filesIn()).toEqual([])
    server.stored = asView(
      withEnvelope(withEnvelope(stored, await told({ kind: "upload", body: start })), await told(file)),
    )
    expect(await filesIn()).toMatchObject([
      { isMine: true, attachment: { name: "film.mp4", state: "there" } },
    ])
  })
})
