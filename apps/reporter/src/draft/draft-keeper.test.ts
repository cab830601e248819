import { base64url } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import { type FileStart, newUploadId } from "@shn/sealed"
import { describe, expect, it } from "vitest"
import type { FileItem } from "../files/tray.ts"
import { noAnswers } from "../get-help/answers.ts"
import { draftText, parseDraft } from "./draft-format.ts"
import { type DraftPlace, draftKeeper } from "./draft-keeper.ts"
import type { StoredDraft } from "./stored-draft.ts"

function fakePhone(server: Map<string, string> | "unreachable" = new Map()) {
  let stored: StoredDraft | null = null
  const place: DraftPlace = {
    read: () => stored,
    write: (draft) => {
      stored = draft
      return true
    },
    remove: () => {
      stored = null
    },
    newKey: async () => {
      if (server === "unreachable") return null
      const made = { draftId: base64url(systemRandom(16)), key: base64url(systemRandom(32)) }
      server.set(made.draftId, made.key)
      return made
    },
    openKey: async (draftId) => {
      if (server === "unreachable") return "unreachable"
      const key = server.get(draftId)
      return key === undefined ? "gone" : { key }
    },
    dropKey: async (draftId) => {
      if (server !== "unreachable") server.delete(draftId)
    },
    random: systemRandom,
  }
  return { place, stored: () => stored }
}

describe("a draft", () => {
  it("lies on the phone as ciphertext and comes back after a reload", async () => {
    const server = new Map<string, string>()
    const phone = fakePhone(server)
    expect(await draftKeeper(phone.place).save("my words میری بات")).toBe("kept")
    expect(JSON.stringify(phone.stored())).not.toContain("words")
    expect(await draftKeeper(phone.place).open()).toEqual({ ok: true, value: "my words میری بات" })
  })

  it("cannot be opened once the server has forgotten its key, and is then deleted", async () => {
    const server = new Map<string, string>()
    const phone = fakePhone(server)
    await draftKeeper(phone.place).save("secret")
    server.clear()
    expect(await draftKeeper(phone.place).open()).toEqual({ ok: false, error: "gone" })
    expect(phone.stored()).toBeNull()
  })

  it("stays where it is while the server does not answer", async () => {
    const phone = fakePhone(new Map())
    await draftKeeper(phone.place).save("secret")
    const away = draftKeeper({ ...phone.place, openKey: async () => "unreachable" })
    expect(await away.open()).toEqual({ ok: false, error: "unreachable" })
    expect(phone.stored()).not.toBeNull()
  })

  it("stores nothing without a server, and says so", async () => {
    const phone = fakePhone("unreachable")
    expect(await draftKeeper(phone.place).save("secret")).toBe("memory_only")
    expect(phone.stored()).toBeNull()
  })

  it("is gone from phone and server after it was deleted, even while a save was under way", async () => {
    const server = new Map<string, string>()
    const phone = fakePhone(server)
    const keeper = draftKeeper(phone.place)
    await keeper.save("one")
    const saving = keeper.save("two")
    await keeper.drop()
    await saving
    expect([phone.stored(), server.size]).toEqual([null, 0])
  })

  it("keeps the newest words when somebody types faster than the phone can lock", async () => {
    const phone = fakePhone()
    const keeper = draftKeeper(phone.place)
    await Promise.all(["a", "ab", "abc"].map((text) => keeper.save(text)))
    expect(await draftKeeper(phone.place).open()).toEqual({ ok: true, value: "abc" })
  })

  it("does not open when somebody swapped its bytes", async () => {
    const phone = fakePhone()
    await draftKeeper(phone.place).save("secret")
    const swapped = { draftId: phone.stored()!.draftId, sealed: base64url(systemRandom(64)) }
    const keeper = draftKeeper({ ...phone.place, read: () => swapped })
    expect(await keeper.open()).toEqual({ ok: false, error: "gone" })
  })
})

describe("the form of a draft", () => {
  const answers = { ...noAnswers("ur"), story: "half \ud83d", about: "Asad" }
  const secret = systemRandom(11)

  it("carries every answer and the same receipt", () => {
    expect(parseDraft(draftText({ step: "about", answers, secret, files: [] }))).toEqual({
      step: "about",
      answers,
      secret,
      files: [],
    })
  })

  it("remembers each chosen file: what had arrived is there, anything else must be picked again", () => {
    const start: FileStart = {
      uploadId: newUploadId(systemRandom),
      key: base64url(systemRandom(32)),
      name: "پیغام.jpg",
      type: "image/jpeg",
      size: 2_000_000,
      lastModified: null,
      origin: "gallery",
      pickedAt: "2026-11-23T07:05:00.000Z",
    }
    const other = { ...start, uploadId: newUploadId(systemRandom) }
    const result = {
      sha256: base64url(systemRandom(32)),
      parts: 2,
      partsDigest: base64url(systemRandom(32)),
    }
    const files: readonly FileItem[] = [
      { start, state: { is: "working", progress: null } },
      { start: other, state: { is: "sent", result } },
    ]
    expect(parseDraft(draftText({ step: "story", answers, secret, files }))?.files).toEqual([
      { start, state: { is: "pick_again", wrong: false } },
      { start: other, state: { is: "sent", result } },
    ])
  })

  it("begins again at the review when the page was lost after it", () => {
    expect(parseDraft(draftText({ step: "type_back", answers, secret, files: [] }))?.step).toBe("review")
  })
  it.each(["", "{}", "null", '{"v":1}', "[1]"])("refuses %j", (text) => {
    expect(parseDraft(text)).toBeNull()
  })
})
