import {
  answerOf,
  CONSENT_TYPES,
  check,
  consentDigest,
  readSealedAnswers,
  revocationOf,
  sealAnswer,
  signAnswerOfAgency,
  signRevocation,
} from "@shn/consent"
import { openCover } from "@shn/evidence"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { fromBase64url, utf8 } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { systemRandom } from "@shn/primitives/random"
import { signKeyPair } from "@shn/primitives/sign"
import {
  certifiedAgency,
  consentsOf,
  findOfficerIn,
  foldHandOffs,
  knownAgency,
  openIdentity,
  sealIdentity,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import { AGENCY_ROUTES, DESK_ROUTES, REPORTER_ROUTES, type ReleaseView } from "@shn/wire"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { planAsDrafter } from "../../apps/desk/src/hand-over/plan.ts"
import { canBeTakenBack, givenOf } from "../../apps/reporter/src/consent/given.ts"
import {
  identitiesOf,
  type MadeUpAgency,
  madeUpAgency,
  signedInOfficer,
  withoutOfficer,
} from "../support/agency.ts"
import { keyOf, NOW_MS, value } from "../support/helpline.ts"
import {
  approval,
  approverOrders,
  approverPacks,
  beginHostileWay,
  bodyOf,
  compareWord,
  deskJudges,
  directoryFor,
  drafterPlans,
  type HostileWay,
  handedOver,
  handOver,
  keysOf,
  listed,
  officerOpens,
  openedFor,
  PERSON,
  personAddsFile,
  personSaysWho,
  personSigns,
  putForward,
  serverOnRelease,
  stopsOnPhone,
  toNow,
  viewFor,
  write,
} from "../support/hostile-way.ts"
import { type Mailbox, problemOf, startMailbox } from "../support/mailbox.ts"
import { openPackage, sendPackage } from "../support/release.ts"

/**
 * PROTOCOL steps 7 and 8 against everybody who could want something else to leave than the person signed: staff, the server, an
 * agency, whoever holds the phone. Real HTTP, a real store, and the very code that phone, desks and officers run.
 */

const DAY_MS = 86_400_000
const SECOND = 1_000
let box: Mailbox
let agency: MadeUpAgency
let other: MadeUpAgency
let directory: VerifiedDirectory
let version = 20
let way: HostileWay

beforeAll(async () => {
  box = await startMailbox()
  agency = await madeUpAgency(box.helpline.random, "door-nccia", ["Rabia", "Kamran"])
  other = await madeUpAgency(box.helpline.random, "door-fia", ["Asim"])
})
afterAll(() => box.close())
beforeEach(async () => {
  box.clock.nowMs = NOW_MS
  directory = await listed(box, ++version, [agency, other])
  way = await beginHostileWay(box, directory)
})

const desk = (alias: "Sana" | "Bilal" = "Bilal") => box.colleague(alias)
const judged = async (
  ...more: Parameters<typeof deskJudges> extends [unknown, ...infer Rest] ? Rest : never
) => (await deskJudges(way, ...more)).view
const rabia = () => signedInOfficer(box, agency, "Rabia")
/** Signed, compared and planned: it could leave this moment. */
async function allButHanded(change: Parameters<typeof putForward>[1] = {}) {
  const body = await putForward(way, change)
  const signed = await personSigns(way)
  await compareWord(way, body)
  await drafterPlans(way)
  return { body, signed }
}
async function takenBack({ statement }: Awaited<ReturnType<typeof personSigns>>) {
  const { caseId, visitor } = way
  const digest = consentDigest(statement)
  const revocation = revocationOf({ caseId, consent: digest, seq: statement.seq, nowMs: box.clock.nowMs })
  return signRevocation(revocation, visitor.keys.sign)
}

describe("what arrives at the agency", () => {
  test("is exactly what the person signed: the words, the files, the limits, and nothing of the conversation", async () => {
    const file = await personAddsFile(way, "chat.txt", utf8("He wrote: come alone."))
    const { signed } = await handedOver(way, { evidence: [file] })
    const outcome = await officerOpens(way, agency, await rabia(), signedId(signed))
    if (outcome === null || outcome === "no-cover" || outcome.is !== "whole") throw new Error(String(outcome))
    const { disclosure } = outcome.opened
    expect(disclosure.view).toEqual({
      category: "Cyber stalking",
      details: "He wrote forty messages.",
      "me.full_name": PERSON.full_name,
      "me.cnic": PERSON.cnic,
    })
    expect(disclosure.files.map(({ sha256 }) => sha256)).toEqual([file.sha256])
    expect(disclosure.consent.text).toBe(signed.statement.text)
    expect(disclosure.consent.limits).toContain("female-officer")
  })
})

function signedId({ release }: Awaited<ReturnType<typeof personSigns>>): string {
  const payload = fromBase64url(release.payload) ?? new Uint8Array(0)
  return (JSON.parse(new TextDecoder().decode(payload)) as { releaseId: string }).releaseId
}

describe("a signature", () => {
  test("by another key lets nothing out, neither at the server nor at a desk", async () => {
    const body = await putForward(way)
    const { statement, seed, ...papers } = await personSigns(way, { isOnlyInCase: true })
    await compareWord(way, body)
    const thief = signKeyPair(systemRandom(32))
    const again = (envelope: typeof papers.release, type: string) =>
      dsseSign(type, dssePayload(envelope)?.json ?? null, thief)
    const release = again(papers.release, CONSENT_TYPES.release)
    expect(await problemOf(way.visitor.call(REPORTER_ROUTES.release, { release }))).toBe("release_refused")
    await way.visitor.call(REPORTER_ROUTES.release, { release: papers.release })
    expect(await judged("Bilal")).toMatchObject({ step: "ready", findings: [] })
    for (const [forged, finding] of [
      [{ consent: again(papers.consent, CONSENT_TYPES.consent) }, "bad-signature"],
      [{ truth: again(papers.truth, CONSENT_TYPES.truth) }, "truth-missing"],
      [{ release }, "release-missing"],
    ] as const) {
      await write(way, null, { kind: "signed", body: { ...papers, ...forged } })
      expect(await judged("Bilal")).toMatchObject({ findings: [finding], leave: null })
    }
  })

  test("stands under the text that the person saw, and under no other that a drafter slips in before or after", async () => {
    const body = await putForward(way)
    const before = await viewFor(way, "Sana")
    box.clock.nowMs += 120 * SECOND
    await personSigns(way)
    await compareWord(way, body)
    expect((await judged("Bilal")).leave).not.toBeNull()
    const changed = { ...body, fields: { ...body.fields, details: "He also stole from the office." } }
    const lie = { atMs: NOW_MS + 60 * SECOND, knows: before }
    await write(way, "Sana", { kind: "hand_off", body: changed }, lie)
    expect(await judged("Bilal")).toMatchObject({ step: "replaced", leave: null })
    expect((await approverOrders(way)).ok).toBe(false)
  })

  test("of another case is worth nothing in this one", async () => {
    const theirs = await beginHostileWay(box, directory)
    const body = await putForward(theirs)
    const { statement, seed, ...papers } = await personSigns(theirs)
    await putForward(way)
    await write(way, null, { kind: "signed", body: { ...papers, draftId: way.draftId } })
    expect(await problemOf(way.visitor.call(REPORTER_ROUTES.release, { release: papers.release }))).toBe(
      "release_refused",
    )
    expect(await judged("Bilal")).toMatchObject({ signers: null, mine: "none", leave: null })
    const checked = check(papers.consent, {
      casePk: way.visitor.keys.sign.publicKey,
      agency: knownAgency(value(certifiedAgency(directory, "door-nccia"))),
      nowMs: NOW_MS,
      revocations: { asOfMs: NOW_MS, envelopes: [] },
      used: 0,
      latest: null,
      boundaries: [],
      leaving: { view: viewOf(body, PERSON) ?? {}, files: [] },
    })
    expect(checked).toEqual({ ok: false, findings: ["bad-signature", "other-case"] })
  })
})

describe("staff who want more to leave", () => {
  test("cannot carry a colleague's yes over to other limits, days and uses: the phone does not let the person sign", async () => {
    const body = await putForward(way)
    expect(await stopsOnPhone(way)).toEqual([])
    const worse = { ...body, limits: [], uses: 5, lastDay: "2027-11-20" as never }
    await write(way, "Sana", { kind: "hand_off", body: worse })
    await write(way, "Sana", approval(way, worse, "Sana", "drafted"))
    // The colleague's own signature, over words that are still the same.
    await write(way, "Sana", approval(way, worse, "Bilal", "approved"))
    expect(await stopsOnPhone(way)).toEqual(["not-approved"])
  })

  test("cannot approve what they drafted, whoever else's name they write under it", async () => {
    const body = await bodyOf(way)
    await write(way, "Sana", { kind: "hand_off", body })
    await write(way, "Sana", approval(way, body, "Sana", "drafted"))
    await write(way, "Sana", approval(way, body, "Sana", "approved"))
    expect(await stopsOnPhone(way)).toEqual(["approved-by-drafter"])
  })

  test("cannot sign, refuse or take back in the person's name", async () => {
    await putForward(way)
    const { statement, seed, ...papers } = await personSigns(way)
    const envelope = await takenBack({ ...papers, statement, seed })
    await write(way, "Sana", { kind: "signed", body: papers })
    await write(way, "Sana", { kind: "not_signed", body: { draftId: way.draftId, rev: 1, words: "" } })
    await write(way, "Sana", { kind: "revoked", body: { envelope } })
    const { conversation } = await openedFor(way, null)
    expect(conversation.findings.map(({ code }) => code)).toEqual(Array(3).fill("not-theirs-to-say"))
    const folded = foldHandOffs(conversation.messages)
    expect([folded.revoked.length, folded.handOffs[0]?.notSigned]).toEqual([0, null])
  })

  test("cannot add a file or a field on the way: the second desk makes the list anew and signs nothing else", async () => {
    const file = await personAddsFile(way, "chat.txt", utf8("one"))
    const secret = await personAddsFile(way, "diary.txt", utf8("not for anybody"))
    await allButHanded({ evidence: [file] })
    const honest = await approverOrders(way)
    expect(honest.ok).toBe(true)
    const { leave, signers, use } = await judged("Sana")
    if (leave === null || signers === null) throw new Error("no leave")
    const added = [...leave.disclosure.files, { ...secret, label: "Diary" }]
    const greedy = {
      ...leave,
      disclosure: { ...leave.disclosure, files: added } as typeof leave.disclosure,
      files: [...leave.files, { ...leave.files[0], uploadId: secret.id, sha256: secret.sha256 } as never],
    }
    const plan = planAsDrafter({
      leave: greedy,
      signers,
      use,
      packageId: "11111111-1111-4111-8111-111111111111",
      nowMs: box.clock.nowMs,
      sign: keysOf(way, "Sana").sign,
    })
    if (!plan.ok) throw new Error(plan.error)
    await write(way, "Sana", { kind: "package_plan", body: { draftId: way.draftId, rev: 1, ...plan.body } })
    expect(await approverOrders(way)).toEqual({ ok: false, error: "differs" })
  })

  test("who are on the case but were not named do not learn who the person is", async () => {
    await personSaysWho(way, ["Sana"])
    const opened = await openedFor(way, "Bilal")
    const part = foldHandOffs(opened.conversation.messages).handOffs[0]?.part?.body
    if (part === undefined) throw new Error("no answer")
    const read = (who: "Sana" | "Bilal") => openIdentity(way.caseId, part, keysOf(way, who))
    expect(await read("Bilal")).toEqual({ ok: false, error: "not-for-me" })
    // Somebody else's place in the list opens nothing either.
    const [first] = part.wraps.filter(({ keyId }) => keyId === keyOf(box.helpline, "Sana"))
    const stolen = { ...part, wraps: [{ keyId: keyOf(box.helpline, "Bilal"), wrap: first?.wrap ?? "" }] }
    expect(await openIdentity(way.caseId, stolen, keysOf(way, "Bilal"))).toEqual({
      ok: false,
      error: "damaged",
    })
    expect(await read("Sana")).toEqual({ ok: true, value: PERSON })
  })

  test("who were removed yesterday are not told who the person is, and their yes counts no more", async () => {
    const body = await putForward(way)
    await personSigns(way)
    await compareWord(way, body)
    expect((await judged("Sana")).leave).not.toBeNull()
    const members = box.helpline.statement.members.map((member) =>
      member.keyId === keyOf(box.helpline, "Bilal") ? { ...member, status: "revoked" as const } : member,
    )
    way.directory = directoryFor(box, {
      version: version + 1,
      members,
      agencyInboxes: [agency.inbox, other.inbox],
    })
    expect(await judged("Sana")).toMatchObject({ signers: null, leave: null })
    const ask = {
      draftId: way.draftId,
      to: toNow(way),
      purpose: ["investigation" as const],
      fields: ["full_name" as const],
      readers: [keyOf(box.helpline, "Bilal")],
      words: "",
    }
    const sealed = {
      ask,
      values: PERSON,
      me: way.visitor.keys,
      directory: way.directory,
      random: systemRandom,
    }
    expect(await sealIdentity(sealed)).toEqual({ ok: false, error: "not-certified" })
  })
})

describe("a consent that does not hold any more", () => {
  test("because it was taken back lets nothing out, though the server hides it from the desk", async () => {
    const { signed } = await allButHanded()
    const handing = await approverPacks(way)
    const envelope = await takenBack(signed)
    await way.visitor.call(REPORTER_ROUTES.revoke, { revocation: envelope })
    await write(way, null, { kind: "revoked", body: { envelope } })
    const hidden = await judged("Bilal", (known) => ({
      releases: known.releases.map((one) => ({ ...one, state: "signed" as const, revocation: null })),
      revocations: [],
      asOfMs: known.asOfMs,
    }))
    expect(hidden).toMatchObject({ step: "taken_back", leave: null })
    expect(await problemOf(handOver(way, handing))).toBe("release_revoked")
  })

  test("because it was taken back lets nothing out, though the message about it never reached the case", async () => {
    const { signed } = await allButHanded()
    await way.visitor.call(REPORTER_ROUTES.revoke, { revocation: await takenBack(signed) })
    expect(await judged("Bilal")).toMatchObject({ step: "taken_back", leave: null })
  })

  test("because of another person's taking back goes on", async () => {
    await allButHanded()
    const theirs = await beginHostileWay(box, directory)
    await putForward(theirs)
    const { statement } = await personSigns(theirs)
    const foreign = revocationOf({ caseId: way.caseId, consent: "all", seq: statement.seq, nowMs: NOW_MS })
    const forged = signRevocation(foreign, theirs.visitor.keys.sign)
    expect(await problemOf(way.visitor.call(REPORTER_ROUTES.revoke, { revocation: forged }))).toBe(
      "release_refused",
    )
    const view = await judged("Bilal", (known) => ({ ...known, revocations: [forged] }))
    expect(view).toMatchObject({ step: "ready", findings: [] })
  })

  test("because its last day has passed is over for desk and server, also for what was packed before", async () => {
    await allButHanded({ lastDay: "2026-11-25" as never })
    const handing = await approverPacks(way)
    box.clock.nowMs = NOW_MS + 3 * DAY_MS
    expect(await judged("Bilal")).toMatchObject({ leave: null })
    expect(await problemOf(handOver(way, handing))).toBe("release_over")
  })

  test("because a switch was turned on after the signature is stopped on both desks, and comes back with the switch", async () => {
    await allButHanded()
    const policy = { policy: "ask_me" as const, boundaries: ["no_prosecution" as const] }
    await write(way, null, { kind: "policy", body: policy })
    for (const alias of ["Sana", "Bilal"] as const)
      expect(await judged(alias)).toMatchObject({ findings: ["boundary-since"], leave: null })
    await write(way, null, { kind: "policy", body: { ...policy, boundaries: [] } })
    expect(await judged("Bilal")).toMatchObject({ findings: [] })
  })

  test("because a switch was turned on before the signature cannot be signed at all", async () => {
    await putForward(way)
    const boundaries = ["no_prosecution" as const]
    await write(way, null, { kind: "policy", body: { policy: "ask_me", boundaries } })
    expect(await stopsOnPhone(way)).toEqual(["boundary"])
  })

  test("because the inbox has another key since is not sealed, and what was sealed for the old key is not handed over", async () => {
    await allButHanded()
    const handing = await approverPacks(way)
    const rotated = await withoutOfficer(box.helpline.random, agency, "Kamran")
    way.directory = await listed(box, ++version, [rotated, other])
    expect(await judged("Bilal")).toMatchObject({ findings: ["other-agency-key"], leave: null })
    expect(await problemOf(handOver(way, handing))).toBe("agency_key_changed")
    expect(await stopsOnPhone(way)).toContain("key-changed")
  })

  test("because a newer one for the same agency was signed is superseded", async () => {
    await allButHanded()
    const handing = await approverPacks(way)
    await putForward(way, { rev: 2 })
    await personSigns(way)
    expect(await problemOf(handOver(way, handing))).toBe("release_over")
  })
})

describe("a server that lies to the person", () => {
  const standsAt = async (lie: (one: ReleaseView) => ReleaseView, nowMs = box.clock.nowMs) => {
    const { releases, revocations } = await way.visitor.call(REPORTER_ROUTES.releases, {})
    const { conversation } = await openedFor(way, null)
    const handOffs = foldHandOffs(conversation.messages)
    const answer = { releases: releases.map(lie), revocations }
    const casePk = way.visitor.keys.sign.publicKey
    const [one] = givenOf(consentsOf(handOffs), handOffs, answer, casePk, nowMs)
    if (one === undefined) throw new Error("nothing was given")
    return one.stage
  }
  const LIES = ["recalled", "locked", "answered", "over"] as const

  test.each(LIES)(
    "by calling it %s cannot make them believe that it was taken back or is over, nor take the way back from them",
    async (state) => {
      const { handing } = await handedOver(way)
      const stage = await standsAt((one) => ({ ...one, state }))
      expect(stage).toBe("handed")
      expect(canBeTakenBack(stage)).toBe(true)
      await officerOpens(way, agency, await rabia(), handing.releaseId)
      expect(await standsAt((one) => ({ ...one, state }))).toBe("fetched")
    },
  )

  test("is believed about what the person did themselves", async () => {
    const { signed, handing } = await handedOver(way)
    await officerOpens(way, agency, await rabia(), handing.releaseId)
    await way.visitor.call(REPORTER_ROUTES.revoke, { revocation: await takenBack(signed) })
    expect(await standsAt((one) => one)).toBe("locked")
  })

  test("is believed when the last day has passed by the person's own clock, too", async () => {
    await handedOver(way)
    const over = (one: ReleaseView) => ({ ...one, state: "over" as const })
    expect(await standsAt(over, NOW_MS + 40 * DAY_MS)).toBe("over")
  })
})

describe("what may be used once", () => {
  test("is not used twice: neither with the same release, nor with another package, nor with a release made anew", async () => {
    const { signed, handing } = await handedOver(way)
    expect(await handOver(way, handing)).toEqual({ state: "handed" })
    const again = await sendPackage(
      agency,
      await desk(),
      way.caseId,
      { releaseId: handing.releaseId } as never,
      utf8("x"),
    )
    const second = { caseId: way.caseId, releaseId: handing.releaseId, ...again }
    expect(await problemOf(handOver(way, { ...second, use: 2 }))).toBe("uses_exceeded")
    expect(await problemOf(handOver(way, { ...second, use: 1 }))).toBe("conflict")
    await way.visitor.call(REPORTER_ROUTES.release, { release: signed.release })
    expect(await judged("Bilal")).toMatchObject({ step: "handed", leave: null })
    expect((await serverOnRelease(way, handing.releaseId)).handed).toHaveLength(1)
  })

  test("a package of an earlier consent, put under a newer release, is refused by the officer's page", async () => {
    const first = await handedOver(way)
    const officer = await rabia()
    const earlier = await openPackage(agency, officer, first.handing.releaseId)
    if (typeof earlier === "string") throw new Error(earlier)
    await putForward(way, { rev: 2, fields: { category: "Cyber stalking", details: "Less than before." } })
    const second = await personSigns(way)
    const releaseId = signedId(second)
    const member = await desk()
    const old = await sendPackage(agency, member, way.caseId, { releaseId } as never, earlier)
    await member.call(DESK_ROUTES.handOver, { caseId: way.caseId, releaseId, use: 1, ...old })
    const outcome = await officerOpens(way, agency, officer, releaseId)
    expect(outcome).toMatchObject({ is: "refused", isOtherRelease: true, opened: { fields: null } })
  })
})

describe("whoever holds the phone or the code for ten minutes, or stands beside the person", () => {
  test("can sign, but without the agreed word nothing leaves, also where they say that it cannot wait", async () => {
    await putForward(way)
    await personSigns(way, { urgent: true, codeWord: "a guess" })
    for (const alias of ["Sana", "Bilal"] as const)
      expect(await judged(alias)).toMatchObject({ step: "ready", codeWord: "asked", leave: null })
    expect(await approverOrders(way)).toEqual({ ok: false, error: "not-now" })
  })

  test("cannot spare themselves the word by an earlier package that the server invents", async () => {
    await putForward(way)
    await personSigns(way, { codeWord: "" })
    const theirs = await beginHostileWay(box, directory)
    await handedOver(theirs)
    const { releases } = await theirs.visitor.call(REPORTER_ROUTES.releases, {})
    const invented = releases.map((one) => ({
      ...one,
      handed: one.handed.map((each) => ({ ...each, day: "2026-10-01" as never })),
    }))
    const view = await judged("Bilal", (known) => ({ ...known, releases: [...known.releases, ...invented] }))
    expect(view).toMatchObject({ codeWord: "asked", leave: null })
  })

  test("leaves the person a day: until then the server hands nothing over, and they can take it back with the code on paper", async () => {
    const body = await putForward(way)
    const signed = await personSigns(way, { urgent: false })
    await compareWord(way, body)
    expect(await judged("Bilal")).toMatchObject({ step: "thinking", leave: null })
    const releaseId = signedId(signed)
    const early = await sendPackage(agency, await desk(), way.caseId, { releaseId } as never, utf8("x"))
    const handing = { caseId: way.caseId, releaseId, use: 1, ...early }
    expect(await problemOf(handOver(way, handing))).toBe("release_not_yet")
    await way.visitor.call(REPORTER_ROUTES.revoke, { revocation: await takenBack(signed) })
    box.clock.nowMs += 2 * DAY_MS
    expect(await problemOf(handOver(way, handing))).toBe("release_revoked")
  })
})

describe("an agency or an officer who is not honest", () => {
  test("of another agency answers for nobody: not through the server, and not with its help", async () => {
    const { signed, handing } = await handedOver(way)
    const { releaseId } = handing
    const asim = await signedInOfficer(box, other, "Asim")
    expect(await problemOf(asim.call(AGENCY_ROUTES.openRelease, { releaseId }))).toBe("not_found")
    const about = { agency: "door-nccia", releaseId, consent: consentDigest(signed.statement) }
    const statement = answerOf({
      release: about,
      earlier: null,
      by: asim.keys.keyId,
      nowMs: NOW_MS,
      answer: { kind: "closed", reason: "withdrawn", note: "" },
    })
    if (statement === null) throw new Error("not an answer")
    const envelope = signAnswerOfAgency(statement, asim.keys.sign)
    const sealed = await sealAnswer(envelope, { reply: signed.statement.reply, releaseId }, systemRandom)
    const read = await readSealedAnswers(
      [sealed],
      await kemKeyPair(signed.seed),
      about,
      findOfficerIn(directory),
    )
    expect(read).toEqual({ answers: [], findings: ["answer-of-another-agency"] })
  })

  test("who was removed opens nothing that is sent afterwards, with the key they kept", async () => {
    const kept = await identitiesOf(agency, "Kamran")
    const rotated = await withoutOfficer(box.helpline.random, agency, "Kamran")
    way.directory = await listed(box, ++version, [rotated, other])
    const { handing } = await handedOver(way)
    const officer = await signedInOfficer(box, rotated, "Rabia")
    const { packages } = await officer.call(AGENCY_ROUTES.openRelease, { releaseId: handing.releaseId })
    const cover = fromBase64url(packages[0]?.cover ?? "") ?? new Uint8Array(0)
    expect(await openCover(cover, kept, handing.releaseId)).toBeNull()
    const outcome = await officerOpens(way, rotated, officer, handing.releaseId)
    expect(outcome).toMatchObject({ is: "whole" })
  })

  test("opens what two members signed when one has left since, and not when both have", async () => {
    const { handing } = await handedOver(way)
    const officer = await rabia()
    const without = (...who: readonly string[]) => {
      const gone = who.map((alias) => keyOf(box.helpline, alias))
      const members = box.helpline.statement.members.map((member) =>
        gone.includes(member.keyId) ? { ...member, status: "revoked" as const } : member,
      )
      const agencyInboxes = [agency.inbox, other.inbox]
      way.directory = directoryFor(box, { version: version + 1, members, agencyInboxes })
      return officerOpens(way, agency, officer, handing.releaseId)
    }
    expect(await without("Sana")).toMatchObject({ is: "whole", left: [keyOf(box.helpline, "Sana")] })
    expect(await without("Bilal")).toMatchObject({ is: "whole", left: [keyOf(box.helpline, "Bilal")] })
    expect(await without("Sana", "Bilal")).toMatchObject({ is: "refused", opened: { disclosure: null } })
  })

  test("does not open a package that the server puts in the place of another", async () => {
    const one = await handedOver(way)
    const theirs = await beginHostileWay(box, directory)
    const two = await handedOver(theirs)
    const officer = await rabia()
    const open = (releaseId: string) => officer.call(AGENCY_ROUTES.openRelease, { releaseId })
    const swapped = await open(two.handing.releaseId)
    const liar = {
      ...officer,
      call: (async (route: never, body: { releaseId: string }) => {
        const honest = await officer.call(route, body as never)
        return route === AGENCY_ROUTES.openRelease
          ? { ...(honest as object), packages: swapped.packages }
          : honest
      }) as typeof officer.call,
    }
    expect(await officerOpens(way, agency, liar, one.handing.releaseId)).toBe("no-cover")
  })
})
