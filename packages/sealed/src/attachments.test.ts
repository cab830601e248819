import type { KeyId, MessageId, UploadId } from "@shn/domain"
import { aeadSeal } from "@shn/primitives/aead"
import { base64url, concat, framed, fromBase64url, uint32, utf8 } from "@shn/primitives/encode"
import { hkdf } from "@shn/primitives/hash"
import { canonicalBytes, type Json } from "@shn/primitives/jcs"
import { pad } from "@shn/primitives/pad"
import { randomUuidV4 } from "@shn/primitives/random"
import { sign } from "@shn/primitives/sign"
import type { Envelope } from "@shn/wire"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  TODAY,
  value,
  withChange,
  withEnvelope,
} from "../../../tests/support/helpline.ts"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { type Attachment, foldAttachments, sameFiles } from "./attachments.ts"
import type { ReadMessage } from "./conversation.ts"
import type { FileBody, FileContent, FileStart } from "./file-content.ts"
import {
  type MemberKeys,
  type MessageContent,
  newUploadId,
  type OpenedCase,
  openCase,
  type ReporterKeys,
  removeMembers,
  sealMessage,
} from "./index.ts"
import { sealText } from "./message.ts"

const random = seededRandom("attachments")
const b32 = () => base64url(random(32))
const AYA = "reporterAAAAAAAAAAAAAA" as KeyId
const HINA = "expertAAAAAAAAAAAAAAAA" as KeyId

const start = (change: Partial<FileStart> = {}): FileStart => ({
  uploadId: newUploadId(random),
  key: b32(),
  name: "IMG_2041.jpg",
  type: "image/jpeg",
  size: 70_000,
  lastModified: null,
  origin: "gallery",
  pickedAt: "2026-11-23T07:05:00.000Z",
  ...change,
})
const done = (of: FileStart, change: Partial<FileBody> = {}): FileBody => ({
  ...of,
  sha256: b32(),
  parts: 1,
  partsDigest: b32(),
  note: "",
  ...change,
})
const gone = (uploadId: UploadId): FileContent => ({ kind: "file_gone", body: { uploadId } })

let count = 0
const message = (author: KeyId, content: MessageContent): ReadMessage => {
  count += 1
  return {
    msgId: `00000000-0000-4000-8000-${String(count).padStart(12, "0")}` as MessageId,
    hash: String(count),
    epoch: 0,
    author,
    role: author === AYA ? "reporter" : "expert",
    at: `2026-11-23T08:00:00.${String(count).padStart(3, "0")}Z`,
    receivedDay: TODAY,
    content,
    parents: [],
    isLate: false,
  }
}
const upload = (author: KeyId, body: FileStart) => message(author, { kind: "upload", body })
const file = (author: KeyId, body: FileBody) => message(author, { kind: "file", body })
const told = (messages: readonly ReadMessage[]) => {
  const { attachments, findings } = foldAttachments(messages)
  return {
    states: attachments.map(({ state }) => state),
    names: attachments.map(({ name }) => name),
    codes: findings.map(({ code }) => code),
    attachments,
    findings,
  }
}

describe("the files of a case", () => {
  test("are on their way, there, or stopped, in the order in which they were first spoken of", () => {
    const [one, two, three, four] = [start(), start(), start(), start()]
    const result = told([
      upload(AYA, one),
      upload(HINA, two),
      message(AYA, { kind: "text", body: { text: "Here they are." } }),
      file(HINA, done(two)),
      upload(AYA, three),
      message(AYA, gone(three.uploadId)),
      file(AYA, done(four)),
    ])
    expect(result.states).toEqual(["on_its_way", "there", "stopped", "there"])
    expect(result.attachments.map(({ uploadId }) => uploadId)).toEqual(
      [one, two, three, four].map(({ uploadId }) => uploadId),
    )
    expect(result.attachments.map(({ role }) => role)).toEqual(["reporter", "expert", "reporter", "reporter"])
    expect(result.findings).toEqual([])
  })
  test("carry everything that is needed to read them, and the message that says so", () => {
    const body = done(start(), { note: "the second message" })
    const said = file(AYA, body)
    const [attachment] = told([said]).attachments
    expect(attachment).toEqual({
      ...body,
      state: "there",
      author: AYA,
      role: "reporter",
      msgId: said.msgId,
      at: said.at,
      isLate: false,
    })
  })
  test("told again in the same way, by a second device or a retry, are one, without a word", () => {
    const one = start()
    const whole = done(one)
    const result = told([
      upload(AYA, one),
      upload(AYA, { ...one, pickedAt: "2026-11-23T09:00:00.000Z" }),
      file(AYA, whole),
      file(AYA, { ...whole, note: "again" }),
    ])
    expect([result.states, result.codes]).toEqual([["there"], []])
  })
  test("told a second time in another way keep the first, and it is noticed", () => {
    const one = start()
    const whole = done(one)
    const other = file(AYA, done(one, { name: "other.jpg" }))
    const result = told([upload(AYA, one), file(AYA, whole), other])
    expect(result.states).toEqual(["there"])
    expect(result.attachments[0]).toMatchObject({ sha256: whole.sha256, name: whole.name })
    expect(result.findings).toEqual([{ code: "duplicate-file", msgId: other.msgId, keyId: AYA }])
  })
  test("begun with one key or size and told with another stay on their way, and it is noticed", () => {
    const one = start()
    for (const change of [{ key: b32() }, { size: 70_001 }]) {
      const result = told([upload(AYA, one), file(AYA, done({ ...one, ...change }))])
      expect([result.states, result.codes]).toEqual([["on_its_way"], ["duplicate-file"]])
      const twice = told([upload(AYA, one), upload(AYA, { ...one, ...change })])
      expect([twice.states, twice.codes]).toEqual([["on_its_way"], ["duplicate-file"]])
    }
  })
  test("of one writer are neither hidden, finished nor stopped by another, even one who dates back", () => {
    const mine = start()
    const whole = done(mine)
    const theirs = { ...mine, name: "nothing.txt", key: b32() }
    const wholeTheirs = file(HINA, done(theirs))
    const result = told([
      upload(HINA, theirs),
      upload(AYA, mine),
      wholeTheirs,
      message(HINA, gone(mine.uploadId)),
      file(AYA, whole),
    ])
    const own = result.attachments.find(({ author }) => author === AYA)
    expect(own).toMatchObject({ state: "there", name: mine.name, sha256: whole.sha256, key: mine.key })
    expect(result.codes).toContain("duplicate-file")
    const stopped = message(HINA, gone(mine.uploadId))
    const later = told([file(AYA, whole), stopped])
    expect(later.states).toEqual(["there"])
    expect(later.findings).toEqual([{ code: "file-not-theirs", msgId: stopped.msgId, keyId: HINA }])
  })
  test("that were stopped stay stopped when another device finishes a moment later: the server has deleted them", () => {
    const one = start()
    for (const order of [0, 1]) {
      const ends = [message(AYA, gone(one.uploadId)), file(AYA, done(one))]
      const result = told([upload(AYA, one), ...(order === 0 ? ends : ends.reverse())])
      expect([result.states, result.codes]).toEqual([["stopped"], []])
      expect(result.attachments[0]).not.toHaveProperty("sha256")
    }
  })
  test("stopped before anybody heard of them are nothing, and the order of delivery does not matter", () => {
    const one = start()
    expect(told([message(AYA, gone(one.uploadId))])).toMatchObject({ attachments: [], findings: [] })
    expect(told([message(AYA, gone(one.uploadId)), upload(AYA, one)]).states).toEqual(["stopped"])
  })
  test("with the same bytes as a new one are named, so that nothing is sent twice", () => {
    const whole = done(start())
    const { attachments } = foldAttachments([
      file(AYA, whole),
      file(AYA, done(start(), { sha256: whole.sha256 })),
      file(AYA, done(start())),
      upload(AYA, start()),
    ])
    expect(sameFiles(attachments, whole.sha256)).toEqual(attachments.slice(0, 2))
    expect(sameFiles(attachments, b32())).toEqual([])
  })
  test("never go missing and never multiply, whatever anybody writes in whatever order", () => {
    const ids = [start(), start(), start()]
    const step = fc.tuple(
      fc.constantFrom(AYA, HINA),
      fc.constantFrom("upload", "file", "file_gone"),
      fc.constantFrom(...ids),
      fc.boolean(),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const messages = steps.map(([author, kind, id, isOther]) => {
          const body = isOther ? { ...id, key: b32() } : id
          if (kind === "file_gone") return message(author, gone(id.uploadId))
          return kind === "upload" ? upload(author, body) : file(author, done(body))
        })
        const { attachments } = foldAttachments(messages)
        const places = attachments.map(({ author, uploadId }) => `${author} ${uploadId}`)
        const spoken = messages
          .filter(({ content }) => content.kind === "upload" || content.kind === "file")
          .map(({ author, content }) => `${author} ${(content.body as FileStart).uploadId}`)
        expect(places).toEqual([...new Set(spoken)])
        for (const one of attachments) {
          const ended = messages.some(({ author, content }) => {
            return (
              content.kind === "file_gone" && author === one.author && content.body.uploadId === one.uploadId
            )
          })
          expect(one.state === "stopped").toBe(ended)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe("the files of a sealed case", () => {
  const open = async (helpline: MadeUpHelpline, view: StoredCase, me: ReporterKeys | MemberKeys) => {
    return value(await openCase({ view, me, directory: helpline.directory }))
  }
  const names = (attachments: readonly Attachment[]) => attachments.map(({ name }) => name)

  test("are the same for the reporter and for staff, and come out of the envelopes alone", async () => {
    const helpline = await madeUpHelpline("files of a case")
    const { stored, keys } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const body = done(start({ name: `..\u202e/${"تصویر ".repeat(600)}.jpg` }))
    const say = async (view: StoredCase, me: ReporterKeys | MemberKeys, content: MessageContent) => {
      const opened = await open(helpline, view, me)
      return value(await sealMessage({ opened, me, content, nowMs: NOW_MS + 1000, random: helpline.random }))
    }
    const one = withEnvelope(stored, await say(stored, keys, { kind: "file", body }))
    const two = withEnvelope(one, await say(one, sana, { kind: "upload", body: start({ name: "plan.pdf" }) }))
    const [mine, theirs] = [await open(helpline, two, keys), await open(helpline, two, sana)]
    expect(mine.attachments).toEqual(theirs.attachments)
    expect(mine.attachments.map(({ state, role }) => [state, role])).toEqual([
      ["there", "reporter"],
      ["on_its_way", "coordinator"],
    ])
    expect(names(mine.attachments)[0]).toMatch(/^تصویر تصویر.*\.jpg$/u)
    expect(mine.findings).toEqual([])
  })
  test("by somebody who is not, or no longer, a reader are not files of the case", async () => {
    const helpline = await madeUpHelpline("files of a stranger")
    const { stored, keys } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const before = await open(helpline, stored, keys)
    const seal = async (author: MemberKeys, content: MessageContent) =>
      value(
        await sealText({
          caseKey: before.caseKey,
          author,
          content,
          parents: before.conversation.heads,
          rosterHash: before.roster.head.hash,
          nowMs: NOW_MS + 1000,
          random: helpline.random,
        }),
      )
    const content: MessageContent = { kind: "file", body: done(start({ name: "planted.jpg" })) }
    // Omar is in the directory and was handed the case key; no roster names him.
    const stranger = withEnvelope(stored, await seal(staff(helpline, "Omar").keys, content))
    const seen = await open(helpline, stranger, keys)
    expect(seen.attachments).toEqual([])
    expect(seen.findings.map(({ code }) => code)).toEqual(["author-not-on-roster"])
    // Sana was a reader, is removed, and writes under the old key afterwards.
    const removal = value(
      await removeMembers({
        opened: before,
        me: keys,
        directory: helpline.directory,
        today: TODAY,
        random: helpline.random,
        keyIds: [keyOf(helpline, "Sana")],
      }),
    )
    const after = withEnvelope(withChange(stored, removal.change), await seal(sana, content))
    const later = await open(helpline, after, keys)
    expect(later.attachments).toEqual([])
    expect(later.findings.map(({ code }) => code)).toEqual(["late-after-removal"])
  })
  test("that lie about their own size, or speak of them in another form, are not read, and the rest is", async () => {
    const helpline = await madeUpHelpline("files that lie")
    const { stored, keys } = await newCase(helpline)
    const opened = await open(helpline, stored, keys)
    const honest = done(start())
    const lies: readonly object[] = [
      { ...honest, parts: 3 },
      { ...honest, size: -1 },
      { ...honest, size: 2 ** 53 - 1 },
      { ...honest, key: "AA" },
      { ...honest, url: "https://elsewhere.example/a.jpg" },
    ]
    for (const body of lies) {
      const own = { kind: "file", body: body as FileBody } as const
      expect((await sealMessage({ opened, me: keys, content: own, nowMs: NOW_MS, random })).ok).toBe(false)
      const sealed = await sealByHand(opened, staff(helpline, "Sana").keys, "file", body)
      const seen = await open(helpline, withEnvelope(stored, sealed), keys)
      expect(seen.attachments).toEqual([])
      expect(seen.findings.map(({ code }) => code)).toEqual(["unknown-kind"])
      expect(seen.conversation.messages.length).toBe(opened.conversation.messages.length)
    }
    const said = await sealByHand(opened, staff(helpline, "Sana").keys, "file", honest)
    expect((await open(helpline, withEnvelope(stored, said), keys)).attachments).toHaveLength(1)
  })
})

// Step 5 written out, as somebody would who wants to say what our own writer refuses to seal.
async function sealByHand(opened: OpenedCase, me: MemberKeys, kind: string, body: object): Promise<Envelope> {
  const { caseId, epoch, key } = opened.caseKey
  const place = { caseId, epoch, msgId: randomUuidV4(random) as MessageId, authorKeyId: me.keyId }
  const signed = canonicalBytes({
    ...{ v: 1, caseId, e: epoch, msgId: place.msgId, author: me.keyId, at: "2026-11-23T08:00:00.000Z" },
    ...{ kind, body: body as Json, parents: opened.conversation.heads, salt: b32() },
    rosterHash: opened.roster.head.hash,
  })
  const signature = sign(concat(utf8("shn/v1/msg-signature"), signed), me.sign)
  const messageKey = hkdf(key, concat(utf8("shn/v1/msg"), utf8(place.msgId)))
  const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array(0)
  const aad = framed(bytes(caseId), uint32(epoch), utf8(place.msgId), bytes(me.keyId))
  const sealed = await aeadSeal(messageKey, pad(concat(signature, signed)), aad, random)
  return { ...place, bytes: base64url(sealed) }
}
