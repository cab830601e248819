import {
  ACT_FAMILIES,
  CHANNELS,
  CLEARANCES,
  DISCIPLINES,
  GENDERS,
  LANGUAGE_LEVELS,
  PROVINCES,
  SPOKEN_LANGUAGES,
  STAFF_ROLES,
} from "@shn/domain"
import * as v from "valibot"
import { InboxWrapField } from "./agencies.ts"
import { AliasField, DayField, KeyIdField, MemberIdField } from "./branded.ts"
import { bytesField, exactBytesField, SignPkField } from "./bytes.ts"
import { KdfField } from "./desk-api.ts"
import { DsseField } from "./dsse.ts"
import { DeploymentIdField } from "./statements.ts"

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What is compiled into every build of one helpline: it pins the root that every staff key hangs on. */
export const DeploymentField = v.strictObject({
  deploymentId: DeploymentIdField,
  orgRootPk: SignPkField,
  name: v.strictObject({ en: v.string(), ur: v.string(), "ur-Latn": v.string() }),
  demo: v.boolean(),
})
export type Deployment = v.InferOutput<typeof DeploymentField>

/** organisation.json: public. Made by the command line tool, read by the builds and by the server. */
export const OrganisationFileField = v.strictObject({
  v: v.literal(1),
  deployment: DeploymentField,
  /** Minutes ahead of UTC in which duty hours are meant; Pakistan +300, no summer time. */
  offsetMinutes: v.pipe(v.number(), v.safeInteger(), v.minValue(-720), v.maxValue(840)),
  registrars: DsseField,
  directory: v.pipe(v.array(DsseField), v.minLength(1)),
})
export type OrganisationFile = v.InferOutput<typeof OrganisationFileField>

export const ProfileField = v.strictObject({
  keyId: KeyIdField,
  gender: v.picklist(GENDERS),
  credentials: v.array(
    v.strictObject({
      discipline: v.picklist(DISCIPLINES),
      validUntil: DayField,
      provinces: v.array(v.picklist(PROVINCES)),
    }),
  ),
  languages: v.array(
    v.strictObject({ code: v.picklist(SPOKEN_LANGUAGES), level: v.picklist(LANGUAGE_LEVELS) }),
  ),
  clearances: v.array(v.picklist(CLEARANCES)),
  channels: v.array(v.picklist(CHANNELS)),
  cap: whole,
  duty: v.array(
    v.strictObject({
      weekday: v.pipe(whole, v.maxValue(6)),
      fromMinute: v.pipe(whole, v.maxValue(1440)),
      toMinute: v.pipe(whole, v.maxValue(1440)),
    }),
  ),
  leave: v.array(v.strictObject({ from: DayField, to: DayField })),
  skills: v.record(v.picklist(ACT_FAMILIES), v.picklist([0, 1, 2, 3])),
  experience: v.record(v.picklist(ACT_FAMILIES), whole),
  reach: v.array(v.picklist(PROVINCES)),
  reliability: v.pipe(whole, v.maxValue(100)),
})

/** staff.json: for the server alone. Login hashes, second-factor secrets, keys sealed by each member's own passphrase. */
export const StaffRecordField = v.strictObject({
  memberId: MemberIdField,
  alias: AliasField,
  keyId: KeyIdField,
  roles: v.array(v.picklist(STAFF_ROLES)),
  salt: exactBytesField(16),
  kdf: KdfField,
  /** SHA-256 of the login key. */
  loginKeyHash: exactBytesField(32),
  /** Base32, RFC 4648. */
  totpSecret: v.pipe(v.string(), v.regex(/^[A-Z2-7]{16,64}$/)),
  sealedSmk: bytesField(256),
  sealedSeeds: bytesField(512),
  profile: ProfileField,
})
export type StaffRecord = v.InferOutput<typeof StaffRecordField>
/** An agency's officer: what a member's record holds, without a part in the work of the helpline. */
export const OfficerRecordField = v.omit(StaffRecordField, ["roles", "profile"])
export type OfficerRecord = v.InferOutput<typeof OfficerRecordField>
/** `officers` and `inboxWraps` only where an agency has an inbox here: its key, sealed to each officer. */
export const StaffFileField = v.strictObject({
  v: v.literal(1),
  deploymentId: DeploymentIdField,
  members: v.array(StaffRecordField),
  officers: v.optional(v.array(OfficerRecordField)),
  inboxWraps: v.optional(v.array(InboxWrapField)),
})
export type StaffFile = v.InferOutput<typeof StaffFileField>
