import { type AgencyStatement, openAnswer, readAnswers } from "@shn/consent"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { type KemKeyPair, kemKeyPair } from "@shn/primitives/hpke-open"
import { systemRandom } from "@shn/primitives/random"
import { findOfficerIn, type VerifiedDirectory } from "@shn/sealed"
import { beforeAll, describe, expect, test } from "vitest"
import { identitiesOf, type MadeUpAgency, madeUpAgency, officerOf } from "../../../../tests/support/agency.ts"
import { directoryOf, madeUpHelpline, NOW_MS } from "../../../../tests/support/helpline.ts"
import { saidSoFar } from "./history.ts"
import { type AnswerTarget, sealedAnswer } from "./send-answer.ts"

const RELEASE = "11111111-1111-4111-8111-111111111111"
const about = { agency: "door-nccia", releaseId: RELEASE, consent: base64url(new Uint8Array(32)) }
let agency: MadeUpAgency
let other: MadeUpAgency
let directory: VerifiedDirectory
let reply: KemKeyPair
let target: AnswerTarget

beforeAll(async () => {
  const helpline = await madeUpHelpline("agency answers")
  agency = await madeUpAgency(helpline.random, "door-nccia", ["Rabia", "Kamran"])
  other = await madeUpAgency(helpline.random, "door-fia", ["Zoya"])
  directory = directoryOf(helpline, { agencyInboxes: [agency.inbox, other.inbox] })
  reply = await kemKeyPair(systemRandom(32))
  target = {
    agencyId: "door-nccia",
    recipient: agency.inbox.recipient,
    releaseId: RELEASE,
    consentDigest: about.consent,
    reply: base64url(reply.publicKey),
    after: 0,
    earlier: null,
  }
})

async function made(name: string, diary: string, earlier: AgencyStatement | null = null, from = agency) {
  const me = { keys: officerOf(from, name).keys, nowMs: NOW_MS, random: systemRandom }
  const sealed = await sealedAnswer({ kind: "received", diary, note: "" }, { ...target, earlier }, me)
  if (!sealed.ok) throw new Error(sealed.error)
  return sealed.value
}
const stored = ({ request }: Awaited<ReturnType<typeof made>>, position = 0) => ({
  answerId: request.answerId,
  position,
  keyId: officerOf(agency, "Rabia").keys.keyId,
  at: "2026-11-23T07:05:00Z",
  stops: request.stops,
  copy: request.copy,
})
const identities = (name: string) => identitiesOf(agency, name)

describe("an officer's answer", () => {
  test("is read by the person with the key of this consent, signed by this officer", async () => {
    const { request } = await made("Rabia", "1/26")
    const bytes = fromBase64url(request.bytes) ?? new Uint8Array(0)
    const envelope = await openAnswer(bytes, reply, RELEASE)
    if (envelope === null) throw new Error("does not open")
    const read = readAnswers([envelope], about, findOfficerIn(directory))
    expect(read.findings).toEqual([])
    expect(read.answers[0]).toMatchObject({ seq: 1, prev: null, answer: { kind: "received", diary: "1/26" } })
    expect(await openAnswer(bytes, await kemKeyPair(systemRandom(32)), RELEASE)).toBeNull()
  })

  test("says to our computer that it is about a taking back only when it is", async () => {
    const me = { keys: officerOf(agency, "Rabia").keys, nowMs: NOW_MS, random: systemRandom }
    const stop = await sealedAnswer({ kind: "stopped", note: "" }, target, me)
    expect(stop.ok && stop.value.request.stops).toBe(true)
    expect((await made("Rabia", "1/26")).request.stops).toBe(false)
  })

  test("is not signed when a part of it is not in its form", async () => {
    const me = { keys: officerOf(agency, "Rabia").keys, nowMs: NOW_MS, random: systemRandom }
    for (const diary of ["1".repeat(81), "1\u202e82", "", "two\nlines"])
      expect(await sealedAnswer({ kind: "received", diary, note: "" }, target, me)).toEqual({
        ok: false,
        error: "not-in-form",
      })
  })
})

describe("what the agency has said", () => {
  test("is read from its own copies by a colleague, in order, and goes on from the newest", async () => {
    const first = await made("Rabia", "1/26")
    const second = await made("Kamran", "2/26", first.statement)
    const copies = [stored(first), stored(second, 1)]
    const said = await saidSoFar(copies, await identities("Kamran"), about, directory)
    expect(said.findings).toEqual([])
    expect(said.answers.map(({ seq }) => seq)).toEqual([1, 2])
  })

  test("opens for nobody of another agency", async () => {
    const copies = [stored(await made("Rabia", "1/26"))]
    const said = await saidSoFar(copies, await identitiesOf(other, "Zoya"), about, directory)
    expect(said).toEqual({ answers: [], findings: ["answer-damaged"] })
  })

  test("shows no answer that an officer of another agency signed, though anybody can seal to the inbox", async () => {
    const forged = await made("Zoya", "9/99", null, other)
    const said = await saidSoFar([stored(forged)], await identities("Rabia"), about, directory)
    expect(said).toEqual({ answers: [], findings: ["answer-of-another-agency"] })
  })

  test("says when one of its answers was left out", async () => {
    const first = await made("Rabia", "1/26")
    const second = await made("Kamran", "2/26", first.statement)
    const said = await saidSoFar([stored(second)], await identities("Rabia"), about, directory)
    expect(said.findings).toEqual(["answer-missing"])
    expect(said.answers).toHaveLength(1)
  })
})
