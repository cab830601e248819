import type { CaseId, KeyId, StaffAct } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { describe, expect, it, test } from "vitest"
import { type FindStaff, handOffDigest, signApproval } from "./approval.ts"
import { check, type Disclosure } from "./check.ts"
import { checkHandOff, coolOff, HAND_OFF_FINDINGS, type HandOffPapers, needsCodeWord } from "./hand-off.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { releaseOf, signRelease } from "./sign.ts"
import { asJson } from "./statement.ts"
import {
  CASE_KEYS,
  contextOf,
  draftNamed,
  HOUR_MS,
  keyIdNamed,
  LATER_MS,
  NOW_MS,
  seededRandom,
  signed,
  signKeysOf,
} from "./testing/example.ts"
import { buildTruth, readTruth, renderTruth, signTruth } from "./truth.ts"

const STAFF = ["Sana", "Bilal", "Nadia"] as const
type Name = (typeof STAFF)[number]
const findStaff: FindStaff = (keyId) => {
  // Sana has two keys: a new phone does not make a second person of her.
  if (keyId === keyIdNamed("Sana's new phone"))
    return { memberId: "Sana", roles: ["expert"], signPk: signKeysOf("Sana's new phone").publicKey }
  const name = STAFF.find((each) => keyIdNamed(each) === keyId)
  if (name === undefined) return undefined
  const roles = name === "Nadia" ? (["coordinator"] as const) : (["expert"] as const)
  return { memberId: name, roles, signPk: signKeysOf(name).publicKey }
}

const { envelope, consent } = signed()
const name = handOffDigest(consent)
const act = (what: StaffAct, by: Name | "Sana's new phone", handOff = name, keys = signKeysOf(by)) =>
  signApproval({ act: what, handOff, by: keyIdNamed(by), nowMs: NOW_MS }, keys)

function liveDisclosure(): Disclosure {
  const checked = check(envelope, contextOf())
  if (!checked.ok) throw new Error(checked.findings.join())
  return checked.disclosure
}
const truthFor = (handOff: string, keys = CASE_KEYS) => {
  const law = "PPC 1860, s. 182"
  const declaration = buildTruth({ casePk: keys.publicKey, handOff, law, nowMs: NOW_MS, locale: "ur" })
  if (declaration === null) throw new Error("no declaration")
  return signTruth(declaration, keys)
}
const papersWith = (change: Partial<HandOffPapers> = {}): HandOffPapers => ({
  disclosure: liveDisclosure(),
  release: signRelease(releaseOf(consent, "AAAAAAAAAAAAAAAAAAAAAA" as CaseId, seededRandom("r")), CASE_KEYS),
  truth: truthFor(name),
  approvals: [act("drafted", "Sana"), act("approved", "Bilal")],
  findStaff,
  codeWord: false,
  minor: "no",
  ...change,
})

describe("a package may be built", () => {
  it("when one drafted, another approved, and the person gave their word", () => {
    expect(checkHandOff(papersWith())).toEqual([])
  })
  it("with the code word checked and, under 18, a coordinator's second look", () => {
    const approvals = [
      ...papersWith().approvals,
      act("code_word_checked", "Sana"),
      act("child_protection", "Nadia"),
    ]
    expect(checkHandOff(papersWith({ approvals, codeWord: true, minor: "yes" }))).toEqual([])
  })
})

describe("a package may not be built", () => {
  const drafted = act("drafted", "Sana")
  const approved = act("approved", "Bilal")
  const cases: readonly (readonly [string, Partial<HandOffPapers>, readonly string[]])[] = [
    ["when nobody drafted it", { approvals: [approved] }, ["not-drafted"]],
    ["when nobody approved it", { approvals: [drafted] }, ["not-approved"]],
    [
      "when the drafter approved it",
      { approvals: [drafted, act("approved", "Sana")] },
      ["approved-by-drafter"],
    ],
    [
      "when the drafter approved it with another key",
      { approvals: [drafted, act("approved", "Sana's new phone")] },
      ["approved-by-drafter"],
    ],
    [
      "when two drafted and approved each other",
      { approvals: [drafted, act("drafted", "Bilal"), act("approved", "Sana"), approved] },
      ["approved-by-drafter"],
    ],
    [
      "when an approval was for another hand-off",
      { approvals: [drafted, act("approved", "Bilal", handOffDigest({ ...consent, view: consent.salt }))] },
      ["not-approved"],
    ],
    [
      "when somebody signed in another's name",
      { approvals: [drafted, act("approved", "Bilal", name, signKeysOf("Sana"))] },
      ["not-approved"],
    ],
    [
      "when the approver is not on the list of staff",
      {
        approvals: [
          drafted,
          signApproval(
            { act: "approved", handOff: name, by: keyIdNamed("x") as KeyId, nowMs: 0 },
            signKeysOf("x"),
          ),
        ],
      },
      ["not-approved"],
    ],
    ["when the code word is due and nobody asked for it", { codeWord: true }, ["code-word-unchecked"]],
    [
      "when a child's case was not looked at by a coordinator",
      { minor: "yes" },
      ["child-protection-missing"],
    ],
    [
      "when an expert looked in place of a coordinator",
      { minor: "yes", approvals: [drafted, approved, act("child_protection", "Bilal")] },
      ["child-protection-missing"],
    ],
    [
      "when the coordinator who looked at a child's case is the one who drafted it",
      { minor: "yes", approvals: [act("drafted", "Nadia"), approved, act("child_protection", "Nadia")] },
      ["child-protection-missing"],
    ],
    ["without the person's word that it is true", { truth: envelope }, ["truth-missing"]],
    ["with a word given about something else", { truth: truthFor(consent.salt) }, ["truth-missing"]],
    ["with the word of another case", { truth: truthFor(name, signKeysOf("x")) }, ["truth-missing"]],
    ["without a release", { release: envelope }, ["release-missing"]],
    [
      "with a release that somebody else signed",
      {
        release: signRelease(
          releaseOf(consent, "AAAAAAAAAAAAAAAAAAAAAA" as CaseId, seededRandom("r")),
          signKeysOf("x"),
        ),
      },
      ["release-missing"],
    ],
    [
      "with the release of another consent",
      {
        release: signRelease(
          releaseOf(
            signed(draftNamed({ uses: 2 })).consent,
            "AAAAAAAAAAAAAAAAAAAAAA" as CaseId,
            seededRandom("r"),
          ),
          CASE_KEYS,
        ),
      },
      ["release-missing"],
    ],
  ]
  test.each(cases)("%s", (_, change, expected) => {
    expect(checkHandOff(papersWith(change))).toEqual(expected)
  })
  test("and each thing that can be missing is named by one of these", () => {
    const provoked = new Set(cases.flatMap(([, , expected]) => expected))
    expect([...provoked].sort()).toEqual([...HAND_OFF_FINDINGS].sort())
  })
})

describe("what staff approve", () => {
  it("is the same whatever language the person reads, and another as soon as a letter, file or recipient changes", () => {
    const urdu = signed(
      draftNamed({ locale: "ur", to: { ...draftNamed().to, name: "این سی سی آئی اے" } }),
    ).consent
    expect(handOffDigest(urdu)).toBe(name)
    const changes = [
      { case: consent.salt },
      { purpose: [] },
      { identity: "anonymous" as const },
      { fields: [] },
      { view: consent.salt },
      { evidence: [] },
      { to: { ...consent.to, inbox: "x" } },
      { to: { ...consent.to, key: "x" } },
    ]
    for (const change of changes) expect(handOffDigest({ ...consent, ...change })).not.toBe(name)
  })
})

describe("the word that it is true", () => {
  it("says the law, and that what is not proved is not false, in three languages", () => {
    for (const locale of ["en", "ur", "ur-Latn"] as const) {
      expect(renderTruth("PPC 1860, s. 182", locale)).toContain("PPC 1860, s. 182")
    }
    expect(renderTruth("L", "en")).toContain("What is not proved is not false.")
  })
  it("is refused with another text, and cannot carry a law of two lines", () => {
    const good = buildTruth({
      casePk: CASE_KEYS.publicKey,
      handOff: name,
      law: "L",
      nowMs: NOW_MS,
      locale: "en",
    })
    expect(good).not.toBeNull()
    if (good === null) return
    expect(readTruth(signTruth(good, CASE_KEYS), CASE_KEYS.publicKey)).toEqual(good)
    const softer = dsseSign(CONSENT_TYPES.truth, asJson({ ...good, text: "It is true." }), CASE_KEYS)
    expect(readTruth(softer, CASE_KEYS.publicKey)).toBeNull()
    const elsewhere = dsseSign(CONSENT_TYPES.truth, asJson({ ...good, case: consent.salt }), CASE_KEYS)
    expect(readTruth(elsewhere, CASE_KEYS.publicKey)).toBeNull()
    const lines = {
      casePk: CASE_KEYS.publicKey,
      handOff: name,
      law: "a\nb",
      nowMs: NOW_MS,
      locale: "en",
    } as const
    expect(buildTruth(lines)).toBeNull()
  })
})

describe("time to think and the code word", () => {
  it("a day by default, none when the person ticks that it cannot wait", () => {
    expect(coolOff(consent, NOW_MS)).toEqual({ endsMs: NOW_MS + 24 * HOUR_MS, leftMs: 24 * HOUR_MS })
    expect(coolOff(consent, LATER_MS).leftMs).toBe(0)
    expect(coolOff(signed(draftNamed({ urgent: true })).consent, NOW_MS).leftMs).toBe(0)
  })
  it("the code word is asked for at the first hand-off and at a second within seven days", () => {
    expect(needsCodeWord([], NOW_MS)).toBe(true)
    expect(needsCodeWord([NOW_MS - 7 * 24 * HOUR_MS + 1], NOW_MS)).toBe(true)
    expect(needsCodeWord([NOW_MS - 7 * 24 * HOUR_MS], NOW_MS)).toBe(false)
    expect(needsCodeWord([NOW_MS - 90 * 24 * HOUR_MS, NOW_MS - HOUR_MS], NOW_MS)).toBe(true)
  })
})
