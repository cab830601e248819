import {
  DECLINE_REASONS,
  DISCIPLINES,
  GENDERS,
  ROSTER_POLICIES,
  SPOKEN_LANGUAGES,
  STAFF_ROLES,
} from "@shn/domain"
import * as v from "valibot"
import { AgencyInboxField } from "./agencies.ts"
import {
  AliasField,
  CaseIdField,
  DayField,
  KeyIdField,
  MemberIdField,
  NeedIdField,
  OfferIdField,
} from "./branded.ts"
import { exactBytesField, KemPkField, Sha256Field, SignPkField } from "./bytes.ts"

/**
 * Shapes of the signed statements (the payload inside a DSSE envelope). Shape only: whether a statement is
 * true is decided by `sealed` on a device, or by the server's own checks.
 */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const DeploymentIdField = exactBytesField(16)
/** SHA-256, or "" where there is nothing before. */
const OptionalHash = v.union([v.literal(""), Sha256Field])

/** Signed by the organisation root: who may sign the directory. */
export const RegistrarStatementField = v.strictObject({
  v: v.literal(1),
  deploymentId: DeploymentIdField,
  registrars: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
        name: v.string(),
        pk: SignPkField,
      }),
    ),
    v.minLength(1),
    v.maxLength(9),
  ),
  threshold: v.pipe(count, v.minValue(1)),
  issued: DayField,
})
export type RegistrarStatement = v.InferOutput<typeof RegistrarStatementField>

/** One certified member. `outside` marks a trustee who does not work at the helpline. */
export const DirectoryMemberField = v.strictObject({
  memberId: MemberIdField,
  alias: AliasField,
  roles: v.pipe(v.array(v.picklist(STAFF_ROLES)), v.minLength(1)),
  disciplines: v.array(v.picklist(DISCIPLINES)),
  gender: v.picklist(GENDERS),
  languages: v.array(v.picklist(SPOKEN_LANGUAGES)),
  signPk: SignPkField,
  kemPk: KemPkField,
  keyId: KeyIdField,
  keyEpoch: count,
  status: v.picklist(["active", "revoked"]),
  outside: v.boolean(),
})
export type DirectoryMember = v.InferOutput<typeof DirectoryMemberField>

/** Signed by registrars: everyone a client may wrap a key to. Valid at most 30 days. */
export const DirectoryStatementField = v.strictObject({
  v: v.literal(1),
  deploymentId: DeploymentIdField,
  version: v.pipe(count, v.minValue(1)),
  issued: DayField,
  expires: DayField,
  members: v.array(DirectoryMemberField),
  agencyInboxes: v.pipe(v.array(AgencyInboxField), v.maxLength(50)),
})
export type DirectoryStatement = v.InferOutput<typeof DirectoryStatementField>

export const ROSTER_ROLES = ["reporter", "expert", "coordinator", "trustee"] as const
export type RosterRole = (typeof ROSTER_ROLES)[number]

export const RosterMemberField = v.strictObject({
  keyId: KeyIdField,
  role: v.picklist(ROSTER_ROLES),
  discipline: v.union([v.literal(""), v.picklist(DISCIPLINES)]),
  need: v.union([v.literal(""), NeedIdField]),
  state: v.picklist(["proposed", "member"]),
})
export type RosterMember = v.InferOutput<typeof RosterMemberField>

/** Who may read a case from this entry on. Entry 0 is signed by the case key. PROTOCOL step 4b. */
export const RosterEntryField = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  seq: count,
  e: count,
  prevHash: OptionalHash,
  members: v.pipe(v.array(RosterMemberField), v.minLength(1), v.maxLength(32)),
  /** keyId -> SHA-256 of the key wrap of epoch `e` made with this entry. */
  wrapHashes: v.record(KeyIdField, Sha256Field),
  /** keyId -> SHA-256 of the preview-key wrap made with this entry. */
  previewHashes: v.record(KeyIdField, Sha256Field),
  /** SHA-256 of the epoch link, "" unless this entry starts a new epoch after 0. */
  link: OptionalHash,
  /** What the person asked for; only the person changes it. */
  needs: v.pipe(
    v.array(v.strictObject({ need: NeedIdField, discipline: v.picklist(DISCIPLINES) })),
    v.maxLength(32),
  ),
  /**
   * What the signer had seen of earlier epochs when this one began: how many messages, and the hashes of the newest
   * ones, from which every earlier one is reached by its parents. Empty in epoch 0.
   */
  closed: v.strictObject({ count, heads: v.pipe(v.array(Sha256Field), v.maxLength(1000)) }),
  recovery: v.literal(false),
  policy: v.picklist(ROSTER_POLICIES),
  day: DayField,
  directoryVersion: count,
})
export type RosterEntry = v.InferOutput<typeof RosterEntryField>

/** An expert's signed answer to an offer. */
export const OfferAnswerField = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  need: NeedIdField,
  offerId: OfferIdField,
  keyId: KeyIdField,
  rosterHash: Sha256Field,
  answer: v.picklist(["accept", "decline"]),
  reason: v.union([v.literal(""), v.picklist(DECLINE_REASONS)]),
  day: DayField,
})
export type OfferAnswer = v.InferOutput<typeof OfferAnswerField>
