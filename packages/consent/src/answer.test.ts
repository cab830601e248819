import { AGENCY_ANSWER_KINDS } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { describe, expect, it, test } from "vitest"
import { answerOf, openAnswer, sealAnswer, signAnswerOfAgency } from "./answer.ts"
import { ANSWER_FINDINGS, type FindOfficer, readAnswers } from "./answer-chain.ts"
import { type AgencyAnswer, type AgencyStatement, answerDigest } from "./answer-form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { asJson, consentDigest } from "./statement.ts"
import { AGENCY, keyIdNamed, NOW_MS, seededRandom, signed, signKeysOf } from "./testing/example.ts"

const { consent, envelope: consentEnvelope } = signed()
const release = {
  agency: AGENCY.id,
  releaseId: "33333333-3333-4333-8333-333333333333",
  consent: consentDigest(consent),
}
const findOfficer: FindOfficer = (keyId) => {
  if (keyId === keyIdNamed("Inspector"))
    return { agency: AGENCY.id, signPk: signKeysOf("Inspector").publicKey }
  if (keyId === keyIdNamed("Elsewhere"))
    return { agency: "door-fia", signPk: signKeysOf("Elsewhere").publicKey }
  return undefined
}

/** One of every kind, as an officer would fill it in. */
const ANSWERS: readonly AgencyAnswer[] = [
  { kind: "received", diary: "NCCIA-ISB-1204/26", note: "" },
  { kind: "wrong_form", reason: "signature_needed", note: "Please sign page 2." },
  { kind: "wrong_forum", reason: "other_agency", instead: "Ombudsperson of Punjab", note: "" },
  { kind: "ask_more", fields: ["links", "respondent_phone"], question: "Which number did he call from?" },
  { kind: "verification", note: "" },
  { kind: "enquiry", number: "77/2026", note: "" },
  { kind: "fir", number: "12/2027", sections: ["PECA 2016, s. 24", "PPC 1860, s. 509"], note: "" },
  { kind: "court", court: "Special Court, Islamabad", number: "", hearing: null, note: "" },
  { kind: "closed", reason: "decided", note: "" },
  { kind: "stopped", note: "" },
  { kind: "cannot_stop", reason: "fir_registered", note: "" },
]

function statementOf(
  answer: AgencyAnswer,
  earlier: AgencyStatement | null,
  by = "Inspector",
): AgencyStatement {
  const made = answerOf({ release, earlier, by: keyIdNamed(by), nowMs: NOW_MS, answer })
  if (made === null) throw new Error(`not in form: ${answer.kind}`)
  return made
}
const chain: AgencyStatement[] = []
for (const answer of ANSWERS) chain.push(statementOf(answer, chain.at(-1) ?? null))
const sign = (statement: object, by = "Inspector") =>
  signAnswerOfAgency(statement as AgencyStatement, signKeysOf(by))
const envelopes = chain.map((statement) => sign(statement))
const read = (list: readonly DsseEnvelope[]) => readAnswers(list, release, findOfficer)
const pick = (...places: number[]) => places.flatMap((at) => envelopes[at] ?? [])

describe("an agency's answers", () => {
  it("come in every kind the agency can mean, and in no other", () => {
    expect(ANSWERS.map(({ kind }) => kind)).toEqual([...AGENCY_ANSWER_KINDS])
    const strange = [
      { kind: "arrested", note: "" },
      { kind: "received", note: "" },
      { kind: "received", diary: "", note: "" },
      { kind: "received", diary: "1\n2", note: "" },
      { kind: "received", diary: "1", note: "", extra: 1 },
      { kind: "fir", number: "1", sections: [], note: "" },
      { kind: "closed", reason: "bored", note: "" },
      { kind: "ask_more", fields: ["me.faith"], question: "x" },
      { kind: "ask_more", fields: [], question: "" },
      // Would show the person something else than the officer signed.
      { kind: "stopped", note: "We have \u202edeppots" },
      { kind: "ask_more", fields: [], question: "Where?\u{e0041}" },
    ] as unknown as AgencyAnswer[]
    for (const answer of strange) {
      expect(
        answerOf({ release, earlier: null, by: keyIdNamed("Inspector"), nowMs: NOW_MS, answer }),
      ).toBeNull()
    }
  })
  it("are shown in the agency's own order, however the server hands them out", () => {
    expect(read(envelopes)).toEqual({ answers: chain, findings: [] })
    expect(read([...envelopes].reverse())).toEqual({ answers: chain, findings: [] })
    expect(read([...envelopes, ...envelopes])).toEqual({ answers: chain, findings: [] })
    expect(read([])).toEqual({ answers: [], findings: [] })
  })
  it("cannot be dropped from the front or the middle unseen", () => {
    expect(read(pick(1, 2))).toEqual({ answers: chain.slice(1, 3), findings: ["answer-missing"] })
    expect(read(pick(0, 2)).findings).toEqual(["answer-missing"])
    // An answer that skips a number says by itself that one is missing, whatever it names as the one before.
    expect(read([...pick(0), sign({ ...chain[1], seq: 3 })]).findings).toEqual(["answer-missing"])
  })
  it("two in one place are both shown, and said to be two", () => {
    const other = statementOf({ kind: "closed", reason: "settled", note: "" }, chain[0] ?? null)
    const { answers, findings } = read([...pick(0, 1), sign(other)])
    expect(answers).toHaveLength(3)
    expect(findings).toEqual(["answers-fork"])
  })
})

describe("refused, while the answers that hold are still shown", () => {
  const first = chain[0] as AgencyStatement
  const swapped = (change: Partial<Record<keyof AgencyStatement, unknown>>, by = "Inspector") =>
    sign({ ...first, ...change }, by)
  const cases: readonly (readonly [string, DsseEnvelope, string])[] = [
    ["by a key of nobody", sign({ ...first, by: keyIdNamed("x") }, "x"), "answer-forged"],
    ["in an officer's name with another key", sign(first, "x"), "answer-forged"],
    [
      "by an officer of another agency",
      swapped({ by: keyIdNamed("Elsewhere") }, "Elsewhere"),
      "answer-of-another-agency",
    ],
    ["in the name of another agency", swapped({ agency: "door-fia" }), "answer-of-another-agency"],
    ["to another release", swapped({ releaseId: consent.id }), "answer-of-another-release"],
    ["to another consent", swapped({ consent: consent.salt }), "answer-of-another-release"],
    ["with a kind nobody knows", swapped({ answer: { kind: "fine" } }), "answer-damaged"],
    ["a consent in its place", consentEnvelope, "answer-damaged"],
    [
      "under another type",
      {
        ...dsseSign(CONSENT_TYPES.truth, asJson(first), signKeysOf("Inspector")),
        payloadType: CONSENT_TYPES.agencyAnswer,
      },
      "answer-forged",
    ],
    [
      "with one letter changed",
      { ...sign(first), payload: sign({ ...first, at: first.at + 1 }).payload },
      "answer-forged",
    ],
  ]
  test.each(cases)("%s", (_, envelope, finding) => {
    expect(read([...pick(0, 1), envelope])).toEqual({ answers: chain.slice(0, 2), findings: [finding] })
  })
  test("with a finding for each thing that can be noticed", () => {
    const provoked = new Set([...cases.map(([, , finding]) => finding), "answer-missing", "answers-fork"])
    expect([...provoked].sort()).toEqual([...ANSWER_FINDINGS].sort())
  })
})

describe("on the way back", () => {
  const random = seededRandom("sealing")
  it("an answer opens with the reply key of its consent, for its release, and with nothing else", async () => {
    const keys = await kemKeyPair(random(32))
    const to = { reply: base64url(keys.publicKey), releaseId: release.releaseId }
    const [first] = envelopes
    if (first === undefined) throw new Error("no answer")
    const sealed = await sealAnswer(first, to, random)
    expect(await openAnswer(sealed, keys, release.releaseId)).toEqual(first)
    expect(await openAnswer(sealed, await kemKeyPair(random(32)), release.releaseId)).toBeNull()
    expect(await openAnswer(sealed, keys, consent.id)).toBeNull()
    const flipped = sealed.map((byte, at) => (at === 1200 ? byte ^ 1 : byte))
    expect(await openAnswer(flipped, keys, release.releaseId)).toBeNull()
    expect(await openAnswer(sealed.slice(0, 100), keys, release.releaseId)).toBeNull()
  })
  it("a short answer and a longer one look alike to whoever carries them", async () => {
    const keys = await kemKeyPair(random(32))
    const to = { reply: base64url(keys.publicKey), releaseId: release.releaseId }
    const lengths = await Promise.all(
      envelopes.slice(0, 3).map(async (each) => (await sealAnswer(each, to, random)).length),
    )
    expect(new Set(lengths).size).toBe(1)
  })
  it("each answer names the one before it", () => {
    expect(chain[1]?.prev).toBe(answerDigest(chain[0] as AgencyStatement))
  })
})
