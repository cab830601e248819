import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url, concat, fromBase64url } from "@shn/primitives/encode"
import { canonicalBytes } from "@shn/primitives/jcs"
import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { signConsent } from "./build.ts"
import { type CheckContext, CONSENT_FINDINGS, check, checkBeforeSigning } from "./check.ts"
import { clockDifference } from "./clock.ts"
import { readEnvelope } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { render } from "./render.ts"
import { revocationOf } from "./revocation.ts"
import { signRevocation } from "./sign.ts"
import { asJson, type Consent, consentDigest, viewDigest } from "./statement.ts"
import {
  AGENCY,
  ANONYMOUS_VIEW,
  built,
  CASE_KEYS,
  contextOf,
  draftAnonymous,
  draftNamed,
  FILES,
  HOUR_MS,
  LATER_MS,
  NAMED_VIEW,
  NOW_MS,
  signed,
  signKeysOf,
} from "./testing/example.ts"

const CASE_ID = "AAAAAAAAAAAAAAAAAAAAAA" as never
const findingsOf = (envelope: DsseEnvelope, change: Partial<CheckContext> = {}) => {
  const checked = check(envelope, contextOf(change))
  return checked.ok ? [] : checked.findings
}
/** The person's own key over a changed statement: what a rule must catch when no signature can. */
const resigned = (change: Partial<Record<keyof Consent, unknown>>): DsseEnvelope =>
  dsseSign(CONSENT_TYPES.consent, asJson({ ...signed().consent, ...change }), CASE_KEYS)

describe("a consent that holds", () => {
  it("gives leave for exactly its fields and files", () => {
    const { consent, envelope } = signed()
    const checked = check(envelope, contextOf())
    expect(checked).toEqual({
      ok: true,
      disclosure: {
        consent,
        envelope,
        digest: consentDigest(consent),
        view: NAMED_VIEW,
        files: FILES,
        checkedAtMs: LATER_MS,
      },
    })
  })
  it("gives a leave that nobody can add a field or a file to afterwards", () => {
    const view = { ...NAMED_VIEW }
    const checked = check(signed().envelope, contextOf({ leaving: { view, files: FILES } }))
    if (!checked.ok) throw new Error("refused")
    const { disclosure } = checked
    const open = disclosure as unknown as { view: Record<string, string>; files: unknown[] }
    expect(() => Object.assign(open.view, { "me.address": "x" })).toThrow(TypeError)
    expect(() => open.files.push(FILES[0])).toThrow(TypeError)
    view.details = "Something else."
    expect(disclosure.view).toEqual(NAMED_VIEW)
  })
  it("holds in all three languages", () => {
    for (const locale of ["en", "ur", "ur-Latn"] as const) {
      expect(findingsOf(signed(draftNamed({ locale })).envelope)).toEqual([])
    }
  })
  it("holds without a name where no name is asked", () => {
    const { envelope } = signed(draftAnonymous())
    expect(
      findingsOf(envelope, { leaving: { view: ANONYMOUS_VIEW, files: [] }, boundaries: null, used: 1 }),
    ).toEqual([])
  })
  it("is read the same from a file", () => {
    const { envelope } = signed()
    expect(readEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual(envelope)
  })
})

describe("refused, each for its own reason", () => {
  const { consent, envelope } = signed()
  const digest = consentDigest(consent)
  const revocation = (input: { consent: string; seq: number }, keys = CASE_KEYS) => ({
    asOfMs: LATER_MS,
    envelopes: [signRevocation(revocationOf({ caseId: CASE_ID, nowMs: LATER_MS, ...input }), keys)],
  })
  const [first] = FILES
  const contexts: readonly (readonly [string, Partial<CheckContext>, readonly string[]])[] = [
    ["another agency", { agency: { ...AGENCY, id: "door-fia" } }, ["other-agency"]],
    ["another inbox of the agency", { agency: { ...AGENCY, inbox: "nccia-lahore" } }, ["other-agency"]],
    [
      "an agency shown under a name it does not have",
      { agency: { ...AGENCY, names: ["FIA"] } },
      ["other-agency-name"],
    ],
    ["a key the agency has changed since", { agency: { ...AGENCY, key: digest } }, ["other-agency-key"]],
    ["a second too early", { nowMs: consent.nbf * 1000 - 1 }, ["not-yet-valid"]],
    [
      "the second it ends",
      { nowMs: consent.exp * 1000, revocations: { asOfMs: consent.exp * 1000, envelopes: [] } },
      ["expired"],
    ],
    ["a second package under one use", { used: 1 }, ["used-up"]],
    ["a newer consent for the same agency", { latest: { seq: 2, digest: "x" } }, ["superseded"]],
    ["another consent with the same number", { latest: { seq: 1, digest: "x" } }, ["number-taken"]],
    ["no list of what was taken back", { revocations: null }, ["revocations-stale"]],
    [
      "a list a day old",
      { revocations: { asOfMs: LATER_MS - 24 * HOUR_MS, envelopes: [] } },
      ["revocations-stale"],
    ],
    [
      "a list from tomorrow",
      { revocations: { asOfMs: LATER_MS + 24 * HOUR_MS, envelopes: [] } },
      ["revocations-stale"],
    ],
    ["taken back", { revocations: revocation({ consent: digest, seq: 1 }) }, ["revoked"]],
    ["everything taken back", { revocations: revocation({ consent: "all", seq: 1 }) }, ["revoked"]],
    ["a boundary set after drafting", { boundaries: ["no_prosecution"] }, ["boundary-since"]],
    ["the wish for no name, set after drafting", { boundaries: ["anonymous"] }, ["boundary-since"]],
    [
      "one field more",
      { leaving: { view: { ...NAMED_VIEW, "me.address": "x" }, files: FILES } },
      ["field-outside", "view-changed"],
    ],
    [
      "one field less",
      { leaving: { view: { details: "x" }, files: FILES } },
      ["field-missing", "view-changed"],
    ],
    [
      "one letter changed",
      { leaving: { view: { ...NAMED_VIEW, details: "x" }, files: FILES } },
      ["view-changed"],
    ],
    [
      "one file more",
      { leaving: { view: NAMED_VIEW, files: [...FILES, { id: consent.id, sha256: digest }] } },
      ["file-outside"],
    ],
    [
      "one file twice",
      { leaving: { view: NAMED_VIEW, files: [...FILES, ...FILES.slice(0, 1)] } },
      ["file-outside"],
    ],
    ["one file less", { leaving: { view: NAMED_VIEW, files: FILES.slice(1) } }, ["file-missing"]],
    [
      "a file with other bytes",
      { leaving: { view: NAMED_VIEW, files: [{ id: first?.id ?? "", sha256: digest }, ...FILES.slice(1)] } },
      ["file-changed"],
    ],
  ]
  test.each(contexts)("%s", (_, change, expected) => {
    expect(findingsOf(envelope, change)).toEqual(expected)
  })
  test("no finding that reads the world around a consent is left without a way to provoke it", () => {
    const fromTheStatement = ["not-a-consent", "bad-signature", "other-case", "contradiction", "text-differs"]
    const provoked = new Set(contexts.flatMap(([, , expected]) => expected))
    expect([...provoked, ...fromTheStatement].sort()).toEqual([...CONSENT_FINDINGS].sort())
  })

  test("signed by the wrong key", () => {
    const other = signKeysOf("somebody else")
    const forged = dsseSign(CONSENT_TYPES.consent, asJson(consent), other)
    expect(findingsOf(forged)).toEqual(["bad-signature"])
  })
  test("a consent of another case, by that case's own key", () => {
    const keys = signKeysOf("another case")
    const theirs = signConsent(built(draftNamed({ casePk: keys.publicKey })), keys)
    expect(findingsOf(theirs)).toEqual(["bad-signature", "other-case"])
    const mixed = dsseSign(
      CONSENT_TYPES.consent,
      asJson({ ...consent, case: base64url(keys.publicKey) }),
      CASE_KEYS,
    )
    expect(findingsOf(mixed)).toEqual(["other-case"])
  })
  test("the right key over a changed view", () => {
    const view = { ...NAMED_VIEW, details: "Something the person never saw." }
    expect(findingsOf(envelope, { leaving: { view, files: FILES } })).toEqual(["view-changed"])
    expect(findingsOf(resigned({ view: viewDigest(view) }))).toEqual(["view-changed"])
  })
  test("a revocation of another case, or one from before a new consent, takes nothing back", () => {
    expect(
      findingsOf(envelope, { revocations: revocation({ consent: "all", seq: 9 }, signKeysOf("x")) }),
    ).toEqual([])
    const second = signed(draftNamed({ previous: { seq: 1, digest } }))
    expect(findingsOf(second.envelope, { revocations: revocation({ consent: "all", seq: 1 }) })).toEqual([])
    expect(findingsOf(second.envelope, { revocations: revocation({ consent: digest, seq: 1 }) })).toEqual([])
  })
  test("a revocation cannot pass as a consent, nor a consent as a revocation", () => {
    const [taken] = revocation({ consent: digest, seq: 1 }).envelopes
    expect(taken).toBeDefined()
    if (taken === undefined) return
    expect(findingsOf(taken)).toEqual(["not-a-consent"])
    const retyped = { ...envelope, payloadType: CONSENT_TYPES.revocation }
    expect(findingsOf(retyped)).toEqual(["bad-signature"])
    expect(
      findingsOf(envelope, { revocations: { asOfMs: LATER_MS, envelopes: [envelope, retyped] } }),
    ).toEqual([])
    const underOtherType = dsseSign(CONSENT_TYPES.truth, asJson(consent), CASE_KEYS)
    expect(findingsOf(underOtherType)).toEqual(["bad-signature"])
    expect(findingsOf({ ...underOtherType, payloadType: CONSENT_TYPES.consent })).toEqual(["bad-signature"])
  })
  test("a key of small order, which signs everything", () => {
    const neutral = concat(Uint8Array.of(1), new Uint8Array(31))
    const sig = base64url(concat(neutral, new Uint8Array(32)))
    const payload = base64url(canonicalBytes(asJson({ ...consent, case: base64url(neutral) })))
    const forged: DsseEnvelope = { payloadType: CONSENT_TYPES.consent, payload, signatures: [{ sig }] }
    expect(findingsOf(forged, { casePk: neutral })).toEqual(["bad-signature"])
  })
})

describe("what the person's own key must not be able to say either", () => {
  const named = signed().consent
  const changes: readonly (readonly [string, Partial<Record<keyof Consent, unknown>>, string])[] = [
    ["another text", { text: `${named.text} And everything else.` }, "text-differs"],
    ["a softer text", { text: named.text.replace("WILL", "will NOT") }, "text-differs"],
    ["the text of another language", { tpl: "ur/1" }, "text-differs"],
    ["anonymous with the name in it", { identity: "anonymous" }, "contradiction"],
    ["named without a name", { fields: ["details"] }, "contradiction"],
    ["a purpose against a boundary", { boundaries: ["no_prosecution"] }, "contradiction"],
    [
      "boundaries that exclude each other",
      { boundaries: ["no_prosecution", "wants_investigation"] },
      "contradiction",
    ],
    ["a limit left out", { limits: ["female-officer", "no-family", "no-onward"] }, "contradiction"],
    ["no time to think", { nbf: named.at }, "contradiction"],
    ["over before it begins", { exp: 86_400 }, "contradiction"],
    ["for two years", { exp: named.exp + 700 * 86_400 }, "contradiction"],
    ["second without a first", { seq: 2 }, "contradiction"],
    ["an unknown limit", { limits: [...named.limits, "no-moon"] }, "not-a-consent"],
    ["an unknown purpose", { purpose: ["curiosity"] }, "not-a-consent"],
    ["an unknown field", { fields: [...named.fields, "me.faith"] }, "not-a-consent"],
    ["an unknown boundary", { boundaries: ["no_sun"] }, "not-a-consent"],
    ["codes in another order", { fields: [...named.fields].reverse() }, "not-a-consent"],
    ["a code twice", { purpose: ["investigation", "investigation"] }, "not-a-consent"],
    ["files in another order", { evidence: [...named.evidence].reverse() }, "not-a-consent"],
    ["no purpose", { purpose: [] }, "not-a-consent"],
    ["no use, or a thousand", { uses: 0 }, "not-a-consent"],
    ["an end in the middle of a day", { exp: named.exp + 1 }, "not-a-consent"],
    ["a template that does not exist", { tpl: "en/2" }, "not-a-consent"],
    ["another version", { v: 2 }, "not-a-consent"],
    ["a time that is a text", { nbf: String(named.nbf) }, "not-a-consent"],
    ["a reply key of another length", { reply: named.salt }, "not-a-consent"],
  ]
  test.each(changes)("%s", (_, change, finding) => {
    expect(findingsOf(resigned(change))).toContain(finding)
  })
  test("one field more than the form, or one less", () => {
    expect(findingsOf(resigned({ extra: 1 } as never))).toEqual(["not-a-consent"])
    for (const name of Object.keys(named)) {
      const { [name as keyof Consent]: _, ...rest } = named
      const envelope = dsseSign(CONSENT_TYPES.consent, asJson(rest), CASE_KEYS)
      expect(findingsOf(envelope), name).toEqual(["not-a-consent"])
    }
  })
})

describe("without the key, nothing can be changed", () => {
  const { consent, envelope } = signed(draftNamed({ evidence: FILES.slice(0, 1) }))
  const leaving = { view: NAMED_VIEW, files: FILES.slice(0, 1) }
  const isRefused = (changed: DsseEnvelope) => !check(changed, contextOf({ leaving })).ok
  const withPayload = (document: object): DsseEnvelope => ({
    ...envelope,
    payload: base64url(canonicalBytes(asJson(document))),
  })

  test("the envelope itself is accepted, so what follows is refused for its change", () => {
    expect(isRefused(envelope)).toBe(false)
    expect(isRefused(withPayload(consent))).toBe(false)
  })
  test("not one field, to any other value", () => {
    const other = signed(draftAnonymous({ locale: "ur" })).consent
    let mutations = 0
    for (const name of Object.keys(consent) as (keyof Consent)[]) {
      for (const value of [other[name], null, "", 0, 2, [], {}, "all", [consent[name]]]) {
        if (JSON.stringify(value) === JSON.stringify(consent[name])) continue
        mutations += 1
        expect(isRefused(withPayload({ ...consent, [name]: value })), name).toBe(true)
      }
    }
    expect(mutations).toBeGreaterThan(150)
  })
  test("not one bit of what was signed or of the signature", () => {
    const payload = fromBase64url(envelope.payload) ?? new Uint8Array(0)
    const sig = fromBase64url(envelope.signatures[0].sig) ?? new Uint8Array(0)
    const flip = (bytes: Uint8Array, at: number, bit: number) =>
      bytes.map((byte, here) => (here === at ? byte ^ (1 << bit) : byte))
    for (let at = 0; at < payload.length; at += 3) {
      expect(isRefused({ ...envelope, payload: base64url(flip(payload, at, at % 8)) }), `payload ${at}`).toBe(
        true,
      )
    }
    for (let at = 0; at < sig.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = [{ sig: base64url(flip(sig, at, bit)) }] as [{ sig: string }]
        expect(isRefused({ ...envelope, signatures: changed }), `signature ${at}`).toBe(true)
      }
    }
  })
  test("not one byte in, out or in another place", () => {
    const payload = fromBase64url(envelope.payload) ?? new Uint8Array(0)
    fc.assert(
      fc.property(fc.nat(payload.length), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, bytes) => {
        const longer = concat(payload.slice(0, at), bytes, payload.slice(at))
        expect(isRefused({ ...envelope, payload: base64url(longer) })).toBe(true)
        expect(
          isRefused({ ...envelope, payload: base64url(payload.slice(0, at === payload.length ? 0 : at)) }),
        ).toBe(true)
      }),
      { numRuns: 200, seed: 7 },
    )
  })
  test("no other writing of the same document: spaces, another order, a doubled key, a byte order mark", () => {
    const text = new TextDecoder().decode(fromBase64url(envelope.payload) ?? new Uint8Array(0))
    const writings = [
      text.replace(":", ": "),
      `${text}\n`,
      `\ufeff${text}`,
      text.replace('"v":1', '"v":1.0'),
      text.replace(/^\{/, '{"v":1,'),
      JSON.stringify(Object.fromEntries(Object.entries(consent).reverse())),
    ]
    for (const writing of writings) {
      const payload = base64url(new TextEncoder().encode(writing))
      expect(findingsOf({ ...envelope, payload }), writing.slice(0, 20)).toEqual(["not-a-consent"])
    }
  })
  test("no other shape of envelope is read", () => {
    const two = { ...envelope, signatures: [envelope.signatures[0], envelope.signatures[0]] }
    const hinted = { ...envelope, signatures: [{ ...envelope.signatures[0], keyid: "x" }] }
    const padded = { ...envelope, signatures: [{ sig: `${envelope.signatures[0].sig}==` }] }
    const strange = [
      null,
      [],
      "x",
      {},
      two,
      hinted,
      padded,
      { ...envelope, extra: 1 },
      { ...envelope, payload: 1 },
    ]
    for (const shape of strange) expect(readEnvelope(shape)).toBeNull()
  })
})

describe("before the person signs", () => {
  const { leaving, ...rest } = contextOf({ nowMs: NOW_MS })
  it("the same check runs, and the time to think is no obstacle yet", () => {
    expect(checkBeforeSigning(built(draftNamed()), { ...rest, leaving })).toEqual([])
  })
  it("a desk that shows one thing and asks to sign another is found out", () => {
    const consent = built(draftNamed())
    expect(checkBeforeSigning(consent, { ...rest, leaving: { ...leaving, view: ANONYMOUS_VIEW } })).toContain(
      "view-changed",
    )
    expect(checkBeforeSigning({ ...consent, text: "I allow it." }, { ...rest, leaving })).toEqual([
      "text-differs",
    ])
    const other = { ...consent, fields: [...consent.fields, "respondent"].sort() }
    expect(checkBeforeSigning({ ...other, text: render(other, "en") }, { ...rest, leaving })).toEqual([
      "field-missing",
    ])
  })
  it("a phone whose clock is more than two days away asks first", () => {
    const day = 24 * HOUR_MS
    expect(clockDifference(NOW_MS + 2 * day, NOW_MS)).toEqual({ aheadMs: 2 * day, mustConfirm: false })
    expect(clockDifference(NOW_MS + 2 * day + 1, NOW_MS).mustConfirm).toBe(true)
    expect(clockDifference(NOW_MS - 2 * day - 1, NOW_MS).mustConfirm).toBe(true)
  })
})
