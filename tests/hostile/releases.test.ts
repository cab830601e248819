import {
  type AgencyAnswer,
  answerOf,
  type Consent,
  consentDigest,
  type Release,
  readSealedAnswers,
  revocationOf,
  sealAnswer,
  signAnswerOfAgency,
  signRelease,
  signRevocation,
} from "@shn/consent"
import { openCover } from "@shn/evidence"
import { fromBase64url, utf8 } from "@shn/primitives/encode"
import type { KemKeyPair } from "@shn/primitives/hpke-open"
import { systemRandom } from "@shn/primitives/random"
import { signKeyPair } from "@shn/primitives/sign"
import { listedOfficer } from "@shn/sealed"
import { AGENCY_ROUTES, DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  identitiesOf,
  installAgencies,
  type MadeUpAgency,
  madeUpAgency,
  signedInOfficer,
} from "../support/agency.ts"
import { directoryOf, NOW_MS } from "../support/helpline.ts"
import { type Mailbox, problemOf, startMailbox } from "../support/mailbox.ts"
import { answerAs, type HandedOver, handedOver, openPackage, sendPackage } from "../support/release.ts"

/**
 * A package on its way to an agency and the answers on their way back, over a real server, with real consents, keys and
 * `age` files; and what a server could do to them.
 */

const PACKAGE = utf8(`the package ${"x".repeat(70_000)}`)
let box: Mailbox
let agency: MadeUpAgency
beforeAll(async () => {
  box = await startMailbox()
  agency = await madeUpAgency(box.helpline.random, "door-nccia", ["Rabia", "Kamran"])
  await installAgencies(box, 8, [agency])
})
afterAll(() => box.close())

const handed = () => handedOver(box, agency, PACKAGE)

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
    const sent = await handed()
    const { releaseId } = sent.release
    const [rabia, kamran] = [
      await signedInOfficer(box, agency, "Rabia"),
      await signedInOfficer(box, agency, "Kamran"),
    ]
    expect(await openPackage(agency, rabia, releaseId)).toEqual(Buffer.from(PACKAGE))
    expect(await openPackage(agency, kamran, releaseId)).toEqual(Buffer.from(PACKAGE))
    await answerAs(agency, rabia, sent, RECEIVED)
    await answerAs(agency, kamran, sent, ENQUIRY)
    const read = await phoneReads(await delivered(sent), sent.reply, sent.consent, sent.release)
    expect(read.findings).toEqual([])
    expect(read.answers.map(({ answer, by }) => [answer.kind, by])).toEqual([
      ["received", rabia.keys.keyId],
      ["enquiry", kamran.keys.keyId],
    ])
  })

  test("a cover that the server swaps for another release's does not open here", async () => {
    const [one, other] = [await handed(), await handed()]
    const rabia = await signedInOfficer(box, agency, "Rabia")
    const { packages } = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: other.release.releaseId })
    const theirs = fromBase64url(packages[0]?.cover ?? "") ?? new Uint8Array(0)
    const identities = await identitiesOf(agency, "Rabia")
    expect(await openCover(theirs, identities, one.release.releaseId)).toBeNull()
    expect(await openCover(theirs, identities, other.release.releaseId)).not.toBeNull()
  })

  test("a taking back reaches an officer whose page asks every twenty seconds in well under a minute", async () => {
    const sent = await handed()
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await openPackage(agency, rabia, sent.release.releaseId)
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
    expect(await openPackage(agency, rabia, sent.release.releaseId)).toBe("no cover")
    const own = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: sent.release.releaseId })
    expect(own.revocation).toEqual(signed)
    await answerAs(agency, rabia, sent, { kind: "stopped", note: "" }, true)
    const read = await phoneReads(await delivered(sent), sent.reply, sent.consent, sent.release)
    expect(read.answers.map(({ answer }) => answer.kind)).toEqual(["stopped"])
    expect(await asked()).toBe("answered")
  })

  test("a release of another case lets nothing out of this one, neither as it is nor written anew", async () => {
    const [one, other] = [await handed(), await handed()]
    const cover = await sendPackage(agency, one.desk, one.caseId, one.release, PACKAGE)
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
    const sent = await handed()
    const other = await handed()
    const rabia = await signedInOfficer(box, agency, "Rabia")
    for (const each of [sent, other]) {
      await openPackage(agency, rabia, each.release.releaseId)
      await answerAs(agency, rabia, each, RECEIVED)
    }
    await answerAs(agency, rabia, sent, ENQUIRY)
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
    const sent = await handed()
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
