import {
  handOffDigest,
  readConsent,
  readRelease,
  releaseOf,
  revocationOf,
  signApproval,
  signRevocation,
} from "@shn/consent"
import { type Boundary, type Day, emptyComplaint, type StaffAct } from "@shn/domain"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4 } from "@shn/primitives/random"
import {
  certifiedAgency,
  consentsOf,
  foldHandOffs,
  type HandOffBody,
  handOffTo,
  type IdentityAskBody,
  type MessageContent,
  openCase,
  sealIdentity,
  sealMessage,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import { beforeEach, describe, expect, it } from "vitest"
import { type MadeUpAgency, madeUpAgency, withoutOfficer } from "../../../../tests/support/agency.ts"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  value,
  withEnvelope,
} from "../../../../tests/support/helpline.ts"
import type { CaseHold } from "../come-back/case-desk.ts"
import { consentAsksOf } from "../come-back/reading.ts"
import { signedPaper } from "./acts.ts"
import { catchUp } from "./catch-up.ts"
import { canBeTakenBack, givenOf } from "./given.ts"
import { mattersOf } from "./matters.ts"
import { readOffer } from "./offer.ts"
import { type PrepareInput, prepare } from "./prepare.ts"

const AGENCY = "door-nccia"
const DAY_MS = 86_400_000

let helpline: MadeUpHelpline
let agency: MadeUpAgency
let directory: VerifiedDirectory
let keys: CaseHold["keys"]
let stored: StoredCase
let draftId: string
let nowMs: number

beforeEach(async () => {
  helpline = await madeUpHelpline("papers")
  agency = await madeUpAgency(helpline.random, AGENCY, ["Rabia", "Kamran"])
  directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] })
  const made = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
  keys = made.keys
  stored = made.stored
  draftId = randomUuidV4(helpline.random)
  nowMs = NOW_MS
})

async function hold(): Promise<CaseHold> {
  const opened = value(await openCase({ view: stored, me: keys, directory }))
  return {
    keys,
    state: { view: stored, opened, directory },
    call: async () => ({ ok: false, error: "offline" }),
    now: () => nowMs,
    serverNow: () => nowMs,
    random: helpline.random,
  }
}

/** @param who alias of a member, or "me" */
async function say(who: string, content: MessageContent): Promise<void> {
  const me = who === "me" ? keys : staff(helpline, who).keys
  const opened = value(await openCase({ view: stored, me, directory }))
  stored = withEnvelope(
    stored,
    value(await sealMessage({ opened, me, content, nowMs, random: helpline.random })),
  )
}

const toNow = () => handOffTo(value(certifiedAgency(directory, AGENCY)))
const bodyOf = (change: Partial<HandOffBody> = {}): HandOffBody => ({
  draftId,
  rev: 1,
  to: toNow(),
  purpose: ["investigation"],
  identity: "anonymous",
  fields: { details: "He wrote forty messages." },
  identityFields: [],
  identityPart: null,
  evidence: [],
  limits: [],
  lastDay: "2027-01-20" as Day,
  uses: 1,
  minor: "no",
  agencyNeedsName: false,
  law: "PPC 1860, s. 182",
  ...change,
})
async function act(
  who: string,
  what: StaffAct,
  body: HandOffBody,
  signedFor: HandOffBody = body,
): Promise<void> {
  const handOff = handOffDigest(termsOf(keys.sign.publicKey, signedFor, viewOf(signedFor, null) ?? {}))
  const { keyId, sign } = staff(helpline, who).keys
  const envelope = signApproval({ act: what, handOff, by: keyId, nowMs }, sign)
  await say(who, { kind: "approval", body: { draftId: body.draftId, rev: body.rev, envelope } })
}
async function putForward(change: Partial<HandOffBody> = {}): Promise<HandOffBody> {
  const body = bodyOf(change)
  await say("Sana", { kind: "hand_off", body })
  await act("Sana", "drafted", body)
  await act("Bilal", "approved", body)
  return body
}

async function papers() {
  const held = await hold()
  const handOffs = foldHandOffs(held.state.opened.conversation.messages)
  const consents = consentsOf(handOffs)
  return { held, handOffs, consents, matters: await mattersOf(handOffs, consents, held) }
}
async function offer() {
  const { held, handOffs } = await papers()
  const read = await readOffer(handOffs.handOffs[0]!, held)
  if (read === null) throw new Error("nothing was put forward")
  return read
}
async function prepared(change: Partial<PrepareInput> = {}) {
  const { held, consents } = await papers()
  const { publicKey } = await kemKeyPair(new Uint8Array(32))
  const boundaries: readonly Boundary[] = ["no_media"]
  const input = { hold: held, boundaries, consents, urgent: false, replyPk: publicKey, locale: "en" as const }
  return prepare(await offer(), { ...input, ...change })
}
const stops = async (change: Partial<PrepareInput> = {}) => {
  const made = await prepared(change)
  return made.ok ? [] : made.stops.map((stop) => (stop.code === "boundary" ? stop.by : stop.code))
}
/** Signs what was put forward. */
async function sign(options: { readonly urgent?: boolean } = {}) {
  const made = await prepared({ urgent: options.urgent ?? false })
  if (!made.ok) throw new Error(JSON.stringify(made.stops))
  const signing = {
    consent: made.consent,
    seed: new Uint8Array(32),
    codeWord: " star ",
    locale: "en" as const,
  }
  const paper = signedPaper((await offer()).body, signing, await hold())
  if (paper === null) throw new Error("no paper")
  await say("me", paper)
  return { consent: made.consent, paper }
}

describe("what lies before the person", () => {
  it("can be signed when one member wrote it and another agreed to exactly this", async () => {
    await putForward()
    expect(await stops()).toEqual([])
    expect((await papers()).matters.map(({ stand }) => stand)).toEqual(["yours"])
  })
  it("waits for a real second member", async () => {
    const body = bodyOf()
    await say("Sana", { kind: "hand_off", body })
    await act("Sana", "drafted", body)
    expect(await stops()).toEqual(["not-approved"])
    await act("Sana", "approved", body)
    expect(await stops()).toEqual(["approved-by-drafter"])
    expect((await papers()).matters[0]?.stand).toBe("checking")
  })
  it("cannot be signed when the two agreed to other words than these", async () => {
    const body = bodyOf()
    await say("Sana", { kind: "hand_off", body })
    const agreed = bodyOf({ fields: { details: "He wrote four messages." } })
    await act("Sana", "drafted", body, agreed)
    await act("Bilal", "approved", body, agreed)
    expect(await stops()).toEqual(["changed-since-approved"])
  })
  it("cannot be signed once the agency has another key, or no officer, or when the list is too old", async () => {
    await putForward()
    const rotated = await withoutOfficer(helpline.random, agency, "Rabia")
    const today = directory
    directory = directoryOf(helpline, { version: 8, agencyInboxes: [rotated.inbox] })
    expect(await stops()).toEqual(["key-changed"])
    directory = directoryOf(helpline, { version: 9, agencyInboxes: [] })
    expect(await stops()).toEqual(["no-such-agency"])
    directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] }, "2027-03-01" as Day)
    expect(await stops()).toEqual(["list-expired"])
    directory = today
    expect(await stops()).toEqual([])
  })
  it("is stopped by a switch, and by each that forbids it once", async () => {
    await putForward()
    expect(await stops({ boundaries: ["no_prosecution"] })).toEqual(["no_prosecution"])
  })
  it("cannot go without a name where the office wants one, nor tell a name it says it does not tell", async () => {
    await putForward({ agencyNeedsName: true })
    expect(await stops()).toEqual(["agency-needs-name"])
    const telling = await putForward({ rev: 2, fields: { details: "x", cnic_copy: "Enclosed" } })
    expect(telling.rev).toBe(2)
    expect(await stops()).toEqual(["tells-who-you-are"])
  })
  it("cannot go with a file that the case does not hold, or after its last day", async () => {
    const id = randomUuidV4(helpline.random)
    await putForward({ evidence: [{ id, sha256: toNow().key, label: "Chat" }] })
    expect(await stops()).toEqual(["files-changed"])
    await putForward({ rev: 2, lastDay: "2026-11-20" as Day })
    expect(await stops()).toEqual(["too-late"])
  })
  it("does not take what the person said about themselves for another office or complaint", async () => {
    const ask: IdentityAskBody = {
      draftId: randomUuidV4(helpline.random),
      to: toNow(),
      purpose: ["investigation"],
      fields: ["full_name"],
      readers: [keyOf(helpline, "Sana"), keyOf(helpline, "Bilal")],
      words: "",
    }
    await say("Sana", { kind: "identity_ask", body: ask })
    const values = { full_name: "A made-up name" }
    const part = value(await sealIdentity({ ask, values, me: keys, directory, random: helpline.random }))
    await say("me", { kind: "identity_part", body: part })
    const answer = (await papers()).handOffs.handOffs[0]?.part?.msgId ?? null
    const named = { identity: "named", identityFields: ["full_name"], identityPart: answer } as const
    await say("Sana", { kind: "hand_off", body: bodyOf(named) })
    const { held, handOffs } = await papers()
    const other = handOffs.handOffs.find((one) => one.draftId === draftId)
    expect((await readOffer(other!, held))?.view).toBeNull()
    const mine = { ...bodyOf(named), draftId: ask.draftId }
    await say("Sana", { kind: "hand_off", body: mine })
    const again = await papers()
    const right = again.handOffs.handOffs.find((one) => one.draftId === ask.draftId)
    expect((await readOffer(right!, again.held))?.view).toMatchObject({ "me.full_name": "A made-up name" })
  })
  it("is no complaint for an office without an inbox, which the person files themselves", async () => {
    const { purpose, identity, limits } = bodyOf()
    const about = { language: "en", textLimit: null, purpose, identity, limits, rev: 1 } as const
    const save = (agencyId: string) =>
      say("Sana", {
        kind: "complaint",
        body: { ...about, agencyId, draftId: randomUuidV4(helpline.random), draft: emptyComplaint("form-a") },
      })
    await save(AGENCY)
    await save("door-police")
    expect((await papers()).matters.map(({ agencyId, stand }) => [agencyId, stand])).toEqual([
      [AGENCY, "drafting"],
    ])
  })
  it("shows what was noted against it, of this very revision", async () => {
    const against = { state: "said", text: "She gave him her number." } as const
    const { purpose, identity, limits } = bodyOf()
    const about = { agencyId: AGENCY, language: "en", textLimit: null, purpose, identity, limits } as const
    const draft = { ...emptyComplaint("form-nccia"), against }
    await say("Sana", { kind: "complaint", body: { draftId, rev: 2, ...about, draft } })
    await putForward()
    expect((await offer()).against).toEqual({ state: "not-asked" })
    await putForward({ rev: 2 })
    expect((await offer()).against).toEqual(against)
  })
})

describe("what the talk screen asks for", () => {
  const asks = async () => consentAsksOf((await hold()).state).map(({ asks: what }) => what)

  it("is asked until it is answered, and a no is an answer", async () => {
    expect(await asks()).toEqual([])
    const body = await putForward()
    expect(await asks()).toEqual(["signature"])
    await say("me", { kind: "not_signed", body: { draftId: body.draftId, rev: 1, words: "" } })
    expect(await asks()).toEqual([])
    expect((await papers()).matters[0]?.stand).toBe("refused")
  })
  it("does not ask for a signature before a second member has agreed", async () => {
    const body = bodyOf()
    await say("Sana", { kind: "hand_off", body })
    await act("Sana", "drafted", body)
    expect(await asks()).toEqual([])
  })
  it("does not ask again who somebody is who would rather not say", async () => {
    const ask: IdentityAskBody = {
      draftId,
      to: toNow(),
      purpose: ["investigation"],
      fields: ["full_name"],
      readers: [keyOf(helpline, "Sana"), keyOf(helpline, "Bilal")],
      words: "",
    }
    await say("Sana", { kind: "identity_ask", body: ask })
    expect(await asks()).toEqual(["identity"])
    const nothing = value(
      await sealIdentity({ ask, values: {}, me: keys, directory, random: helpline.random }),
    )
    await say("me", { kind: "identity_part", body: nothing })
    expect(await asks()).toEqual([])
    expect((await papers()).matters[0]?.stand).toBe("kept-back")
  })
})

describe("what was signed", () => {
  const server = (change: Partial<ReleaseView>, releaseId: string) =>
    ({ releaseId, state: "signed", handed: [], answers: [], views: [], ...change }) as unknown as ReleaseView
  const stage = async (change: Partial<ReleaseView> | null, later = 0) => {
    const { held, handOffs, consents } = await papers()
    const releaseId = readRelease(consents[0]!.said.body.release)?.releaseId ?? ""
    const releases = change === null ? [] : [server(change, releaseId)]
    const answer = { releases, revocations: [] }
    return givenOf(consents, handOffs, answer, held.keys.sign.publicKey, NOW_MS + later)[0]?.stage
  }

  it("holds three signatures about the same thing, and the word without the blanks around it", async () => {
    await putForward()
    const { consent, paper } = await sign()
    expect(readConsent(paper.body.consent)).toEqual(consent)
    expect(readRelease(paper.body.release)).toMatchObject({ agencyId: AGENCY, seq: 1, nbfDay: "2026-11-24" })
    expect(paper.body.codeWord).toBe("star")
    expect((await papers()).matters).toEqual([])
  })
  it("waits for its day, then may be packed; without the server's word nothing can leave", async () => {
    await putForward()
    await sign()
    expect(await stage(null)).toBe("unsent")
    expect(await stage({})).toBe("thinking")
    expect(await stage({}, DAY_MS)).toBe("packing")
    expect(await stage({ state: "handed" })).toBe("handed")
    expect(await stage(null, 90 * DAY_MS)).toBe("over")
  })
  it("is taken back for this phone as soon as the person has signed that, whatever the server knows", async () => {
    await putForward()
    const { consent } = await sign()
    const { consents } = await papers()
    const digest = consents[0]?.digest ?? ""
    const revocation = revocationOf({ caseId: keys.caseId, consent: digest, seq: consent.seq, nowMs })
    await say("me", { kind: "revoked", body: { envelope: signRevocation(revocation, keys.sign) } })
    expect(await stage(null)).toBe("taken-back")
    expect(await stage({})).toBe("taken-back")
    expect(await stage({ state: "recalled" })).toBe("taken-back")
    expect(await stage({ state: "locked" })).toBe("locked")
    expect(canBeTakenBack("taken-back")).toBe(false)
  })
  it("a release that never arrived is sent again, and one that was taken back is not", async () => {
    await putForward()
    const { paper } = await sign()
    const sent: unknown[] = []
    const run = async () => {
      const { held, handOffs, consents } = await papers()
      const call = async (route: { readonly method: string; readonly path: string }, body: object) => {
        if (route.method === "GET") return { ok: true, value: { releases: [], revocations: [] } }
        sent.push(body)
        return { ok: true, value: { state: "signed", revoked: [] } }
      }
      const desk = { tell: async () => ({ ok: true, value: null }) as const }
      return catchUp(desk, { ...held, call: call as never }, handOffs, consents)
    }
    expect((await run()).ok).toBe(true)
    expect(sent).toEqual([{ release: paper.body.release }])

    const revocation = revocationOf({ caseId: keys.caseId, consent: "all", seq: 1, nowMs })
    const envelope = signRevocation(revocation, keys.sign)
    await say("me", { kind: "revoked", body: { envelope } })
    sent.length = 0
    await run()
    expect(sent).toEqual([{ revocation: envelope }])
  })
  it("a taking back that only the server knows is told to the case, and a foreign one is not", async () => {
    await putForward()
    await sign()
    const { held, handOffs, consents } = await papers()
    const revocation = revocationOf({ caseId: keys.caseId, consent: "all", seq: 1, nowMs })
    const mine = signRevocation(revocation, keys.sign)
    const foreign = signRevocation(revocation, staff(helpline, "Sana").keys.sign)
    const told: unknown[] = []
    const desk = {
      tell: async (content: MessageContent) => {
        told.push(content)
        return { ok: true, value: null } as const
      },
    }
    const releases = [server({}, readRelease(consents[0]!.said.body.release)?.releaseId ?? "")]
    const call = async () => ({ ok: true, value: { releases, revocations: [foreign, mine] } })
    const caught = value(await catchUp(desk, { ...held, call: call as never }, handOffs, consents))
    expect(told).toEqual([{ kind: "revoked", body: { envelope: mine } }])
    expect(caught.hasToldCase).toBe(true)
  })
  it("the next consent goes on from the last one", async () => {
    await putForward()
    const { consent } = await sign()
    draftId = randomUuidV4(helpline.random)
    const body = bodyOf()
    await say("Sana", { kind: "hand_off", body })
    await act("Sana", "drafted", body)
    await act("Bilal", "approved", body)
    const { held, handOffs, consents } = await papers()
    const second = await readOffer(handOffs.handOffs[1]!, held)
    const { publicKey } = await kemKeyPair(new Uint8Array(32))
    const made = prepare(second!, {
      hold: held,
      boundaries: [],
      consents,
      urgent: true,
      replyPk: publicKey,
      locale: "ur",
    })
    expect(made.ok && made.consent.seq).toBe(2)
    expect(made.ok && made.consent.prev).toBe(consents[0]?.digest)
    expect(made.ok && releaseOf(made.consent, keys.caseId, helpline.random).nbfDay).toBe("2026-11-23")
    expect(consent.seq).toBe(1)
  })
})
