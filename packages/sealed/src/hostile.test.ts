import type { Day, KeyId } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { type Dsse, PAYLOAD_TYPES, type RosterEntry } from "@shn/wire"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import {
  certified,
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  madeUpMember,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  TODAY,
  value,
  withChange,
  withEnvelope,
} from "../../../tests/support/helpline.ts"
import {
  addMember,
  changePolicy,
  handOffer,
  type MemberKeys,
  openCase,
  type ReporterKeys,
  removeMembers,
  sealMessage,
} from "./index.ts"
import { sealText } from "./message.ts"
import type { MessageContent } from "./message-content.ts"
import { entryHash, readEntry, signEntry } from "./roster.ts"

/** A server that changes what it stores. Every test ends in a refusal or a finding, and the good messages stay. */

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline("hostile")
})

type Me = ReporterKeys | MemberKeys
const opened = async (view: StoredCase, me: Me) =>
  value(await openCase({ view, me, directory: helpline.directory }))
const seen = async (view: StoredCase, me: Me) => {
  const { conversation, findings } = await opened(view, me)
  return {
    texts: conversation.messages.map(({ content }) =>
      content.kind === "text" ? content.body.text : content.kind,
    ),
    codes: findings.map((finding) => finding.code),
  }
}
let clockMs = NOW_MS
const say = async (view: StoredCase, me: Me, text: string) => {
  const content: MessageContent = { kind: "text", body: { text } }
  const from = await opened(view, me)
  clockMs += 1000
  return value(await sealMessage({ opened: from, me, content, nowMs: clockMs, random: helpline.random }))
}
const change = async (view: StoredCase, me: Me) => {
  return {
    opened: await opened(view, me),
    me,
    directory: helpline.directory,
    today: TODAY,
    random: helpline.random,
  }
}
const FIRST = ["intake", "assignment"]

describe("step 5: messages", () => {
  test("moved to another case, epoch, author or id are refused, and named for what they are", async () => {
    const { stored, keys } = await newCase(helpline)
    const other = await newCase(helpline)
    const removal = value(
      await removeMembers({ ...(await change(stored, keys)), keyIds: [keyOf(helpline, "Hina")] }),
    )
    const next = withChange(stored, removal.change)
    const mine = await say(next, keys, "Mine.")
    const foreign = other.stored.envelopes[0]!
    const cases = [
      [foreign, "moved-case"],
      [{ ...foreign, caseId: stored.caseId }, "does-not-open"],
      [{ ...mine, epoch: 0 }, "moved-epoch"],
      [{ ...mine, epoch: 7 }, "no-key-for-epoch"],
      [{ ...mine, authorKeyId: keyOf(helpline, "Sana") }, "moved-author"],
      [{ ...mine, msgId: foreign.msgId }, "does-not-open"],
    ] as const
    for (const [envelope, code] of cases) {
      expect(await seen(withEnvelope(next, envelope), keys)).toEqual({ texts: FIRST, codes: [code] })
    }
    expect(await seen(withEnvelope(next, mine), keys)).toEqual({ texts: [...FIRST, "Mine."], codes: [] })
  })

  test("after one bit has changed, truncated or extended do not open, and hide no other message", async () => {
    const { stored, keys } = await newCase(helpline)
    const envelope = await say(stored, keys, "Whole.")
    const bytes = fromBase64url(envelope.bytes)!
    const flipped = bytes.slice()
    flipped[40] = (flipped[40] ?? 0) ^ 4
    for (const changed of [flipped, bytes.slice(0, -1), Uint8Array.of(...bytes, 0), new Uint8Array(0)]) {
      const view = withEnvelope(stored, { ...envelope, bytes: base64url(changed) })
      expect(await seen(view, keys)).toEqual({ texts: FIRST, codes: ["does-not-open"] })
    }
  })

  test("reordered are shown in their true order, dropped are missed, duplicated are shown once", async () => {
    const { stored, keys } = await newCase(helpline)
    const one = withEnvelope(stored, await say(stored, keys, "one"))
    const two = withEnvelope(one, await say(one, keys, "two"))
    const all = [...FIRST, "one", "two"]
    expect(await seen({ ...two, envelopes: [...two.envelopes].reverse() }, keys)).toEqual({
      texts: all,
      codes: [],
    })
    const dropped = { ...two, envelopes: two.envelopes.filter((_, at) => at !== 2) }
    expect(await seen(dropped, keys)).toEqual({ texts: [...FIRST, "two"], codes: ["missing-message"] })
    const doubled = { ...two, envelopes: [...two.envelopes, two.envelopes[2]!] }
    expect(await seen(doubled, keys)).toEqual({ texts: all, codes: ["replayed"] })
  })

  test("of a reader who signs in another's name are refused", async () => {
    const { stored, keys } = await newCase(helpline)
    const from = await opened(stored, staff(helpline, "Sana").keys)
    const forged = value(
      await sealText({
        caseKey: from.caseKey,
        author: { keyId: keys.keyId, sign: staff(helpline, "Sana").keys.sign },
        content: { kind: "text", body: { text: "I am the reporter." } },
        parents: [],
        rosterHash: from.roster.head.hash,
        nowMs: NOW_MS,
        random: helpline.random,
      }),
    )
    expect(await seen(withEnvelope(stored, forged), keys)).toEqual({ texts: FIRST, codes: ["bad-signature"] })
  })

  test("of staff who write what only the reporter may say are refused", async () => {
    const { stored, keys } = await newCase(helpline)
    const me = staff(helpline, "Sana").keys
    const content: MessageContent = { kind: "policy", body: { policy: "ask_me", boundaries: [] } }
    const from = await opened(stored, me)
    const envelope = value(
      await sealMessage({ opened: from, me, content, nowMs: NOW_MS, random: helpline.random }),
    )
    expect(await seen(withEnvelope(stored, envelope), keys)).toEqual({
      texts: FIRST,
      codes: ["not-theirs-to-say"],
    })
  })

  test("under a roster entry that does not exist, or of another epoch, are refused", async () => {
    const { stored, keys } = await newCase(helpline)
    const from = await opened(stored, keys)
    const envelope = value(
      await sealText({
        caseKey: from.caseKey,
        author: keys,
        content: { kind: "text", body: { text: "nowhere" } },
        parents: [],
        rosterHash: base64url(helpline.random(32)),
        nowMs: NOW_MS,
        random: helpline.random,
      }),
    )
    expect((await seen(withEnvelope(stored, envelope), keys)).codes).toEqual(["author-not-on-roster"])
  })

  test("two with one id are told apart: the first is shown, the second is a finding", async () => {
    const { stored, keys } = await newCase(helpline)
    const from = await opened(stored, keys)
    const seal = (text: string) =>
      sealText({
        caseKey: from.caseKey,
        author: keys,
        content: { kind: "text", body: { text } },
        parents: from.conversation.heads,
        rosterHash: from.roster.head.hash,
        nowMs: NOW_MS,
        // Always the same bytes: the same id for both.
        random: (length) => new Uint8Array(length).fill(9),
      })
    const view = withEnvelope(withEnvelope(stored, value(await seal("first"))), value(await seal("second")))
    expect(await seen(view, keys)).toEqual({ texts: [...FIRST, "first"], codes: ["duplicate-id"] })
  })

  test("of random rubbish never stop the good ones from being shown", async () => {
    const { stored, keys } = await newCase(helpline)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.nat(3), async (bytes, epoch) => {
        const rubbish = { ...stored.envelopes[0]!, epoch, bytes: base64url(bytes) }
        const { texts, codes } = await seen({ ...stored, envelopes: [rubbish, ...stored.envelopes] }, keys)
        expect(texts).toEqual(FIRST)
        expect(codes).toHaveLength(1)
      }),
      { numRuns: 30 },
    )
  })
})

describe("step 4b: rosters", () => {
  const entryOf = (dsse: Dsse): RosterEntry => readEntry(dsse)!.entry
  const forge = (view: StoredCase, edit: (next: RosterEntry) => RosterEntry, me: Me): StoredCase => {
    const last = entryOf(view.roster.at(-1)!)
    const next = { ...last, seq: last.seq + 1, prevHash: entryHash(last), wrapHashes: {}, previewHashes: {} }
    return { ...view, roster: [...view.roster, signEntry(edit(next), me.sign)] }
  }
  const line = (keyId: KeyId, role: "expert" | "coordinator" | "trustee") => {
    return { keyId, role, discipline: "", need: "", state: "member" } as const
  }

  test("signed by a stranger, by an expert, or for another case change nothing", async () => {
    const { stored, keys } = await newCase(helpline)
    const other = await newCase(helpline)
    const noEdit = (next: RosterEntry) => next
    expect((await seen(forge(stored, noEdit, staff(helpline, "Bilal").keys), keys)).codes).toEqual([
      "entry-not-signed",
    ])
    expect((await seen(forge(stored, noEdit, staff(helpline, "Hina").keys), keys)).codes).toEqual([
      "beyond-policy",
    ])
    const foreign = (next: RosterEntry) => ({ ...next, caseId: other.stored.caseId })
    expect((await seen(forge(stored, foreign, keys), keys)).codes).toEqual(["entry-of-another-case"])
  })

  test("that name a key no directory knows are shown with a warning, and that key's words are not shown", async () => {
    const { stored, keys } = await newCase(helpline)
    const ghost = await madeUpMember(helpline.random, "Ghost", ["coordinator"], [])
    const from = await opened(stored, keys)
    const sealed = value(
      await addMember({
        ...(await change(stored, keys)),
        member: { ...certified(helpline, "Bilal") },
        line: { role: "coordinator" },
      }),
    )
    const entry = entryOf(sealed.change.entry)
    const swapped = {
      ...entry,
      members: entry.members.map((member) =>
        member.keyId === keyOf(helpline, "Bilal") ? { ...member, keyId: ghost.keys.keyId } : member,
      ),
      wrapHashes: { [ghost.keys.keyId]: entry.wrapHashes[keyOf(helpline, "Bilal")] },
    } as RosterEntry
    const view = { ...stored, roster: [...stored.roster, signEntry(swapped, keys.sign)] }
    expect((await seen(view, keys)).codes).toEqual(["uncertified-key"])
    const words = value(
      await sealText({
        caseKey: from.caseKey,
        author: ghost.keys,
        content: { kind: "text", body: { text: "boo" } },
        parents: [],
        rosterHash: entryHash(swapped),
        nowMs: NOW_MS,
        random: helpline.random,
      }),
    )
    expect((await seen(withEnvelope(view, words), keys)).texts).toEqual(FIRST)
  })

  test("a wrap that no entry signs is never opened, even when it is good", async () => {
    const { stored } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const entry = entryOf(stored.roster[0]!)
    const wrap = stored.wraps.find((one) => one.keyId === sana.keyId)!
    expect(entry.wrapHashes[sana.keyId]).toBeDefined()
    const wraps = stored.wraps.map((one) => (one === wrap ? { ...one, bytes: stored.wraps[0]!.bytes } : one))
    const view = { ...stored, wraps }
    expect(await openCase({ view, me: sana, directory: helpline.directory })).toEqual({
      ok: false,
      error: "not-for-me",
    })
  })

  test("a removal is not undone by serving the old wrap as one of the new epoch", async () => {
    const { stored, keys } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const removal = value(await removeMembers({ ...(await change(stored, keys)), keyIds: [sana.keyId] }))
    const next = withChange(stored, removal.change)
    const later = withEnvelope(next, await say(next, keys, "secret"))
    const wraps = later.wraps.map((wrap) => (wrap.keyId === sana.keyId ? { ...wrap, epoch: 1 } : wrap))
    const tried = await openCase({ view: { ...later, wraps }, me: sana, directory: helpline.directory })
    expect(tried.ok).toBe(false)
    // Leaving the new entry out altogether gives her no more than she had.
    const back = { ...later, roster: stored.roster }
    expect((await seen(back, sana)).texts).toEqual(FIRST)
  })

  test.each<[string, (next: RosterEntry, ghost: KeyId, me: KeyId) => RosterEntry, string]>([
    ["skips a number", (next) => ({ ...next, seq: next.seq + 1 }), "entry-not-next"],
    [
      "names another entry before it",
      (next) => ({ ...next, prevHash: base64url(new Uint8Array(32)) }),
      "entry-not-next",
    ],
    ["jumps an epoch", (next) => ({ ...next, e: 2 }), "epoch-out-of-order"],
    ["goes back an epoch", (next) => ({ ...next, e: -1 }), "entry-damaged"],
    ["begins an epoch without a link", (next) => ({ ...next, e: 1 }), "link-wrong"],
    ["links without a new epoch", (next) => ({ ...next, link: base64url(new Uint8Array(32)) }), "link-wrong"],
    [
      "takes the reporter off",
      (next, _, me) => ({ ...next, members: next.members.filter((m) => m.keyId !== me) }),
      "reporter-missing",
    ],
    [
      "names two reporters",
      (next, ghost) => ({
        ...next,
        members: [...next.members, { ...line(ghost, "trustee"), role: "reporter" }],
      }),
      "reporter-missing",
    ],
    [
      "names somebody twice",
      (next) => ({ ...next, members: [...next.members, next.members[1]!] }),
      "listed-twice",
    ],
    [
      "drops a member without a new epoch",
      (next) => ({ ...next, members: next.members.filter((m) => m.role !== "coordinator") }),
      "removed-without-new-epoch",
    ],
    [
      "wraps for somebody not named",
      (next, ghost) => ({
        ...next,
        wrapHashes: { [ghost]: base64url(new Uint8Array(32)) } as RosterEntry["wrapHashes"],
      }),
      "ghost-wrap",
    ],
    [
      "adds somebody without a wrap",
      (next, ghost) => ({ ...next, members: [...next.members, line(ghost, "trustee")] }),
      "wrap-missing",
    ],
    [
      "rewrites what was seen before",
      (next) => ({ ...next, closed: { count: 1, heads: [] } }),
      "epoch-out-of-order",
    ],
    ["has a field too many", (next) => ({ ...next, extra: 1 }) as RosterEntry, "entry-damaged"],
    ["has another version", (next) => ({ ...next, v: 2 }) as unknown as RosterEntry, "entry-damaged"],
    [
      "asks for recovery, which nobody has agreed to",
      (next) => ({ ...next, recovery: true }) as unknown as RosterEntry,
      "entry-damaged",
    ],
  ])("an entry that %s is refused, even signed by the reporter", async (_, edit, code) => {
    const { stored, keys } = await newCase(helpline)
    const view = forge(stored, (next) => edit(next, keyOf(helpline, "Noor"), keys.keyId), keys)
    expect((await seen(view, keys)).codes).toEqual([code])
  })

  test("a coordinator's entry that goes beyond the person's policy is refused by every other device", async () => {
    const { stored, need, keys } = await newCase(helpline, { picks: ["Hina"] })
    const sana = staff(helpline, "Sana").keys
    const hash = base64url(new Uint8Array(32))
    const wrapFor = (alias: string) => ({ [keyOf(helpline, alias)]: hash }) as RosterEntry["wrapHashes"]
    const expert = (alias: string, discipline: "psych" | "legal", state: "member" | "proposed") => {
      return { keyId: keyOf(helpline, alias), role: "expert", discipline, need, state } as const
    }
    const edits: ((next: RosterEntry) => RosterEntry)[] = [
      (next) => ({ ...next, policy: "same_discipline_only" }),
      (next) => ({ ...next, needs: [] }),
      (next) => ({
        ...next,
        members: [...next.members, line(keyOf(helpline, "Bilal"), "coordinator")],
        wrapHashes: wrapFor("Bilal"),
      }),
      (next) => ({
        ...next,
        members: [...next.members, line(keyOf(helpline, "Noor"), "trustee")],
        wrapHashes: wrapFor("Noor"),
      }),
      (next) => ({
        ...next,
        members: [...next.members, expert("Omar", "legal", "proposed")],
        wrapHashes: wrapFor("Omar"),
      }),
      (next) => ({
        ...next,
        members: [...next.members, expert("Zara", "psych", "member")],
        wrapHashes: wrapFor("Zara"),
      }),
      (next) => ({
        ...next,
        members: next.members.map((m) => (m.role === "expert" ? { ...m, state: "member" } : m)),
      }),
    ]
    for (const edit of edits)
      expect((await seen(forge(stored, edit, sana), keys)).codes).toEqual(["beyond-policy"])
    const wrongField = (next: RosterEntry) => ({
      ...next,
      members: [...next.members, expert("Omar", "psych", "proposed")],
      wrapHashes: wrapFor("Omar"),
    })
    expect((await seen(forge(stored, wrongField, sana), keys)).codes).toEqual(["uncertified-key-added"])
  })

  test("two entries in one place are noticed", async () => {
    const { stored, keys } = await newCase(helpline)
    const base = await change(stored, keys)
    const one = value(await changePolicy({ ...base, policy: "same_discipline_only" }))
    const two = value(await removeMembers({ ...base, keyIds: [keyOf(helpline, "Sana")] }))
    const view = {
      ...withChange(stored, one.change),
      roster: [...stored.roster, one.change.entry, two.change.entry],
    }
    expect((await seen(view, keys)).codes).toEqual(["entry-forks"])
  })

  test("a coordinator who has since left is named when the newest entry is theirs", async () => {
    const { stored, need, keys } = await newCase(helpline, { picks: [] })
    const sana = staff(helpline, "Sana").keys
    const offered = value(
      await handOffer({
        ...(await change(stored, sana)),
        need,
        expert: certified(helpline, "Zara"),
        reasons: [],
        note: "",
        nowMs: NOW_MS,
      }),
    )
    const members = helpline.statement.members.map((member) =>
      member.alias === "Sana" ? { ...member, status: "revoked" as const } : member,
    )
    const directory = directoryOf(helpline, { members, version: 8 })
    const view = withChange(stored, offered.change)
    const result = value(await openCase({ view, me: keys, directory }))
    expect(result.findings.map((finding) => finding.code)).toEqual(["signer-since-revoked"])
  })

  test("a link between epochs that no entry signs is not opened", async () => {
    const { stored, keys } = await newCase(helpline)
    const removal = value(
      await removeMembers({ ...(await change(stored, keys)), keyIds: [keyOf(helpline, "Sana")] }),
    )
    const next = withChange(stored, removal.change)
    const other = base64url(helpline.random(60))
    // The reporter still has her own wrap of epoch 1 only: without the link the first messages have no key.
    const view = { ...next, links: [{ epoch: 1, bytes: other }] }
    expect((await seen(view, keys)).codes).toEqual(expect.arrayContaining(["no-key-for-epoch"]))
  })

  test("a case whose public keys were swapped does not open", async () => {
    const { stored, keys } = await newCase(helpline)
    const other = await newCase(helpline)
    const view = { ...stored, signPk: other.stored.signPk }
    expect(await openCase({ view, me: keys, directory: helpline.directory })).toEqual({
      ok: false,
      error: "damaged",
    })
  })

  test("an expired directory lets a case be read and a reader be removed, and lets nobody new on", async () => {
    const { stored, keys } = await newCase(helpline)
    const directory = directoryOf(helpline, {}, "2027-01-30" as Day)
    const from = value(await openCase({ view: stored, me: keys, directory }))
    expect(from.findings).toEqual([])
    const base = { opened: from, me: keys, directory, today: TODAY, random: helpline.random }
    expect((await removeMembers({ ...base, keyIds: [keyOf(helpline, "Hina")] })).ok).toBe(true)
  })

  test("a statement of another kind does not pass as a roster entry", async () => {
    const { stored, keys } = await newCase(helpline)
    const payload = readEntry(stored.roster[0]!)!.entry as unknown as Parameters<typeof dsseSign>[1]
    const wrong = {
      ...dsseSign(PAYLOAD_TYPES.offerAnswer, payload, keys.sign),
      payloadType: PAYLOAD_TYPES.roster,
    }
    const tried = await openCase({
      view: { ...stored, roster: [wrong] },
      me: keys,
      directory: helpline.directory,
    })
    expect(tried).toEqual({ ok: false, error: "damaged" })
  })
})
