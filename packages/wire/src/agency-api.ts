import * as v from "valibot"
import { AgencyIdField, InboxWrapField } from "./agencies.ts"
import { AliasField, DayField, KeyIdField, MemberIdField, UploadIdField } from "./branded.ts"
import { bytesField } from "./bytes.ts"
import {
  AnswerIdField,
  CoverField,
  MAX_ANSWER_BYTES,
  RELEASE_STATES,
  ReleaseIdField,
  SignedStatementField,
} from "./releases.ts"

/** Requests and answers of the agency's origin. Session by cookie, as at the desk. */

/** Sealed with the officer's passphrase; the wraps open with the officer's own key and give the inbox's keys. */
export const OfficerSignInAnswer = v.strictObject({
  memberId: MemberIdField,
  alias: AliasField,
  keyId: KeyIdField,
  agencyId: AgencyIdField,
  sealedSmk: bytesField(256),
  sealedSeeds: bytesField(512),
  inboxWraps: v.array(InboxWrapField),
})
export type OfficerSignInAnswer = v.InferOutput<typeof OfficerSignInAnswer>

/**
 * A line of the inbox. Nothing about the person, no case: a release is known by its own number. `day` is when it was handed
 * over, `lastDay` the last on which it may be used. `answers` counts what the agency has said.
 */
export const InboxLineField = v.strictObject({
  releaseId: ReleaseIdField,
  state: v.picklist(RELEASE_STATES),
  day: DayField,
  lastDay: DayField,
  uses: v.number(),
  answers: v.number(),
})
export type InboxLine = v.InferOutput<typeof InboxLineField>
/** `lines` newest first. Asked for again every few seconds: a release that was taken back says so here. */
export const InboxAnswer = v.strictObject({ lines: v.array(InboxLineField), serverTime: v.string() })

export const OpenReleaseRequest = v.strictObject({ releaseId: ReleaseIdField })
/**
 * One release. `packages` is empty once it was taken back or its last day has passed. `answers` are what
 * the agency has said, in copies sealed to its own inbox.
 */
export const OpenReleaseAnswer = v.strictObject({
  line: InboxLineField,
  release: SignedStatementField,
  revocation: v.nullable(SignedStatementField),
  packages: v.array(v.strictObject({ use: v.number(), uploadId: UploadIdField, cover: CoverField })),
  answers: v.array(
    v.strictObject({
      answerId: AnswerIdField,
      position: v.number(),
      keyId: KeyIdField,
      at: v.string(),
      stops: v.boolean(),
      copy: bytesField(MAX_ANSWER_BYTES),
    }),
  ),
})
export type OpenedRelease = v.InferOutput<typeof OpenReleaseAnswer>

/** `after` is how many answers of this release the officer had seen: two who write at once do not talk past each other. */
export const AgencyAnswerRequest = v.strictObject({
  releaseId: ReleaseIdField,
  answerId: AnswerIdField,
  after: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  stops: v.boolean(),
  /** Sealed to the reply key of the consent. */
  bytes: bytesField(MAX_ANSWER_BYTES),
  /** The same answer sealed to the agency's inbox, so that the next officer can go on from it. */
  copy: bytesField(MAX_ANSWER_BYTES),
})
export const AgencyAnswerAnswer = v.strictObject({
  state: v.picklist(RELEASE_STATES),
  position: v.number(),
})
