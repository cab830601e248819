import * as v from "valibot"
import { AgencyIdField } from "./agencies.ts"
import { CaseIdField, DayField, KeyIdField, UploadIdField } from "./branded.ts"
import { bytesField, exactBytesField, SignatureField } from "./bytes.ts"

/**
 * Releases: what a person signed so that a package may leave, who handed it over, what the agency answered. The server
 * reads the release alone; consent, package and answers stay sealed. PROTOCOL step 7.
 */

/** A release or a revocation as it was signed. Its form is `consent`'s to read. */
export const SignedStatementField = v.strictObject({
  payloadType: v.pipe(v.string(), v.maxLength(100)),
  payload: bytesField(20_000),
  signatures: v.strictTuple([v.strictObject({ sig: SignatureField })]),
})
export type SignedStatement = v.InferOutput<typeof SignedStatementField>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** Random UUID, version 4, drawn by the person's device. */
export const ReleaseIdField = v.pipe(v.string(), v.regex(UUID))
/** Random UUID, version 4, drawn by the officer's device: the same answer sent again is no second one. */
export const AnswerIdField = v.pipe(v.string(), v.regex(UUID))

/** Largest sealed answer of an agency: a status with its text. */
export const MAX_ANSWER_BYTES = 65_536
/** What sealing an answer to the reply key adds: encapsulated key 1120, tag 16. */
export const ANSWER_SEAL_BYTES = 1136

/**
 * Where a release stands. "signed": nothing has left. "handed": a package lies in the agency's inbox. "fetched": an officer
 * has taken it. "recalled": taken back before any officer had it. "locked": taken back afterwards, the agency has not said
 * what it does. "answered": it has. "over": its last day has passed before anything left.
 */
export const RELEASE_STATES = [
  "signed",
  "handed",
  "fetched",
  "recalled",
  "locked",
  "answered",
  "over",
] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** What `age` adds to a short text: header with one recipient 168, nonce 16, tag 16. */
export const AGE_BYTES = 200
/**
 * What only the agency can open: the key that the parts of the package are sealed with, their digests and the true length. An
 * `age` file of one length, from 1024 padded bytes.
 */
export const COVER_BYTES = AGE_BYTES + 1024
export const CoverField = exactBytesField(COVER_BYTES)

/** One handing over. `use` counts from 1; `keyId` is the member of staff who did it. */
export const HandOverField = v.strictObject({
  use: v.number(),
  uploadId: UploadIdField,
  keyId: KeyIdField,
  day: DayField,
})

/** One sealed answer. `position` counts the answers of a release from 0, in the order in which they came. */
export const SealedAnswerField = v.strictObject({
  answerId: AnswerIdField,
  position: v.number(),
  /** The officer who sent it. */
  keyId: KeyIdField,
  /** When it came: an officer's act, ISO, to the minute. */
  at: v.string(),
  /** Whether it says what the agency does about a release that was taken back. */
  stops: v.boolean(),
  bytes: bytesField(MAX_ANSWER_BYTES),
})
export type SealedAnswer = v.InferOutput<typeof SealedAnswerField>

export const AGENCY_ACTS = ["opened", "package"] as const
/** One view by an officer: the page of a release, or bytes of its package. `at` is ISO, to the minute. */
export const AgencyViewField = v.strictObject({
  keyId: KeyIdField,
  act: v.picklist(AGENCY_ACTS),
  at: v.string(),
})

/** Everything the server holds about one release, for the person and the staff of the case. */
export const ReleaseViewField = v.strictObject({
  releaseId: ReleaseIdField,
  agencyId: AgencyIdField,
  state: v.picklist(RELEASE_STATES),
  day: DayField,
  release: SignedStatementField,
  revocation: v.nullable(SignedStatementField),
  handed: v.array(HandOverField),
  answers: v.array(SealedAnswerField),
  views: v.array(AgencyViewField),
})
export type ReleaseView = v.InferOutput<typeof ReleaseViewField>
/** `revocations` are all that the person ever signed, in the order in which they came, also of consents that were never released. */
export const ReleasesAnswer = v.strictObject({
  releases: v.array(ReleaseViewField),
  revocations: v.array(SignedStatementField),
})

export const ReleaseRequest = v.strictObject({ release: SignedStatementField })
export const RevokeRequest = v.strictObject({ revocation: SignedStatementField })
export const ReleaseAnswer = v.strictObject({ state: v.picklist(RELEASE_STATES) })
/** Which releases the revocation took back, by id. */
export const RevokeAnswer = v.strictObject({ revoked: v.array(ReleaseIdField) })

export const CaseReleasesRequest = v.strictObject({ caseId: CaseIdField })
/** The finished upload that holds the package, and its cover. */
export const HandOverRequest = v.strictObject({
  caseId: CaseIdField,
  releaseId: ReleaseIdField,
  use: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  uploadId: UploadIdField,
  cover: CoverField,
})
