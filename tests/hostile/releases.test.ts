import {
  type AgencyAnswer,
  type AgencyStatement,
  answerOf,
  buildConsent,
  type Consent,
  consentDigest,
  inboxKeyDigest,
  type Release,
  readEnvelope,
  readSealedAnswers,
  releaseOf,
  revocationOf,
  sealAnswer,
  signAnswerOfAgency,
  signRelease,
  signRevocation,
} from "@shn/consent"
import type { Day } from "@shn/domain"
import { openCopy, openCover, sealCopy, sealCover } from "@shn/evidence"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { type KemKeyPair, kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { signKeyPair } from "@shn/primitives/sign"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { listedOfficer, newUploadId, readFile, sendFile } from "@shn/sealed"
import { AGENCY_ROUTES, DESK_ROUTES, fetchPart, REPORTER_ROUTES, sendPart } from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { draftNamed } from "../../packages/consent/src/testing/example.ts"
import {
  identitiesOf,
  installAgencies,
  type MadeUpAgency,
  madeUpAgency,
  signedInOfficer,
} from "../support/agency.ts"
import { directoryOf, NOW_MS } from "../support/helpline.ts"
import { type Mailbox, problemOf, startMailbox, submittedCase } from "../support/mailbox.ts"
import { must } from "../support/person.ts"

/**
 * A package on its way to an agency and the answers on their way back, over a real server, with real consents, keys and
 * `age` files; and what a server could do to them.
 */

const NOTHING = { wait: async () => undefined, isStopped: () => false }
const PACKAGE = utf8(`the package ${"x".repeat(70_000)}`)
let box: Mailbox
let agency: MadeUpAgency
beforeAll(async () => {
  box = await startMailbox()
  agency = await madeUpAgency(box.helpline.random, "door-nccia", ["Rabia", "Kamran"])
  await installAgencies(box, 8, [agency])
})
afterAll(() => box.close())

/** A case with a signed consent, released, its package built and handed over. */
async function handedOver() {
  box.clock.nowMs = NOW_MS
  const { visitor, body } = await submittedCase(box)
  const desk = await box.colleague("Sana")
  const reply = await kemKeyPair(systemRandom(32))
  const built = buildConsent(
    draftNamed({
      casePk: visitor.keys.sign.publicKey,
      to: {
        id: "door-nccia",
        inbox: "islamabad",
        name: "NCCIA",
        key: inboxKeyDigest(agency.inbox.recipient),
      },
      atMs: NOW_MS,
      urgent: true,
      lastDay: "2026-12-20" as Day,
      replyPk: reply.publicKey,
    }),
    systemRandom,
  )
  if (!built.ok) throw new Error(JSON.stringify(built.stops))
  const release = releaseOf(built.consent, body.caseId, systemRandom)
  await visitor.call(REPORTER_ROUTES.release, { release: signRelease(release, visitor.keys.sign) })
  const cover = await sendPackage(desk, body.caseId, release)
  const handing = { caseId: body.caseId, releaseId: release.releaseId, use: 1, ...cover }
  await desk.call(DESK_ROUTES.handOver, handing)
  return { visitor, caseId: body.caseId, desk, reply, consent: built.consent, release }
}
type HandedOver = Awaited<ReturnType<typeof handedOver>>

async function sendPackage(
  desk: Awaited<ReturnType<Mailbox["colleague"]>>,
  caseId: HandedOver["caseId"],
  release: Release,
) {
  const uploadId = newUploadId(systemRandom)
  const key = systemRandom(32)
  const ask = async <T>(work: Promise<T>) => ({ ok: true as const, value: await work })
  const sent = must(
    await sendFile({
      source: { size: PACKAGE.length, read: async (from, to) => PACKAGE.slice(from, to) },
      key,
      server: {
        open: (chunks) => ask(desk.call(DESK_ROUTES.openUpload, { caseId, uploadId, chunks })),
        state: () => ask(desk.call(DESK_ROUTES.uploadState, { caseId, uploadId })),
        begun: async () => ({ ok: true, value: { bytes: 0 } }),
        putPart: (n, sealed, digest) =>
          sendPart(DESK_ROUTES.putPart, { uploadId, n }, sealed, digest, { fetch: desk.partFetch }),
        finish: (partsDigest) => ask(desk.call(DESK_ROUTES.finishUpload, { caseId, uploadId, partsDigest })),
      },
      hash: sha256Stream,
      pace: NOTHING,
      onProgress: () => undefined,
    }),
  )
  const { sha256, parts, partsDigest } = sent
  const facts = { sha256, parts, partsDigest, size: PACKAGE.length, key: base64url(key) }
  const cover = await sealCover({ ...facts, uploadId, releaseId: release.releaseId }, agency.inbox.recipient)
  return { uploadId, cover: base64url(cover) }
}

type Officer = Awaited<ReturnType<typeof signedInOfficer>>

/** What an officer's page does: opens the cover with the inbox key, fetches the parts, checks every byte. */
async function openPackage(officer: Officer, name: string, releaseId: string): Promise<Uint8Array | string> {
  const { packages } = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const sealed = fromBase64url(packages[0]?.cover ?? "") ?? new Uint8Array(0)
  const cover = await openCover(sealed, await identitiesOf(agency, name), releaseId)
  if (cover === null) return "no cover"
  const pieces: Uint8Array[] = []
  const read = await readFile({
    facts: { ...cover, key: fromBase64url(cover.key) ?? new Uint8Array(0) },
    server: {
      getPart: (n) =>
        fetchPart(
          AGENCY_ROUTES.packagePart,
          { uploadId: cover.uploadId as never, n },
          { fetch: officer.partFetch },
        ),
    },
    hash: sha256Stream,
    pace: NOTHING,
    sink: (bytes) => void pieces.push(bytes),
  })
  return read.ok ? Buffer.concat(pieces) : read.error
}

/** What an officer's page does to answer: goes on from the agency's own copies. */
async function answerAs(
  officer: Officer,
  name: string,
  { release, consent }: Pick<HandedOver, "release" | "consent">,
  answer: AgencyAnswer,
  stops = false,
): Promise<void> {
  const { releaseId } = release
  const seen = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const newest = seen.answers.at(-1)?.copy
  const earlier = newest === undefined ? null : await statementIn(newest, name)
  const about = { agency: "door-nccia", releaseId, consent: consentDigest(consent) }
  const statement = answerOf({
    release: about,
    earlier,
    by: officer.keys.keyId,
    nowMs: box.clock.nowMs,
    answer,
  })
  if (statement === null) throw new Error("not an answer")
  const envelope = signAnswerOfAgency(statement, officer.keys.sign)
  await officer.call(AGENCY_ROUTES.answer, {
    releaseId,
    answerId: randomUuidV4(systemRandom),
    after: seen.answers.length,
    stops,
    bytes: base64url(await sealAnswer(envelope, { reply: consent.reply, releaseId }, systemRandom)),
    copy: base64url(await sealCopy(JSON.stringify(envelope), agency.inbox.recipient)),
  })
}

async function statementIn(copy: string, name: string): Promise<AgencyStatement> {
  const text = await openCopy(fromBase64url(copy) ?? new Uint8Array(0), await identitiesOf(agency, name))
  const envelope = readEnvelope(JSON.parse(text ?? "null"))
  return (envelope === null ? null : dssePayload(envelope)?.json) as unknown as AgencyStatement
}

/** What the person's phone makes of answers that a server hands out. */
function phoneReads(sealed: readonly Uint8Array[], keys: KemKeyPair, consent: Consent, release: Release) {
  const directory = directoryOf(box.helpline, { version: 8, agencyInboxes: [agency.inbox] })
  const about = { agency: "door-nccia", releaseId: release.releaseId, consent: consentDigest(consent) }
  return readSealedAnswers(sealed, keys, about, (keyId) => {
    const found = listedOfficer(directory, keyId)
    return found && { agency: found.agency.agencyId, signPk: found.officer.signPk }
  })
}
async function delivered({ visitor, release }: HandedOver): Promise<readonly Uint8Array[]> {
  const { releases } = await visitor.call(REPORTER_ROUTES.releases, {})
  const found = releases.find(({ releaseId }) => releaseId === release.releaseId)
  return (found?.answers ?? []).map(({ bytes }) => fromBase64url(bytes) ?? new Uint8Array(0))
}

const RECEIVED: AgencyAnswer = { kind: "received", diary: "1234/26", note: "" }
const ENQUIRY: AgencyAnswer = { kind: "enquiry", number: "77/2026", note: "" }

describe("a package for an agency", () => {
  test("opens whole for each officer, and the acknowledgement comes back to the person", async () => {
    const sent = await handedOver()
    const { releaseId } = sent.release
    const [rabia, kamran] = [
      await signedInOfficer(box, agency, "Rabia"),
      await signedInOfficer(box, agency, "Kamran"),
    ]
    expect(await openPackage(rabia, "Rabia", releaseId)).toEqual(Buffer.from(PACKAGE))
    expect(await openPackage(kamran, "Kamran", releaseId)).toEqual(Buffer.from(PACKAGE))
    await answerAs(rabia, "Rabia", sent, RECEIVED)
    await answerAs(kamran, "Kamran", sent, ENQUIRY)
    const read = await phoneReads(await delivered(sent), sent.reply, sent.consent, sent.release)
    expect(read.findings).toEqual([])
    expect(read.answers.map(({ answer, by }) => [answer.kind, by])).toEqual([
      ["received", rabia.keys.keyId],
      ["enquiry", kamran.keys.keyId],
    ])
  })

  test("a cover that the server swaps for another release's does not open here", async () => {
    const [one, other] = [await handedOver(), await handedOver()]
    const rabia = await signedInOfficer(box, agency, "Rabia")
    const { packages } = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: other.release.releaseId })
    const theirs = fromBase64url(packages[0]?.cover ?? "") ?? new Uint8Array(0)
    const identities = await identitiesOf(agency, "Rabia")
    expect(await openCover(theirs, identities, one.release.releaseId)).toBeNull()
    expect(await openCover(theirs, identities, other.release.releaseId)).not.toBeNull()
  })

  test("a taking back reaches an officer whose page asks every twenty seconds in well under a minute", async () => {
    const sent = await handedOver()
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await openPackage(rabia, "Rabia", sent.release.releaseId)
    const asked = async () => {
      const { lines } = await rabia.call(AGENCY_ROUTES.inbox, {})
      return lines.find(({ releaseId }) => releaseId === sent.release.releaseId)?.state
    }
    expect(await asked()).toBe("fetched")
    const { consentDigest: digest, seq } = sent.release
    const revocation = revocationOf({ caseId: sent.caseId, consent: digest, seq, nowMs: box.clock.nowMs })
    const signed = signRevocation(revocation, sent.visitor.keys.sign)
    await sent.visitor.call(REPORTER_ROUTES.revoke, { revocation: signed })
    const takenBackMs = box.clock.nowMs
    let state: string | undefined
    do {
      box.clock.nowMs += 20_000
      state = await asked()
    } while (state === "fetched")
    expect(state).toBe("locked")
    expect(box.clock.nowMs - takenBackMs).toBeLessThan(60_000)
    expect(await openPackage(rabia, "Rabia", sent.release.releaseId)).toBe("no cover")
    const own = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: sent.release.releaseId })
    expect(own.revocation).toEqual(signed)
    await answerAs(rabia, "Rabia", sent, { kind: "stopped", note: "" }, true)
    const read = await phoneReads(await delivered(sent), sent.reply, sent.consent, sent.release)
    expect(read.answers.map(({ answer }) => answer.kind)).toEqual(["stopped"])
    expect(await asked()).toBe("answered")
  })

  test("a release of another case lets nothing out of this one, neither as it is nor written anew", async () => {
    const [one, other] = [await handedOver(), await handedOver()]
    const cover = await sendPackage(one.desk, one.caseId, one.release)
    const handing = { caseId: one.caseId, releaseId: other.release.releaseId, use: 2, ...cover }
    expect(await problemOf(one.desk.call(DESK_ROUTES.handOver, handing))).toBe("not_found")
    const stolen = signRelease({ ...other.release, caseId: one.caseId }, other.visitor.keys.sign)
    expect(await problemOf(one.visitor.call(REPORTER_ROUTES.release, { release: stolen }))).toBe(
      "release_refused",
    )
  })
})

describe("the answers of an agency", () => {
  test("an answer that the server drops, puts in another order, changes, or takes from another release is noticed by the person's phone", async () => {
    const sent = await handedOver()
    const other = await handedOver()
    const rabia = await signedInOfficer(box, agency, "Rabia")
    for (const each of [sent, other]) {
      await openPackage(rabia, "Rabia", each.release.releaseId)
      await answerAs(rabia, "Rabia", each, RECEIVED)
    }
    await answerAs(rabia, "Rabia", sent, ENQUIRY)
    const all = await delivered(sent)
    const [first, second] = [all[0] ?? new Uint8Array(0), all[1] ?? new Uint8Array(0)]
    const reads = (sealed: readonly Uint8Array[]) =>
      phoneReads(sealed, sent.reply, sent.consent, sent.release)
    const kinds = async (sealed: readonly Uint8Array[]) =>
      (await reads(sealed)).answers.map(({ answer }) => answer.kind)

    expect((await reads([second])).findings).toEqual(["answer-missing"])
    expect(await kinds([second, first])).toEqual(["received", "enquiry"])
    expect((await reads([second, first])).findings).toEqual([])
    const changed = first.slice()
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect((await reads([changed, second])).findings).toEqual(["answer-damaged", "answer-missing"])
    const [foreign] = await delivered(other)
    expect((await reads([...all, foreign ?? new Uint8Array(0)])).findings).toEqual(["answer-damaged"])
    expect(await kinds([...all, foreign ?? new Uint8Array(0)])).toEqual(["received", "enquiry"])
  })

  test("a forged answer is not shown, though the server can seal one to the person's key", async () => {
    const sent = await handedOver()
    const { releaseId } = sent.release
    const rabia = await signedInOfficer(box, agency, "Rabia")
    const about = { agency: "door-nccia", releaseId, consent: consentDigest(sent.consent) }
    const claimed = answerOf({
      release: about,
      earlier: null,
      by: rabia.keys.keyId,
      nowMs: NOW_MS,
      answer: { kind: "closed", reason: "withdrawn", note: "" },
    })
    if (claimed === null) throw new Error("not an answer")
    const sealedBy = async (keys: ReturnType<typeof signKeyPair>) =>
      sealAnswer(signAnswerOfAgency(claimed, keys), { reply: sent.consent.reply, releaseId }, systemRandom)
    const reads = (sealed: Uint8Array) => phoneReads([sealed], sent.reply, sent.consent, sent.release)
    expect(await reads(await sealedBy(signKeyPair(systemRandom(32))))).toEqual({
      answers: [],
      findings: ["answer-forged"],
    })
    expect((await reads(await sealedBy(rabia.keys.sign))).answers).toHaveLength(1)
  })
})
