import { DISCIPLINES } from "@shn/domain"
import * as v from "valibot"
import { CaseIdField, HandleField, KeyIdField, NeedIdField, ProposalIdField } from "./branded.ts"
import { exactBytesField, KemPkField, SignatureField, SignPkField } from "./bytes.ts"
import { CaseViewField, RosterChangeField } from "./case-view.ts"
import { DsseField } from "./dsse.ts"
import { CaseWrapField, EnvelopeField, PreviewWrapField, SealedPreviewBytes } from "./envelope.ts"
import { RoutingFacetsField } from "./facets.ts"

/** Requests and answers of the reporter app's origin. */

export const Empty = v.strictObject({})

export const DirectoryAnswer = v.strictObject({
  registrars: DsseField,
  directory: v.pipe(v.array(DsseField), v.minLength(1)),
})
export type DirectoryAnswer = v.InferOutput<typeof DirectoryAnswer>

/** `nextAt` is the minute (UTC, ISO, rounded to 15) when somebody is next on duty; null when somebody is, or nobody is planned. */
export const DutyAnswer = v.strictObject({
  onDuty: v.array(KeyIdField),
  nextAt: v.nullable(v.string()),
})
export type DutyAnswer = v.InferOutput<typeof DutyAnswer>

export const WorkRequest = v.strictObject({ purpose: v.picklist(["open", "budget"]) })
export const WorkAnswer = v.strictObject({
  challenge: exactBytesField(32),
  bits: v.number(),
  expiresInSeconds: v.number(),
})
export const SolvedWorkField = v.strictObject({
  challenge: exactBytesField(32),
  nonce: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type SolvedWork = v.InferOutput<typeof SolvedWorkField>

/** `proof` = signature by the login key over label ‖ origin ‖ caseId ‖ challenge. The same keys may open again (a retry). */
export const OpenCaseRequest = v.strictObject({
  caseId: CaseIdField,
  authPk: SignPkField,
  signPk: SignPkField,
  kemPk: KemPkField,
  work: SolvedWorkField,
  proof: SignatureField,
})
export type OpenCaseRequest = v.InferOutput<typeof OpenCaseRequest>
export const TokenAnswer = v.strictObject({
  token: exactBytesField(32),
  expiresInSeconds: v.number(),
  caseId: CaseIdField,
})
export type TokenAnswer = v.InferOutput<typeof TokenAnswer>

export const LoginChallengeRequest = v.strictObject({ handle: HandleField })
export const LoginChallengeAnswer = v.strictObject({ challenge: exactBytesField(32) })
export const LoginRequest = v.strictObject({
  handle: HandleField,
  challenge: exactBytesField(32),
  signature: SignatureField,
})

const FacetsOfNeed = v.strictObject({ needId: NeedIdField, facets: RoutingFacetsField })
const oneToThree = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(v.array(schema), v.minLength(1), v.maxLength(DISCIPLINES.length))

/** Step 4a. `work` only when the case's own allowance (10 a day) is used. */
export const ProposalRequest = v.strictObject({
  needs: oneToThree(FacetsOfNeed),
  work: v.nullable(SolvedWorkField),
})
export type ProposalRequest = v.InferOutput<typeof ProposalRequest>
export const ProposedPickField = v.strictObject({ keyId: KeyIdField, reasons: v.array(v.string()) })
/** At most two keys per need, best first, each with reason codes of `explain` in domain. `bindingRule` names what nobody met. */
export const ProposalAnswer = v.strictObject({
  proposalId: ProposalIdField,
  expiresInSeconds: v.number(),
  needs: v.array(
    v.strictObject({
      needId: NeedIdField,
      picks: v.pipe(v.array(ProposedPickField), v.maxLength(2)),
      bindingRule: v.nullable(v.string()),
    }),
  ),
  coordinators: v.array(KeyIdField),
})
export type ProposalAnswer = v.InferOutput<typeof ProposalAnswer>

/** One need with its sealed preview, the preview key wrapped to each of `picks` (0-2, best first). */
export const SubmittedNeedField = v.strictObject({
  needId: NeedIdField,
  facets: RoutingFacetsField,
  picks: v.pipe(v.array(KeyIdField), v.maxLength(2)),
  preview: SealedPreviewBytes,
  previewWraps: v.array(PreviewWrapField),
})
/** Most files that a new case may bring along: one sealed message each. Later ones are sent as messages of their own. */
export const MAX_FILES_AT_ONCE = 100
// The story, and why each expert was chosen.
const FIRST_MESSAGES = 1 + DISCIPLINES.length

/** The whole case in one durable write. Repeating the same body is answered the same way. `proposalId` null: coordinators only. */
export const SubmitRequest = v.strictObject({
  caseId: CaseIdField,
  proposalId: v.nullable(ProposalIdField),
  entry: DsseField,
  wraps: v.array(CaseWrapField),
  needs: oneToThree(SubmittedNeedField),
  envelopes: v.pipe(v.array(EnvelopeField), v.minLength(1), v.maxLength(FIRST_MESSAGES + MAX_FILES_AT_ONCE)),
})
export type SubmitRequest = v.InferOutput<typeof SubmitRequest>
export const SubmitAnswer = v.strictObject({ caseId: CaseIdField, state: v.literal("submitted") })

export const ReporterCaseAnswer = CaseViewField
/** `work` only when the case's own allowance (200 a day, each 32 KiB begun of a message being one) is used. */
export const ReporterEnvelopeRequest = v.strictObject({
  envelope: EnvelopeField,
  work: v.optional(SolvedWorkField),
})
export const ReporterRosterRequest = RosterChangeField

/** Crypto-shred drafts: the key lives in the server's memory only, at most 24 hours. */
export const DraftKeyAnswer = v.strictObject({ draftId: exactBytesField(16), key: exactBytesField(32) })
export const DraftRequest = v.strictObject({ draftId: exactBytesField(16) })
export const DraftOpenAnswer = v.strictObject({ key: exactBytesField(32) })
