import { DISCIPLINES, LANES, STAFF_ROLES } from "@shn/domain"
import * as v from "valibot"
import {
  AliasField,
  CaseIdField,
  DayField,
  KeyIdField,
  MemberIdField,
  NeedIdField,
  OfferIdField,
} from "./branded.ts"
import { bytesField, exactBytesField, KemPkField, SignPkField } from "./bytes.ts"
import { NeedViewField, RosterChangeField } from "./case-view.ts"
import { DsseField } from "./dsse.ts"
import { EnvelopeField, PreviewWrapField, SealedPreviewBytes } from "./envelope.ts"
import { RoutingFacetsField } from "./facets.ts"

/** Requests and answers of the desk's origin. Session by cookie; every request also proves its origin. */

export const KdfField = v.strictObject({
  memoryKiB: v.number(),
  iterations: v.number(),
  parallelism: v.number(),
})
export type Kdf = v.InferOutput<typeof KdfField>
export const SignInStartRequest = v.strictObject({ alias: AliasField })
/** An unknown name gets an answer of the same shape, the same one each time. */
export const SignInStartAnswer = v.strictObject({ salt: exactBytesField(16), kdf: KdfField })
export const SignInRequest = v.strictObject({
  alias: AliasField,
  loginKey: exactBytesField(32),
  totp: v.pipe(v.string(), v.regex(/^\d{6}$/)),
})
/** Sealed with the passphrase's wrap key; released only after the second factor. */
export const SignInAnswer = v.strictObject({
  memberId: MemberIdField,
  alias: AliasField,
  keyId: KeyIdField,
  roles: v.array(v.picklist(STAFF_ROLES)),
  sealedSmk: bytesField(256),
  sealedSeeds: bytesField(512),
})
export type SignInAnswer = v.InferOutput<typeof SignInAnswer>

/** `deadline` is ISO, rounded up. `facets` are there while the need is unaccepted. */
export const OfferViewField = v.strictObject({
  offerId: OfferIdField,
  caseId: CaseIdField,
  needId: NeedIdField,
  facets: RoutingFacetsField,
  deadline: v.string(),
  signPk: SignPkField,
  kemPk: KemPkField,
  roster: v.array(DsseField),
  answers: v.array(DsseField),
  preview: SealedPreviewBytes,
  previewWrap: PreviewWrapField,
})
export type OfferView = v.InferOutput<typeof OfferViewField>
export const OffersAnswer = v.strictObject({ offers: v.array(OfferViewField), serverTime: v.string() })

export const OfferAnswerRequest = v.strictObject({ offerId: OfferIdField, answer: DsseField })
export const OfferAnswerAnswer = v.strictObject({ state: v.picklist(["accepted", "declined"]) })

/** One line of "my cases". `since` is the day I came on; `lastDay` the day of the newest sealed message; `lastAuthor` its key. */
export const MyCaseField = v.strictObject({
  caseId: CaseIdField,
  role: v.picklist(["expert", "coordinator", "trustee"]),
  needs: v.array(NeedViewField),
  since: DayField,
  lastDay: DayField,
  lastAuthor: KeyIdField,
  messages: v.number(),
})
export type MyCase = v.InferOutput<typeof MyCaseField>
export const MyCasesAnswer = v.strictObject({ cases: v.array(MyCaseField) })

export const CaseReadRequest = v.strictObject({ caseId: CaseIdField })
export const DeskEnvelopeRequest = v.strictObject({ envelope: EnvelopeField })
export const DeskRosterRequest = RosterChangeField

/** A need that nobody owns, as coordinators see it. `waitingDays` counts from submission. */
export const UnownedNeedField = v.strictObject({
  caseId: CaseIdField,
  needId: NeedIdField,
  discipline: v.picklist(DISCIPLINES),
  lane: v.picklist(LANES),
  state: v.picklist(["offered", "held"]),
  /** Null when an expert had the need and left: what the router was told was deleted when they accepted. */
  facets: v.nullable(RoutingFacetsField),
  bindingRule: v.nullable(v.string()),
  waitingDays: v.number(),
  offers: v.array(
    v.strictObject({
      keyId: KeyIdField,
      state: v.string(),
      deadline: v.nullable(v.string()),
      reason: v.string(),
    }),
  ),
})
export type UnownedNeed = v.InferOutput<typeof UnownedNeedField>
export const UnownedAnswer = v.strictObject({ needs: v.array(UnownedNeedField), serverTime: v.string() })

/** `facets` only when the need has none any more. */
export const CandidatesRequest = v.strictObject({
  needId: NeedIdField,
  facets: v.optional(RoutingFacetsField),
})
/** Everyone of the discipline's pool: who fits with what score, who does not and by which rules. */
export const CandidatesAnswer = v.strictObject({
  policyVersion: v.string(),
  candidates: v.array(
    v.strictObject({
      keyId: KeyIdField,
      score: v.nullable(v.number()),
      reasons: v.array(v.string()),
      failedRules: v.array(v.string()),
      load: v.number(),
      cap: v.number(),
    }),
  ),
})

/** The stored decision of the router, its inputs sealed to coordinators. `sealed` is this coordinator's copy, null if none was made. */
export const DecisionRequest = v.strictObject({ needId: NeedIdField })
export const DecisionAnswer = v.strictObject({
  policyVersion: v.string(),
  inputHash: exactBytesField(32),
  winner: v.nullable(KeyIdField),
  sealed: v.nullable(bytesField(262_144)),
})

/** A coordinator offers a need by hand: a roster entry that adds one proposed expert, its wraps, and the reason (sealed in `envelope`). */
export const HandOfferRequest = v.strictObject({
  needId: NeedIdField,
  keyId: KeyIdField,
  change: RosterChangeField,
  previewWrap: PreviewWrapField,
  envelope: EnvelopeField,
  /** Only when the need has none any more. */
  facets: v.optional(RoutingFacetsField),
})
export const HandOfferAnswer = v.strictObject({ offerId: OfferIdField })

/** Demo helpline only: made-up staff who may be signed in with one click. */
export const DemoSignInsAnswer = v.strictObject({
  signIns: v.array(
    v.strictObject({ alias: AliasField, role: v.string(), passphrase: v.string(), totpSecret: v.string() }),
  ),
})
