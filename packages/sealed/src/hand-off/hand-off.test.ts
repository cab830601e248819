import { handOffDigest, signApproval } from "@shn/consent"
import { type Day, emptyComplaint, type StaffAct } from "@shn/domain"
import { base64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { randomUuidV4 } from "@shn/primitives/random"
import { beforeAll, describe, expect, test } from "vitest"
import { madeUpAgency } from "../../../../tests/support/agency.ts"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  reporterOf,
  type StoredCase,
  staff,
  value,
  withEnvelope,
} from "../../../../tests/support/helpline.ts"
import {
  approvalsOf,
  certifiedAgency,
  consentsOf,
  findStaffIn,
  foldHandOffs,
  type HandOff,
  type HandOffBody,
  type HandOffContent,
  handOffTo,
  type IdentityAskBody,
  isApproved,
  knownAgency,
  type MemberKeys,
  ONLY_INBOX,
  openCase,
  openIdentity,
  type ReporterKeys,
  sealIdentity,
  sealMessage,
  seemsApproved,
  stageOf,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "../index.ts"
import { parseHandOffContent } from "./content.ts"

let helpline: MadeUpHelpline
let directory: VerifiedDirectory
let stored: StoredCase
let person: ReporterKeys
let to: IdentityAskBody["to"]
const uuid = () => randomUuidV4(helpline.random)

beforeAll(async () => {
  helpline = await madeUpHelpline("hand-off")
  const agency = await madeUpAgency(helpline.random, "door-nccia", ["Rabia"])
  directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] })
  // Two coordinators: whoever is on duty reads a new case.
  const made = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
  stored = made.stored
  person = made.keys
  to = handOffTo(value(certifiedAgency(directory, "door-nccia")))
})

const keys = (alias: string) => staff(helpline, alias).keys
const askOf = (change: Partial<IdentityAskBody> = {}): IdentityAskBody => ({
  draftId: uuid(),
  to,
  purpose: ["investigation"],
  fields: ["full_name", "cnic"],
  readers: [keyOf(helpline, "Sana")],
  words: "",
  ...change,
})
const offerOf = (draftId: string, change: Partial<HandOffBody> = {}): HandOffBody => ({
  draftId,
  rev: 1,
  to,
  purpose: ["investigation"],
  identity: "anonymous",
  fields: { details: "He wrote forty messages." },
  identityFields: [],
  identityPart: null,
  evidence: [{ id: uuid(), sha256: base64url(sha256(utf8("chat"))), label: "Chat" }],
  limits: [],
  lastDay: "2027-01-20" as Day,
  uses: 1,
  minor: "no",
  agencyNeedsName: false,
  law: "PPC 1860, s. 182",
  ...change,
})
const approvalOf = (offered: HandOffBody, alias: string, act: StaffAct): HandOffContent => {
  const name = handOffDigest(termsOf(person.sign.publicKey, offered, viewOf(offered, null) ?? {}))
  const { keyId, sign } = keys(alias)
  const envelope = signApproval({ act, handOff: name, by: keyId, nowMs: NOW_MS }, sign)
  return { kind: "approval", body: { draftId: offered.draftId, rev: offered.rev, envelope } }
}
const open = (me: ReporterKeys | MemberKeys, view = stored) => openCase({ view, me, directory })
const written = async (said: readonly (readonly [ReporterKeys | MemberKeys, HandOffContent])[]) => {
  let now = stored
  for (const [me, content] of said) {
    const opened = value(await open(me, now))
    now = withEnvelope(
      now,
      value(await sealMessage({ opened, me, content, nowMs: NOW_MS, random: helpline.random })),
    )
  }
  const opened = value(await open(person, now))
  return { opened, folded: foldHandOffs(opened.conversation.messages) }
}
const only = (list: readonly HandOff[]): HandOff => {
  if (list[0] === undefined || list.length > 1) throw new Error(`${list.length} hand-offs`)
  return list[0]
}

describe("who the person is", () => {
  const values = { full_name: "A made-up name", cnic: "42101-1234567-1", address: "Not asked for" }
  const sealed = async (ask: IdentityAskBody) =>
    value(await sealIdentity({ ask, values, me: person, directory, random: helpline.random }))

  test("opens for the person and for the members that the question named, and holds what was asked for", async () => {
    const part = await sealed(askOf())
    for (const me of [person, keys("Sana")])
      expect(await openIdentity(person.caseId, part, me)).toEqual({
        ok: true,
        value: { full_name: "A made-up name", cnic: "42101-1234567-1" },
      })
  })

  test("stays shut for everybody else who reads the case", async () => {
    const part = await sealed(askOf())
    expect(await openIdentity(person.caseId, part, keys("Bilal"))).toEqual({ ok: false, error: "not-for-me" })
    // Somebody who puts their own name beside another's wrap has the wrong key for it.
    const [, wrap] = part.wraps
    const stolen = { ...part, wraps: [{ keyId: keyOf(helpline, "Bilal"), wrap: wrap?.wrap ?? "" }] }
    expect(await openIdentity(person.caseId, stolen, keys("Bilal"))).toEqual({ ok: false, error: "damaged" })
  })

  test("answers one question: moved to another case, draft, recipient or purpose it does not open", async () => {
    const part = await sealed(askOf())
    const other = await reporterOf(helpline)
    const moved = [
      await openIdentity(other.caseId, part, keys("Sana")),
      await openIdentity(person.caseId, { ...part, draftId: uuid() }, keys("Sana")),
      await openIdentity(person.caseId, { ...part, to: { ...to, id: "door-police" } }, keys("Sana")),
      await openIdentity(person.caseId, { ...part, purpose: ["prosecution"] }, keys("Sana")),
    ]
    expect(moved).toEqual(moved.map(() => ({ ok: false, error: "damaged" })))
  })

  test("is sealed to nobody who is not on the list of staff, or no longer", async () => {
    const gone = directoryOf(helpline, {
      members: helpline.statement.members.map((member) =>
        member.alias === "Sana" ? { ...member, status: "revoked" } : member,
      ),
    })
    const input = { ask: askOf(), values, me: person, random: helpline.random }
    expect(await sealIdentity({ ...input, directory: gone })).toEqual({ ok: false, error: "not-certified" })
    const expired = directoryOf(helpline, {}, "2026-12-21" as Day)
    expect(await sealIdentity({ ...input, directory: expired })).toEqual({
      ok: false,
      error: "directory-expired",
    })
  })

  test("looks alike on the outside whatever it says", async () => {
    const short = await sealed(askOf({ fields: ["gender"] }))
    const long = await sealed(askOf())
    expect(short.sealed.length).toBe(long.sealed.length)
  })
})

describe("the work on a hand-off", () => {
  test("goes from draft to approval, and the person's phone sees what staff see", async () => {
    const draftId = uuid()
    const offered = offerOf(draftId)
    const draft: HandOffContent = {
      kind: "complaint",
      body: {
        draftId,
        rev: 1,
        agencyId: "door-nccia",
        purpose: ["investigation"],
        identity: "anonymous",
        limits: [],
        language: "ur",
        textLimit: null,
        draft: emptyComplaint("form-nccia"),
      },
    }
    const stages: string[] = []
    const said: (readonly [MemberKeys, HandOffContent])[] = []
    for (const step of [
      [keys("Sana"), draft],
      [keys("Sana"), { kind: "hand_off", body: offered }],
      [keys("Sana"), approvalOf(offered, "Sana", "drafted")],
      [keys("Bilal"), approvalOf(offered, "Bilal", "approved")],
    ] as const) {
      said.push(step)
      const one = only((await written(said)).folded.handOffs)
      const terms = termsOf(person.sign.publicKey, offered, viewOf(offered, null) ?? {})
      stages.push(stageOf(one, isApproved(approvalsOf(one, terms, findStaffIn(directory)))))
      expect(seemsApproved(one, findStaffIn(directory))).toBe(stages.at(-1) === "approved")
    }
    expect(stages).toEqual(["draft", "offered", "offered", "approved"])
  })

  test("nobody approves alone, not even twice", async () => {
    const offered = offerOf(uuid())
    const { folded } = await written([
      [keys("Sana"), { kind: "hand_off", body: offered }],
      [keys("Sana"), approvalOf(offered, "Sana", "drafted")],
      [keys("Sana"), approvalOf(offered, "Sana", "approved")],
    ])
    expect(seemsApproved(only(folded.handOffs), findStaffIn(directory))).toBe(false)
  })

  test("an approval of other words, or of an earlier revision, counts for nothing", async () => {
    const draftId = uuid()
    const first = offerOf(draftId)
    const second = offerOf(draftId, { rev: 2, fields: { details: "He wrote forty messages to me." } })
    const stale = await written([
      [keys("Sana"), { kind: "hand_off", body: first }],
      [keys("Sana"), approvalOf(first, "Sana", "drafted")],
      [keys("Sana"), { kind: "hand_off", body: second }],
      [keys("Bilal"), approvalOf(first, "Bilal", "approved")],
    ])
    expect(only(stale.folded.handOffs).approvals).toEqual([])
    // The same, written under the new revision's number.
    const renamed = approvalOf(first, "Bilal", "approved")
    const lied = await written([
      [keys("Sana"), { kind: "hand_off", body: second }],
      [keys("Bilal"), { ...renamed, body: { ...renamed.body, rev: 2 } } as HandOffContent],
    ])
    const terms = termsOf(person.sign.publicKey, second, viewOf(second, null) ?? {})
    expect(approvalsOf(only(lied.folded.handOffs), terms, findStaffIn(directory))).toEqual([])
  })

  test("the person cannot approve for staff, and staff cannot sign or take back for the person", async () => {
    const offered = offerOf(uuid())
    const { opened, folded } = await written([
      [person, { kind: "hand_off", body: offered }],
      [keys("Sana"), { kind: "not_signed", body: { draftId: offered.draftId, rev: 1, words: "" } }],
    ])
    expect(opened.findings.map(({ code }) => code)).toEqual(["not-theirs-to-say", "not-theirs-to-say"])
    expect(folded.handOffs).toEqual([])
  })

  test("a new question for the identity makes the old answer worthless", async () => {
    const ask = askOf()
    const part = value(
      await sealIdentity({
        ask,
        values: { full_name: "A" },
        me: person,
        directory,
        random: helpline.random,
      }),
    )
    const { folded } = await written([
      [keys("Sana"), { kind: "identity_ask", body: ask }],
      [person, { kind: "identity_part", body: part }],
    ])
    const one = only(folded.handOffs)
    expect([one.part?.body.sealed, stageOf(one, false)]).toEqual([part.sealed, "draft"])
    const again = await written([
      [keys("Sana"), { kind: "identity_ask", body: ask }],
      [person, { kind: "identity_part", body: part }],
      [keys("Sana"), { kind: "identity_ask", body: { ...ask, purpose: ["prosecution"] } }],
      [person, { kind: "identity_part", body: part }],
    ])
    expect(only(again.folded.handOffs).part).toBeNull()
    expect(stageOf(only(again.folded.handOffs), false)).toBe("asked")
  })
})

describe("what leaves", () => {
  test("has the identity in the form's own writing, and cannot be made while a part of it is missing or wrong", () => {
    const offered = offerOf(uuid(), { identity: "named", identityFields: ["full_name", "cnic"] })
    expect(viewOf(offered, { full_name: " A. B. ", cnic: "۴۲۱۰۱۱۲۳۴۵۶۷۱" })).toEqual({
      details: "He wrote forty messages.",
      "me.full_name": "A. B.",
      "me.cnic": "42101-1234567-1",
    })
    expect(viewOf(offered, { full_name: "A. B." })).toBeNull()
    expect(viewOf(offered, { full_name: "A. B.", cnic: "1" })).toBeNull()
    expect(viewOf(offered, null)).toBeNull()
  })

  test("goes to the agency that the verified list names, under its own names", () => {
    const agency = value(certifiedAgency(directory, "door-nccia"))
    expect(knownAgency(agency)).toEqual({
      id: "door-nccia",
      inbox: ONLY_INBOX,
      key: to.key,
      names: Object.values(agency.names),
    })
  })

  test("no message is read that is not in its form", () => {
    const offered = offerOf(uuid())
    expect(parseHandOffContent("hand_off", offered)?.kind).toBe("hand_off")
    for (const wrong of [
      { ...offered, more: 1 },
      { ...offered, uses: 6 },
      { ...offered, lastDay: "2027-02-30" },
      { ...offered, purpose: ["everything"] },
      { ...offered, evidence: [{ id: "x", sha256: "y", label: "z" }] },
    ])
      expect(parseHandOffContent("hand_off", wrong)).toBeNull()
    expect(parseHandOffContent("handOff", offered)).toBeNull()
  })

  test("a case without a signature has no consents", () => {
    expect(consentsOf({ handOffs: [], revoked: [], filings: [] })).toEqual([])
  })
})
