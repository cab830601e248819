import { type Boundary, type Day, type KeyId, parseKeyId } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url, concat, uint32, utf8 } from "@shn/primitives/encode"
import { sha256, sha256Half } from "@shn/primitives/hash"
import type { Random } from "@shn/primitives/random"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import { buildConsent, type ConsentDraft, signConsent } from "../build.ts"
import type { CheckContext } from "../check.ts"
import { type Consent, inboxKeyDigest, type View } from "../statement.ts"

/** The same bytes for the same name, as many as wanted. */
export function seededRandom(name: string): Random {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => sha256(utf8(name), uint32(counter++)))
    return concat(...blocks).slice(0, length)
  }
}

export function signKeysOf(name: string): SignKeyPair {
  return signKeyPair(sha256(utf8(name)))
}

export function keyIdNamed(name: string): KeyId {
  const parsed = parseKeyId(base64url(sha256Half(utf8(name))))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

export const CASE_KEYS = signKeysOf("case")
export const NOW_MS = Date.parse("2026-11-23T09:15:00Z")
export const HOUR_MS = 3_600_000
/** A moment after the time to think. */
export const LATER_MS = NOW_MS + 25 * HOUR_MS

export const AGENCY = {
  id: "door-nccia",
  inbox: "nccia-islamabad",
  key: inboxKeyDigest("age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq"),
  names: ["NCCIA (National Cyber Crime Investigation Agency)", "این سی سی آئی اے"],
}

export const NAMED_VIEW: View = {
  category: "Cyber stalking",
  details: "1. On 3 November he wrote 40 messages.\n2. He sent my picture to my class.",
  "me.cnic": "42101-1234567-1",
  "me.full_name": "A made-up name",
  "me.mobile": "0300-1234567",
}
export const ANONYMOUS_VIEW: View = {
  details: "Somebody keeps an account with my picture.",
  links: "https://example.org/fake",
}

export const FILES = [
  {
    id: "11111111-1111-4111-8111-111111111111",
    sha256: base64url(sha256(utf8("chat"))),
    label: "Chat of 3 November",
  },
  {
    id: "22222222-2222-4222-8222-222222222222",
    sha256: base64url(sha256(utf8("voice"))),
    label: "دھمکی والا صوتی پیغام",
  },
]

/** A consent under the person's name, for an investigation. */
export function draftNamed(change: Partial<ConsentDraft> = {}): ConsentDraft {
  return {
    casePk: CASE_KEYS.publicKey,
    previous: null,
    to: { id: AGENCY.id, inbox: AGENCY.inbox, name: AGENCY.names[0] ?? "", key: AGENCY.key },
    agencyNeedsName: true,
    purpose: ["investigation"],
    identity: "named",
    view: NAMED_VIEW,
    evidence: FILES,
    limits: ["no-onward", "female-officer"],
    boundaries: ["no_media", "no_family", "wants_investigation"],
    atMs: NOW_MS,
    urgent: false,
    lastDay: "2026-12-23" as Day,
    uses: 1,
    replyPk: seededRandom("reply")(1216),
    locale: "en",
    ...change,
  }
}

/** One without a name, to have something taken down. */
export function draftAnonymous(change: Partial<ConsentDraft> = {}): ConsentDraft {
  const boundaries: readonly Boundary[] = [
    "anonymous",
    "no_prosecution",
    "no_institution",
    "no_media",
    "no_family",
  ]
  return draftNamed({
    agencyNeedsName: false,
    purpose: ["content_removal"],
    identity: "anonymous",
    view: ANONYMOUS_VIEW,
    evidence: [],
    limits: ["platform-only"],
    boundaries,
    urgent: true,
    uses: 2,
    ...change,
  })
}

/** @throws Error when the draft cannot be built */
export function built(draft: ConsentDraft, seed = "consent"): Consent {
  const result = buildConsent(draft, seededRandom(seed))
  if (!result.ok) throw new Error(JSON.stringify(result.stops))
  return result.consent
}

export function signed(draft: ConsentDraft = draftNamed()): {
  readonly consent: Consent
  readonly envelope: DsseEnvelope
} {
  const consent = built(draft)
  return { consent, envelope: signConsent(consent, CASE_KEYS) }
}

/** Everything as it should be for `draftNamed`, a day after it was signed. */
export function contextOf(change: Partial<CheckContext> = {}): CheckContext {
  return {
    casePk: CASE_KEYS.publicKey,
    agency: AGENCY,
    nowMs: LATER_MS,
    revocations: { asOfMs: LATER_MS - HOUR_MS, envelopes: [] },
    used: 0,
    latest: null,
    boundaries: ["no_media", "no_family", "wants_investigation"],
    leaving: { view: NAMED_VIEW, files: FILES },
    ...change,
  }
}
