import { handOffDigest, signApproval } from "@shn/consent"
import type { Day, StaffAct } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { beforeEach, describe, expect, test } from "vitest"
import { madeUpAgency } from "../../../../tests/support/agency.ts"
import {
  directoryOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  value,
  withEnvelope,
} from "../../../../tests/support/helpline.ts"
import {
  certifiedAgency,
  foldHandOffs,
  type HandOff,
  type HandOffBody,
  type HandOffContent,
  handOffTo,
  type MemberKeys,
  openCase,
  type ReporterKeys,
  sealMessage,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "../index.ts"
import { parseHandOffContent } from "./content.ts"

/** Somebody on the case who wants more to leave than the second member saw, or the person to sign what nobody checked. */

const DRAFT = "11111111-1111-4111-8111-111111111111"
let helpline: MadeUpHelpline
let directory: VerifiedDirectory
let stored: StoredCase
let person: ReporterKeys
let honest: HandOffBody

beforeEach(async () => {
  helpline = await madeUpHelpline("hand-off-insider")
  const agency = await madeUpAgency(helpline.random, "door-nccia", ["Rabia"])
  directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] })
  const made = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
  stored = made.stored
  person = made.keys
  honest = {
    draftId: DRAFT,
    rev: 1,
    to: handOffTo(value(certifiedAgency(directory, "door-nccia"))),
    purpose: ["investigation"],
    identity: "anonymous",
    fields: { details: "He wrote forty messages." },
    identityFields: [],
    identityPart: null,
    evidence: [],
    limits: ["female-officer"],
    lastDay: "2027-01-20" as Day,
    uses: 1,
    minor: "yes",
    agencyNeedsName: false,
    law: "PPC 1860, s. 182",
  }
})

const keys = (alias: string) => staff(helpline, alias).keys
const approvalBy = (alias: string, act: StaffAct, offered = honest): HandOffContent => {
  const name = handOffDigest(termsOf(person.sign.publicKey, offered, viewOf(offered, null) ?? {}))
  const { keyId, sign } = keys(alias)
  const envelope = signApproval({ act, handOff: name, by: keyId, nowMs: NOW_MS }, sign)
  return { kind: "approval", body: { draftId: offered.draftId, rev: offered.rev, envelope } }
}
/** @param knows the case as the author has it, or says to have it, while writing */
const sealed = async (
  me: ReporterKeys | MemberKeys,
  content: HandOffContent,
  atMs = NOW_MS,
  knows = stored,
) => {
  const opened = value(await openCase({ view: knows, me, directory }))
  return value(await sealMessage({ opened, me, content, nowMs: atMs, random: helpline.random }))
}
const say = async (alias: string, content: HandOffContent, atMs?: number) => {
  stored = withEnvelope(stored, await sealed(keys(alias), content, atMs))
}
const only = async (): Promise<HandOff> => {
  const opened = value(await openCase({ view: stored, me: person, directory }))
  const [one] = foldHandOffs(opened.conversation.messages).handOffs
  if (one === undefined) throw new Error("no hand-off")
  return one
}
const acts = async () => (await only()).approvals.map(({ author }) => author)
/** The same words to the same office, and none of what the second member insisted on. */
const worse = (): HandOffBody => ({
  ...honest,
  limits: [],
  lastDay: "2027-11-20" as Day,
  uses: 5,
  minor: "no",
})
const SECOND = 1_000

describe("what the second member agreed to", () => {
  test("is worth nothing when the drafter shows it again beside other limits, days and uses", async () => {
    await say("Sana", { kind: "hand_off", body: honest })
    await say("Bilal", approvalBy("Bilal", "approved"))
    expect(await acts()).toEqual([keys("Bilal").keyId])
    await say("Sana", { kind: "hand_off", body: worse() })
    await say("Sana", approvalBy("Sana", "drafted"))
    await say("Sana", approvalBy("Bilal", "approved"))
    expect((await only()).offered?.body.uses).toBe(5)
    expect(await acts()).toEqual([keys("Sana").keyId])
  })

  test("does not slide under another text that says to be older than the agreement", async () => {
    await say("Sana", { kind: "hand_off", body: honest })
    const before = stored
    await say("Bilal", approvalBy("Bilal", "approved"), NOW_MS + 60 * SECOND)
    const backdated = await sealed(
      keys("Sana"),
      { kind: "hand_off", body: worse() },
      NOW_MS + 30 * SECOND,
      before,
    )
    stored = withEnvelope(stored, backdated)
    expect((await only()).offered?.body.uses).toBe(5)
    expect(await acts()).toEqual([])
  })

  test("counts again when the second member has seen the new text and agrees to it", async () => {
    await say("Sana", { kind: "hand_off", body: honest })
    await say("Sana", { kind: "hand_off", body: worse() })
    await say("Bilal", approvalBy("Bilal", "approved"))
    expect(await acts()).toEqual([keys("Bilal").keyId])
  })
})

describe("what the person signed", () => {
  const paper = (): HandOffContent => {
    const envelope: DsseEnvelope = {
      payloadType: "x",
      payload: "e30",
      signatures: [{ sig: "A".repeat(86) }],
    }
    const papers = { consent: envelope, truth: envelope, release: envelope }
    const about = { draftId: DRAFT, rev: 1, replySeed: "A".repeat(43), codeWord: "" }
    return { kind: "signed", body: { ...about, ...papers } }
  }

  test("never stands under a text that came from somebody who had not seen the signature, whatever time it claims", async () => {
    await say("Sana", { kind: "hand_off", body: honest })
    const before = stored
    stored = withEnvelope(stored, await sealed(person, paper(), NOW_MS + 60 * SECOND))
    expect((await only()).signed).not.toBeNull()
    const backdated = { kind: "hand_off", body: worse() } as const
    stored = withEnvelope(stored, await sealed(keys("Sana"), backdated, NOW_MS + 30 * SECOND, before))
    const one = await only()
    expect([one.offered?.body.minor, one.signed]).toEqual(["no", null])
    expect(one.everSigned).toHaveLength(1)
  })
})

describe("what is put forward", () => {
  test.each([
    ["turns letters round", "He is \u202eton guilty"],
    ["is invisible", `Nothing here\u{e0041}\u{e0042}`],
    ["parts a word unseen", "guil\u200bty"],
    ["is half a letter", "\ud800"],
    ["is a control character", "a\u0007b"],
  ])("holds nothing in its words that %s", (_, details) => {
    expect(parseHandOffContent("hand_off", { ...honest, fields: { details } })).toBeNull()
  })

  test("keeps what Urdu and emoji need, and line breaks", () => {
    const details = "میں نے \u200cنہیں\nکہا 👩‍👧 ❤️"
    expect(parseHandOffContent("hand_off", { ...honest, fields: { details } })).not.toBeNull()
  })

  test("never says who the person is outside of the part that is sealed apart", () => {
    const fields = { details: "He wrote.", "me.full_name": "A made-up name" }
    expect(parseHandOffContent("hand_off", { ...honest, fields })).toBeNull()
  })
})
