import { type CaseId, type Day, dayOf } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url, concat } from "@shn/primitives/encode"
import { canonicalBytes } from "@shn/primitives/jcs"
import { describe, expect, it, test } from "vitest"
import {
  CONSENT_TYPES,
  checkRelease,
  RELEASE_FINDINGS,
  type Release,
  type ReleaseContext,
  readRelease,
} from "./release.ts"
import { revocationOf } from "./revocation.ts"
import { isReleaseOf, releaseOf, signRelease, signRevocation } from "./sign.ts"
import { asJson, consentDigest } from "./statement.ts"
import { AGENCY, CASE_KEYS, draftNamed, NOW_MS, seededRandom, signed, signKeysOf } from "./testing/example.ts"

const CASE_ID = "AAAAAAAAAAAAAAAAAAAAAA" as CaseId
const { consent } = signed()
const release = releaseOf(consent, CASE_ID, seededRandom("release"))
const envelope = signRelease(release, CASE_KEYS)

const contextOf = (change: Partial<ReleaseContext> = {}): ReleaseContext => ({
  caseId: CASE_ID,
  casePk: CASE_KEYS.publicKey,
  agency: { id: AGENCY.id, key: AGENCY.key },
  today: "2026-11-25" as Day,
  others: [],
  used: 0,
  revocations: [],
  ...change,
})
const findingsOf = (one: DsseEnvelope, change: Partial<ReleaseContext> = {}) => {
  const checked = checkRelease(one, contextOf(change))
  return checked.ok ? [] : checked.findings
}
const revoking = (consentNamed: string, seq: number, keys = CASE_KEYS, caseId = CASE_ID) =>
  signRevocation(revocationOf({ caseId, consent: consentNamed, seq, nowMs: NOW_MS }), keys)

describe("what the server is told", () => {
  it("is accepted from its first day to the end of its last", () => {
    for (const today of ["2026-11-24", "2026-12-23"] as Day[]) {
      expect(checkRelease(envelope, contextOf({ today }))).toEqual({ ok: true, release })
    }
  })
  it("is the agency, the days, the number, and a digest; no purpose, no field, no file, no time", () => {
    expect(Object.keys(release).sort()).toEqual(
      [
        "agencyId",
        "agencyKey",
        "caseId",
        "consentDigest",
        "expDay",
        "nbfDay",
        "releaseId",
        "reply",
        "seq",
        "uses",
        "v",
      ].sort(),
    )
    expect(release).toMatchObject({
      nbfDay: "2026-11-24",
      expDay: "2026-12-23",
      consentDigest: consentDigest(consent),
    })
    const taken = revocationOf({ caseId: CASE_ID, consent: "all", seq: 1, nowMs: NOW_MS })
    expect(JSON.stringify([release, taken])).not.toMatch(/T\d\d:|1\d{9}/)
    expect(taken.day).toBe(dayOf(NOW_MS))
  })
  it("says the same as the consent, and nothing else does", () => {
    expect(isReleaseOf(release, consent)).toBe(true)
    const other = signed(draftNamed({ uses: 2 })).consent
    expect(isReleaseOf(release, other)).toBe(false)
    const changes: readonly Partial<Release>[] = [
      { agencyId: "door-fia" },
      { agencyKey: consent.salt },
      { consentDigest: consent.salt },
      { nbfDay: "2026-11-23" as Day },
      { expDay: "2027-01-01" as Day },
      { uses: 5 },
      { seq: 2 },
      { reply: release.reply.replace(/^./, (first) => (first === "A" ? "B" : "A")) },
    ]
    for (const change of changes) expect(isReleaseOf({ ...release, ...change }, consent)).toBe(false)
  })
})

const cases: readonly (readonly [string, Partial<ReleaseContext>, readonly string[]])[] = [
  ["another case", { caseId: "AAAAAAAAAAAAAAAAAAAAAQ" as CaseId }, ["other-case"]],
  ["another agency", { agency: { id: "door-fia", key: AGENCY.key } }, ["other-agency"]],
  [
    "a key that was changed between signing and sealing",
    { agency: { id: AGENCY.id, key: "x" } },
    ["other-agency-key"],
  ],
  ["the day before", { today: "2026-11-23" as Day }, ["not-yet-valid"]],
  ["the day after", { today: "2026-12-24" as Day }, ["expired"]],
  ["a replay", { others: [release] }, ["replayed"]],
  ["one package more than agreed", { used: 1 }, ["used-up"]],
  ["a newer one for the same agency", { others: [{ ...release, releaseId: "x", seq: 2 }] }, ["superseded"]],
  [
    "another consent under the same number",
    { others: [{ ...release, releaseId: "x", consentDigest: "y" }] },
    ["number-taken"],
  ],
  ["taken back", { revocations: [revoking(consentDigest(consent), 1)] }, ["revoked"]],
  ["everything taken back", { revocations: [revoking("all", 1)] }, ["revoked"]],
]

describe("the server refuses", () => {
  test.each(cases)("%s", (_, change, expected) => {
    expect(findingsOf(envelope, change)).toEqual(expected)
  })
  test("the wrong key", () => {
    expect(findingsOf(signRelease(release, signKeysOf("x")))).toEqual(["bad-signature"])
  })
  test("a key of small order", () => {
    const neutral = concat(Uint8Array.of(1), new Uint8Array(31))
    const sig = base64url(concat(neutral, new Uint8Array(32)))
    expect(findingsOf({ ...envelope, signatures: [{ sig }] }, { casePk: neutral })).toEqual(["bad-signature"])
  })
  test("a consent or a revocation in its place", () => {
    expect(findingsOf(signed().envelope)).toEqual(["not-a-release"])
    expect(findingsOf(revoking("all", 1))).toEqual(["not-a-release"])
    const retyped = dsseSign(CONSENT_TYPES.consent, asJson(release), CASE_KEYS)
    expect(findingsOf(retyped)).toEqual(["bad-signature"])
    expect(findingsOf({ ...retyped, payloadType: CONSENT_TYPES.release })).toEqual(["bad-signature"])
  })
  test("every field changed without the key, missing, or one too many", () => {
    const changed = (document: object): DsseEnvelope => ({
      ...envelope,
      payload: base64url(canonicalBytes(asJson(document))),
    })
    for (const [name, value] of Object.entries(release)) {
      const other = typeof value === "number" ? value + 1 : name.endsWith("Day") ? "2026-12-01" : consent.salt
      expect(findingsOf(changed({ ...release, [name]: other })).length, name).toBeGreaterThan(0)
      const { [name as keyof Release]: _, ...rest } = release
      expect(findingsOf(dsseSign(CONSENT_TYPES.release, asJson(rest), CASE_KEYS)), name).toEqual([
        "not-a-release",
      ])
    }
    const more = dsseSign(CONSENT_TYPES.release, asJson({ ...release, purpose: ["press"] }), CASE_KEYS)
    expect(readRelease(more)).toBeNull()
  })
  test("with a finding for each thing it can notice", () => {
    const provoked = new Set(cases.flatMap(([, , expected]) => expected))
    expect([...provoked, "not-a-release", "bad-signature"].sort()).toEqual([...RELEASE_FINDINGS].sort())
  })
})

describe("the server is not misled into refusing", () => {
  test("by a revocation of another case, by another key, or from before this consent", () => {
    const others = [
      revoking("all", 9, signKeysOf("x")),
      revoking("all", 9, CASE_KEYS, "AAAAAAAAAAAAAAAAAAAAAQ" as CaseId),
    ]
    expect(findingsOf(envelope, { revocations: [...others, revoking(consent.salt, 1), envelope] })).toEqual(
      [],
    )
    const second = signed(draftNamed({ previous: { seq: 1, digest: consentDigest(consent) } })).consent
    const later = signRelease(releaseOf(second, CASE_ID, seededRandom("later")), CASE_KEYS)
    expect(findingsOf(later, { revocations: [revoking("all", 1)], others: [release] })).toEqual([])
  })
  test("by a newer consent for another agency", () => {
    const other = { ...release, releaseId: "x", agencyId: "door-pta", consentDigest: "y", seq: 2 }
    expect(findingsOf(envelope, { others: [other] })).toEqual([])
  })
})
