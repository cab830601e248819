import { readEnvelope } from "@shn/consent"
import {
  COMPLAINT_LANGUAGES,
  CONSENT_PURPOSES,
  type ComplaintDraft,
  type ComplaintLanguage,
  type ConsentPurpose,
  type Day,
  FILING_WAYS,
  type FilingRecord,
  hasBrokenLetters,
  hasUnseen,
  IDENTITY_CODE_PREFIX,
  IDENTITY_FIELDS,
  type IdentityField,
  type KeyId,
  LIMIT_CODES,
  type LimitCode,
  type MessageId,
  parseDay,
  type ThreeWay,
} from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import type { Json } from "@shn/primitives/jcs"
import { AliasField, KeyIdField, MessageIdField, v } from "@shn/wire"
import { DRAFT_FIELD } from "./draft-field.ts"

/**
 * Step 7, inside the case: the messages with which staff and the person prepare a hand-off. All that the agency gets, and nothing of
 * these messages themselves, leaves in a package. `draftId` names one hand-off from its first draft to its end.
 */

/** Which inbox of which agency, and under which key (SHA-256 of its age recipient string). */
export type HandOffTo = { readonly id: string; readonly inbox: string; readonly key: string }

/** One saved revision of a complaint. The whole draft each time: nothing is lost, and the newest counts. */
export type ComplaintBody = {
  readonly draftId: string
  /** Counts the revisions from 1. */
  readonly rev: number
  /** Of the registry: "door-nccia". */
  readonly agencyId: string
  readonly purpose: readonly ConsentPurpose[]
  readonly identity: "anonymous" | "named"
  /** What the agency must not do, beside what the person's switches bring along. */
  readonly limits: readonly LimitCode[]
  /** The language it is written in: the words between its parts are of this language, whatever the screens are in. */
  readonly language: ComplaintLanguage
  /** Most letters of the story, where the agency's own page says another number than the registry; null: the registry's. */
  readonly textLimit: number | null
  readonly draft: ComplaintDraft
}

/** Asks the person who they are, for one recipient and one purpose. Nobody but `readers` will be able to open the answer. */
export type IdentityAskBody = {
  readonly draftId: string
  readonly to: HandOffTo
  readonly purpose: readonly ConsentPurpose[]
  readonly fields: readonly IdentityField[]
  /** The member who drafts and the one who approves. */
  readonly readers: readonly KeyId[]
  /** Why, in the drafter's own words; "" for none. */
  readonly words: string
}

/** The person's answer, sealed apart from the case's own key. `sealIdentity` makes it, `openIdentity` opens it. */
export type IdentityPartBody = {
  readonly draftId: string
  readonly to: HandOffTo
  readonly purpose: readonly ConsentPurpose[]
  /** base64url. */
  readonly sealed: string
  readonly wraps: readonly { readonly keyId: KeyId; readonly wrap: string }[]
}

/** What is put before the second member, and then before the person: everything that will leave, as it will leave. */
export type HandOffBody = {
  readonly draftId: string
  /** Of the revision that it was made from. */
  readonly rev: number
  readonly to: HandOffTo
  readonly purpose: readonly ConsentPurpose[]
  readonly identity: "anonymous" | "named"
  /** What leaves by code, but what says who the person is. */
  readonly fields: Readonly<Record<string, string>>
  /** Which parts of the identity leave, and the message they are sealed in; none and null for an anonymous one. */
  readonly identityFields: readonly IdentityField[]
  readonly identityPart: MessageId | null
  /** Files of the case; `id` is that of the upload. */
  readonly evidence: readonly { readonly id: string; readonly sha256: string; readonly label: string }[]
  readonly limits: readonly LimitCode[]
  readonly lastDay: Day
  readonly uses: number
  readonly minor: ThreeWay
  /** Whether the agency takes no complaint without a name: from the registry. */
  readonly agencyNeedsName: boolean
  /** The section on knowingly false complaints. */
  readonly law: string
}

/** A member puts their name to it: a signed approval of `@shn/consent`. */
export type ApprovalBody = { readonly draftId: string; readonly rev: number; readonly envelope: DsseEnvelope }

/** Back to the desk, with the reason. */
export type SentBackBody = { readonly draftId: string; readonly rev: number; readonly words: string }

/** The person's three signatures, and what they need to read the agency's answers on any phone. */
export type SignedBody = {
  readonly draftId: string
  readonly rev: number
  readonly consent: DsseEnvelope
  readonly truth: DsseEnvelope
  readonly release: DsseEnvelope
  /** base64url of the 32-byte seed of the consent's reply key. */
  readonly replySeed: string
  /** The word agreed in conversation, as typed; "" where none was asked for. */
  readonly codeWord: string
}

/** The first signer's list of a package, so that the second can make the same and sign it, too. */
export type PackagePlanBody = {
  readonly draftId: string
  readonly rev: number
  readonly packageId: string
  /** Which of the consent's uses it is for, from 1. */
  readonly use: number
  /** UTC seconds. */
  readonly at: number
  readonly signers: readonly [KeyId, KeyId]
  /** The approvals that go along, in this order. */
  readonly approvals: readonly MessageId[]
  readonly files: readonly { readonly id: string; readonly size: number; readonly extension: string }[]
  /** The signed list itself. */
  readonly signature: DsseEnvelope
}

/** That a complaint was filed by hand where no inbox is; `draftId` null when no draft stands behind it. */
export type FilingBody = { readonly draftId: string | null; readonly record: FilingRecord }

export type HandOffContent =
  | { readonly kind: "complaint"; readonly body: ComplaintBody }
  | { readonly kind: "identity_ask"; readonly body: IdentityAskBody }
  | { readonly kind: "identity_part"; readonly body: IdentityPartBody }
  | { readonly kind: "hand_off"; readonly body: HandOffBody }
  | { readonly kind: "approval"; readonly body: ApprovalBody }
  | { readonly kind: "sent_back"; readonly body: SentBackBody }
  | { readonly kind: "signed"; readonly body: SignedBody }
  | { readonly kind: "not_signed"; readonly body: SentBackBody }
  | { readonly kind: "revoked"; readonly body: { readonly envelope: DsseEnvelope } }
  | { readonly kind: "package_plan"; readonly body: PackagePlanBody }
  | { readonly kind: "filing"; readonly body: FilingBody }

export const HAND_OFF_KINDS = [
  "complaint",
  "identity_ask",
  "identity_part",
  "hand_off",
  "approval",
  "sent_back",
  "signed",
  "not_signed",
  "revoked",
  "package_plan",
  "filing",
] as const satisfies readonly HandOffContent["kind"][]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const uuid = v.pipe(v.string(), v.regex(UUID))
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/))
const words = v.pipe(v.string(), v.maxLength(4_000))
const whole = (from: number, to: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(from), v.maxValue(to))
const day = v.custom<Day>((text) => typeof text === "string" && parseDay(text).ok)
const bytes32 = v.pipe(
  v.string(),
  v.check((text) => fromBase64url(text)?.length === 32),
)
// 1120 encapsulated + 32 + 16 tag.
const wrap = v.pipe(
  v.string(),
  v.check((text) => fromBase64url(text)?.length === 1168),
)
const purposes = v.pipe(v.array(v.picklist(CONSENT_PURPOSES)), v.maxLength(CONSENT_PURPOSES.length))
const limits = v.pipe(v.array(v.picklist(LIMIT_CODES)), v.maxLength(LIMIT_CODES.length))
const identity = v.picklist(["anonymous", "named"])
const identityFields = v.pipe(v.array(v.picklist(IDENTITY_FIELDS)), v.maxLength(IDENTITY_FIELDS.length))
const to = v.strictObject({ id: slug, inbox: slug, key: bytes32 })
const rev = whole(1, 100_000)
// Everybody on the case reads it: who the person is leaves in its own part only.
const code = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check((text) => !text.startsWith(IDENTITY_CODE_PREFIX)),
)
// Put forward by somebody, read by two others, signed by one: it may show nothing that it does not say, and say nothing unseen.
const leaving = v.pipe(
  v.string(),
  v.maxLength(60_000),
  v.check((text) => !hasUnseen(text) && !hasBrokenLetters(text)),
)
const about = { draftId: uuid, rev }
const envelope = v.custom<DsseEnvelope>((json) => readEnvelope(json as Json) !== null)
const file = v.strictObject({ id: uuid, sha256: bytes32, label: v.pipe(v.string(), v.maxLength(160)) })

const BODIES = {
  complaint: v.strictObject({
    ...about,
    agencyId: slug,
    purpose: purposes,
    identity,
    limits,
    language: v.picklist(COMPLAINT_LANGUAGES),
    textLimit: v.nullable(whole(1, 1_000_000)),
    draft: DRAFT_FIELD,
  }),
  identity_ask: v.strictObject({
    draftId: uuid,
    to,
    purpose: purposes,
    fields: identityFields,
    readers: v.pipe(v.array(KeyIdField), v.minLength(1), v.maxLength(4)),
    words,
  }),
  identity_part: v.strictObject({
    draftId: uuid,
    to,
    purpose: purposes,
    sealed: v.pipe(v.string(), v.maxLength(60_000)),
    wraps: v.pipe(v.array(v.strictObject({ keyId: KeyIdField, wrap })), v.minLength(1), v.maxLength(6)),
  }),
  hand_off: v.strictObject({
    ...about,
    to,
    purpose: purposes,
    identity,
    fields: v.record(code, leaving),
    identityFields,
    identityPart: v.nullable(MessageIdField),
    evidence: v.pipe(v.array(file), v.maxLength(200)),
    limits,
    lastDay: day,
    uses: whole(1, 5),
    minor: v.picklist(["yes", "no", "unknown"]),
    agencyNeedsName: v.boolean(),
    law: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
  }),
  approval: v.strictObject({ ...about, envelope }),
  sent_back: v.strictObject({ ...about, words }),
  signed: v.strictObject({
    ...about,
    consent: envelope,
    truth: envelope,
    release: envelope,
    replySeed: bytes32,
    codeWord: v.pipe(v.string(), v.maxLength(200)),
  }),
  not_signed: v.strictObject({ ...about, words }),
  revoked: v.strictObject({ envelope }),
  package_plan: v.strictObject({
    ...about,
    packageId: uuid,
    use: whole(1, 5),
    at: whole(0, 253_402_300_799),
    signers: v.strictTuple([KeyIdField, KeyIdField]),
    approvals: v.pipe(v.array(MessageIdField), v.maxLength(9)),
    files: v.pipe(
      v.array(
        v.strictObject({
          id: uuid,
          size: whole(0, Number.MAX_SAFE_INTEGER),
          extension: v.pipe(v.string(), v.regex(/^[a-z0-9]{0,8}$/)),
        }),
      ),
      v.maxLength(200),
    ),
    signature: envelope,
  }),
  filing: v.strictObject({
    draftId: v.nullable(uuid),
    record: v.strictObject({
      agencyId: slug,
      formId: slug,
      filedOn: day,
      way: v.picklist(FILING_WAYS),
      reference: v.pipe(v.string(), v.maxLength(80)),
      by: v.variant("who", [
        v.strictObject({ who: v.literal("person") }),
        v.strictObject({ who: v.literal("supporter") }),
        v.strictObject({ who: v.literal("staff"), alias: AliasField }),
      ]),
    }),
  }),
} as const satisfies { readonly [K in HandOffContent["kind"]]: v.GenericSchema }

/** @returns the content, or null when kind and body are not a pair of these */
export function parseHandOffContent(kind: string, body: unknown): HandOffContent | null {
  const known = HAND_OFF_KINDS.find((each) => each === kind)
  if (known === undefined) return null
  const parsed = v.safeParse<v.GenericSchema>(BODIES[known], body)
  // One table holds kind and form together; the compiler cannot follow the pair through the lookup.
  return parsed.success ? ({ kind: known, body: parsed.output } as HandOffContent) : null
}
