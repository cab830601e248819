import { base64url, fromBase64url } from "@shn/primitives/encode"
import { beforeAll, describe, expect, test } from "vitest"
import {
  certified,
  directoryOf,
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
  withChange,
  withEnvelope,
} from "../../../tests/support/helpline.ts"
import type { ReporterKeys } from "./index.ts"
import {
  addMember,
  answerOffer,
  changePolicy,
  handOffer,
  type MemberKeys,
  type OpenedCase,
  openCase,
  openPreview,
  removeMembers,
  revokedReaders,
  sealMessage,
  settleOffers,
  toRemember,
} from "./index.ts"

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline()
})

const open = async (stored: StoredCase, me: ReporterKeys | MemberKeys): Promise<OpenedCase> =>
  value(await openCase({ view: stored, me, directory: helpline.directory }))
const refusal = async (stored: StoredCase, me: ReporterKeys | MemberKeys) => {
  const opened = await openCase({ view: stored, me, directory: helpline.directory })
  return opened.ok ? "opened" : opened.error
}
const say = async (stored: StoredCase, me: ReporterKeys | MemberKeys, text: string) => {
  const opened = await open(stored, me)
  const content = { kind: "text", body: { text } } as const
  return value(await sealMessage({ opened, me, content, nowMs: NOW_MS, random: helpline.random }))
}
const texts = (opened: OpenedCase) =>
  opened.conversation.messages.map(({ content }) => {
    return content.kind === "text" ? content.body.text : content.kind
  })
const codes = (opened: OpenedCase) => opened.findings.map((finding) => finding.code)
const change = (opened: OpenedCase, me: ReporterKeys | MemberKeys) => {
  return { opened, me, directory: helpline.directory, today: TODAY, random: helpline.random }
}
const keysOf = (alias: string) => staff(helpline, alias).keys
const accept = (stored: StoredCase, need: Parameters<typeof offerTo>[1], alias: string, yes = true) => {
  const offer = offerTo(stored, need, keyOf(helpline, alias), helpline.random)
  const { answer } = value(
    answerOffer({
      offer,
      keys: keysOf(alias),
      directory: helpline.directory,
      answer: yes ? "accept" : "decline",
      reason: yes ? "" : "no_capacity",
      today: TODAY,
    }),
  )
  return withAnswer(stored, answer)
}

describe("a new case", () => {
  test("opens for the reporter and for the coordinator who was named, with nothing to complain about", async () => {
    const { stored, keys } = await newCase(helpline)
    for (const me of [keys, keysOf("Sana")]) {
      const opened = await open(stored, me)
      expect(texts(opened)).toEqual(["intake", "assignment"])
      expect(opened.findings).toEqual([])
    }
  })

  test("does not open for a coordinator who was not named, for another reporter, or for another case's key", async () => {
    const { stored } = await newCase(helpline)
    const other = await newCase(helpline)
    expect(await refusal(stored, keysOf("Bilal"))).toBe("not-for-me")
    expect(await refusal(stored, other.keys)).toBe("not-for-me")
    expect(await refusal({ ...stored, wraps: other.stored.wraps }, keysOf("Sana"))).toBe("not-for-me")
  })

  test("is a private record when nobody is named: only the reporter reads it", async () => {
    const { stored, keys } = await newCase(helpline, { coordinators: [], picks: [] })
    expect(texts(await open(stored, keys))).toEqual(["intake"])
    expect((await open(stored, keys)).roster.readers.map((reader) => reader.role)).toEqual(["reporter"])
  })

  test("that was opened but not submitted says so", async () => {
    const { stored, keys } = await newCase(helpline)
    expect(await refusal({ ...stored, roster: [] }, keys)).toBe("nothing-yet")
  })

  test("stands out by its length only in steps: a short and a longer story have the same size", async () => {
    const short = await newCase(helpline, { story: "a" })
    const longer = await newCase(helpline, { story: "b".repeat(300) })
    expect(short.body.envelopes[0]!.bytes.length).toBe(longer.body.envelopes[0]!.bytes.length)
  })
})

describe("an expert who is asked first", () => {
  test("sees the preview, signed by the reporter, and not the story", async () => {
    const { stored, need } = await newCase(helpline)
    const offer = offerTo(stored, need, keyOf(helpline, "Hina"), helpline.random)
    const seen = value(await openPreview({ offer, keys: keysOf("Hina"), directory: helpline.directory }))
    expect(seen.text).toContain("made-up university")
    expect(JSON.stringify(seen)).not.toContain("library")
  })

  test("cannot open a preview that was wrapped for somebody else, moved to another need, or changed", async () => {
    const { stored, need } = await newCase(helpline)
    const offer = offerTo(stored, need, keyOf(helpline, "Hina"), helpline.random)
    const other = offerTo(stored, need, keyOf(helpline, "Zara"), helpline.random)
    const elsewhere = await newCase(helpline)
    const foreign = offerTo(elsewhere.stored, elsewhere.need, keyOf(helpline, "Hina"), helpline.random)
    const attempts = [
      { ...offer, previewWrap: other.previewWrap },
      { ...offer, previewWrap: foreign.previewWrap },
      { ...offer, needId: foreign.needId },
      { ...offer, preview: foreign.preview },
      { ...offer, preview: flipped(offer.preview) },
      { ...offer, previewWrap: { ...offer.previewWrap, bytes: flipped(offer.previewWrap.bytes) } },
    ]
    for (const attempt of attempts) {
      const seen = await openPreview({ offer: attempt, keys: keysOf("Hina"), directory: helpline.directory })
      expect(seen.ok).toBe(false)
    }
  })

  test("is no member before accepting, is one after, and can then read and write", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const before = await open(stored, keys)
    expect(before.roster.readers.map((reader) => reader.state)).toEqual([
      "member",
      "member",
      "proposed",
      "proposed",
    ])
    const accepted = accept(stored, need, "Hina")
    const spoken = withEnvelope(accepted, await say(accepted, keysOf("Hina"), "I am here."))
    const after = await open(spoken, keys)
    expect(texts(after)).toEqual(["intake", "assignment", "I am here."])
    expect(after.findings).toEqual([])
  })

  test("cannot open the case before accepting, even if the server hands over the wrap too early", async () => {
    const { stored, need } = await newCase(helpline)
    expect(stored.wraps.map((wrap) => wrap.keyId)).toContain(keyOf(helpline, "Hina"))
    expect(await refusal(stored, keysOf("Hina"))).toBe("not-for-me")
    expect(await refusal(accept(stored, need, "Hina", false), keysOf("Hina"))).toBe("not-for-me")
    expect(await refusal(accept(stored, need, "Hina"), keysOf("Hina"))).toBe("opened")
  })

  test("who writes before accepting is not shown", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const accepted = accept(stored, need, "Hina")
    const envelope = await say(accepted, keysOf("Hina"), "Too early.")
    const opened = await open(withEnvelope(stored, envelope), keys)
    expect(texts(opened)).toEqual(["intake", "assignment"])
    expect(codes(opened)).toEqual(["author-not-on-roster"])
  })

  test("who declines is marked, and the next entry drops the key", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const declined = accept(stored, need, "Hina", false)
    const opened = await open(declined, keys)
    expect(opened.roster.readers.find((r) => r.keyId === keyOf(helpline, "Hina"))?.state).toBe("declined")
    const settled = value(await settleOffers({ ...change(opened, keys), withdrawn: [] }))
    const after = await open(withChange(declined, settled.change), keys)
    expect(after.roster.readers.map((r) => r.keyId)).not.toContain(keyOf(helpline, "Hina"))
    expect(after.findings).toEqual([])
  })

  test("whose acceptance belongs to another case changes nothing", async () => {
    const { stored, keys } = await newCase(helpline)
    const elsewhere = await newCase(helpline)
    const foreign = accept(elsewhere.stored, elsewhere.need, "Hina")
    const opened = await open(withAnswer(stored, foreign.answers[0]!), keys)
    expect(
      opened.roster.readers.filter((r) => r.role === "expert").every((r) => r.state === "proposed"),
    ).toBe(true)
    expect(codes(opened)).toEqual(["answer-refused"])
  })

  test("who accepts after another has accepted is shown as a second reader with a warning", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const opened = await open(accept(accept(stored, need, "Hina"), need, "Zara"), keys)
    expect(codes(opened)).toEqual(["two-experts-accepted"])
  })
})

describe("changing who can read", () => {
  test("somebody who was removed cannot open anything written afterwards, and the others can read everything", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const accepted = accept(stored, need, "Hina")
    const opened = await open(accepted, keys)
    const removed = value(await removeMembers({ ...change(opened, keys), keyIds: [keyOf(helpline, "Sana")] }))
    const next = withChange(accepted, removed.change)
    const later = withEnvelope(next, await say(next, keys, "After Sana left."))
    expect(texts(await open(later, keysOf("Hina")))).toEqual(["intake", "assignment", "After Sana left."])
    expect((await open(later, keysOf("Hina"))).findings).toEqual([])
    const left = await open(later, keysOf("Sana"))
    expect(texts(left)).toEqual(["intake", "assignment"])
    expect(codes(left)).toEqual(["no-key-for-epoch"])
    const content = { kind: "text", body: { text: "still here" } } as const
    const tried = await sealMessage({
      opened: left,
      me: keysOf("Sana"),
      content,
      nowMs: NOW_MS,
      random: helpline.random,
    })
    expect(tried).toEqual({ ok: false, error: "not-a-member" })
  })

  test("a message that a removed reader sends under the old key afterwards is refused", async () => {
    const { stored, keys } = await newCase(helpline)
    const late = await say(stored, keysOf("Sana"), "I was never gone.")
    const opened = await open(stored, keys)
    const removed = value(await removeMembers({ ...change(opened, keys), keyIds: [keyOf(helpline, "Sana")] }))
    const after = await open(withEnvelope(withChange(stored, removed.change), late), keys)
    expect(texts(after)).toEqual(["intake", "assignment"])
    expect(codes(after)).toEqual(["late-after-removal"])
  })

  test("a message of a reader who stays, crossing with a removal, is shown and marked", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const accepted = accept(stored, need, "Hina")
    const crossing = await say(accepted, keysOf("Hina"), "We crossed.")
    const opened = await open(accepted, keys)
    const removed = value(await removeMembers({ ...change(opened, keys), keyIds: [keyOf(helpline, "Sana")] }))
    const after = await open(withEnvelope(withChange(accepted, removed.change), crossing), keys)
    expect(after.conversation.messages.find((m) => m.isLate)?.content.body).toEqual({ text: "We crossed." })
    expect(codes(after)).toEqual(["arrived-late"])
  })

  test("losing one message does not hide what a reader who has since left wrote before it", async () => {
    const { stored, keys } = await newCase(helpline)
    const one = withEnvelope(stored, await say(stored, keysOf("Sana"), "Welcome."))
    const two = withEnvelope(one, await say(one, keys, "Thank you."))
    const opened = await open(two, keys)
    const removed = value(await removeMembers({ ...change(opened, keys), keyIds: [keyOf(helpline, "Sana")] }))
    const whole = withChange(two, removed.change)
    expect((await open(whole, keys)).findings).toEqual([])
    const lossy = await open({ ...whole, envelopes: whole.envelopes.filter((_, at) => at !== 3) }, keys)
    expect(texts(lossy)).toContain("Welcome.")
    expect(codes(lossy)).toContain("missing-message")
    expect(codes(lossy)).not.toContain("late-after-removal")
  })

  test("the reporter can never be removed", async () => {
    const { stored, keys } = await newCase(helpline)
    const opened = await open(stored, keysOf("Sana"))
    const tried = await removeMembers({ ...change(opened, keysOf("Sana")), keyIds: [keys.keyId] })
    expect(tried).toEqual({ ok: false, error: "reporter-stays" })
  })

  test("a coordinator may remove themself and offer an empty need by hand; the person sees who and why", async () => {
    const { stored, need, keys } = await newCase(helpline, { picks: [] })
    const me = keysOf("Sana")
    const opened = await open(stored, me)
    const expert = certified(helpline, "Zara")
    const offered = value(
      await handOffer({
        ...change(opened, me),
        need,
        expert,
        reasons: ["free_today"],
        note: "",
        nowMs: NOW_MS,
      }),
    )
    const next = withEnvelope(withChange(stored, offered.change), offered.envelope)
    const seen = await open(next, keys)
    expect(seen.findings).toEqual([])
    expect(texts(seen)).toEqual(["intake", "assignment"])
    const previews = next.previews.map((one) => ({ ...one, previewWraps: [offered.previewWrap] }))
    const offer = offerTo({ ...next, previews }, need, expert.keyId, helpline.random)
    const preview = value(await openPreview({ offer, keys: keysOf("Zara"), directory: helpline.directory }))
    expect(preview.text).toContain("made-up university")
  })

  test("under 'ask me', a coordinator cannot add to a need that has somebody; under 'same discipline' they can", async () => {
    for (const [policy, outcome] of [
      ["ask_me", "beyond-policy"],
      ["same_discipline_only", "ok"],
    ] as const) {
      const { stored, need } = await newCase(helpline, { policy, picks: ["Hina"] })
      const accepted = accept(stored, need, "Hina")
      const me = keysOf("Sana")
      const opened = await open(accepted, me)
      const expert = certified(helpline, "Zara")
      const tried = await handOffer({
        ...change(opened, me),
        need,
        expert,
        reasons: [],
        note: "",
        nowMs: NOW_MS,
      })
      expect(tried.ok ? "ok" : tried.error).toBe(outcome)
    }
  })

  test("a coordinator can add no coordinator, no trustee, no expert of another field, and cannot change the policy", async () => {
    const { stored, need, keys } = await newCase(helpline, { picks: [] })
    const me = keysOf("Sana")
    const opened = await open(stored, me)
    const asCoordinator = change(opened, me)
    const tries = [
      await addMember({
        ...asCoordinator,
        member: certified(helpline, "Bilal"),
        line: { role: "coordinator" },
      }),
      await addMember({ ...asCoordinator, member: certified(helpline, "Noor"), line: { role: "trustee" } }),
      await addMember({
        ...asCoordinator,
        member: certified(helpline, "Omar"),
        line: { role: "expert", discipline: "legal", need, state: "proposed" },
      }),
      await addMember({
        ...asCoordinator,
        member: certified(helpline, "Zara"),
        line: { role: "expert", discipline: "psych", need, state: "member" },
      }),
      await changePolicy({ ...asCoordinator, policy: "same_discipline_only" }),
    ]
    expect(tries.map((one) => (one.ok ? "ok" : one.error))).toEqual(Array(5).fill("beyond-policy"))
    const mine = change(await open(stored, keys), keys)
    const bilal = { member: certified(helpline, "Bilal"), line: { role: "coordinator" } as const }
    expect((await addMember({ ...mine, ...bilal })).ok).toBe(true)
    expect((await changePolicy({ ...mine, policy: "same_discipline_only" })).ok).toBe(true)
  })

  test("a coordinator added later reads everything from the first day, by the reporter's entry", async () => {
    const { stored, keys } = await newCase(helpline)
    const opened = await open(stored, keys)
    const bilal = { member: certified(helpline, "Bilal"), line: { role: "coordinator" } as const }
    const added = value(await addMember({ ...change(opened, keys), ...bilal }))
    expect(texts(await open(withChange(stored, added.change), keysOf("Bilal")))).toEqual([
      "intake",
      "assignment",
    ])
  })

  test("somebody who left the helpline is named, and has to go with the next removal", async () => {
    const { stored, keys } = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
    const members = helpline.statement.members.map((member) =>
      member.alias === "Bilal" ? { ...member, status: "revoked" as const } : member,
    )
    const directory = directoryOf(helpline, { members, version: 8 })
    const opened = value(await openCase({ view: stored, me: keys, directory }))
    expect(revokedReaders(opened, directory)).toEqual([keyOf(helpline, "Bilal")])
    const base = { ...change(opened, keys), directory }
    const without = await removeMembers({ ...base, keyIds: [keyOf(helpline, "Sana")] })
    expect(without).toEqual({ ok: false, error: "revoked-reader" })
    const both = await removeMembers({ ...base, keyIds: [keyOf(helpline, "Sana"), keyOf(helpline, "Bilal")] })
    expect(both.ok).toBe(true)
  })
})

test("a device that remembers its last visit notices when an older state is served again", async () => {
  const { stored, keys } = await newCase(helpline)
  const newer = withEnvelope(stored, await say(stored, keys, "One more thing."))
  const remembered = toRemember(await open(newer, keysOf("Sana")))
  const again = (view: StoredCase) =>
    openCase({ view, me: keysOf("Sana"), directory: helpline.directory, remembered })
  expect(codes(value(await again(stored)))).toContain("rolled-back")
  expect(codes(value(await again(newer)))).toEqual([])
})

function flipped(text: string): string {
  const bytes = fromBase64url(text) ?? new Uint8Array(0)
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  return base64url(bytes)
}
