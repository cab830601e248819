import { hasUnseen } from "@shn/domain"
import * as v from "valibot"
import { AliasField, KeyIdField, MemberIdField } from "./branded.ts"
import { exactBytesField, KemPkField, SignPkField } from "./bytes.ts"

/**
 * What the signed directory says about the agencies that have an inbox here. Officers stand apart from the members of the
 * helpline: nothing that walks over members can propose one, put one on a roster or let one sign in at the desk.
 */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Short name of an agency, as the registry of agencies has it: "door-nccia". */
export const AgencyIdField = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/))

/** An `age` X25519 recipient: 32 bytes in Bech32. */
export const InboxRecipientField = v.pipe(v.string(), v.regex(/^age1[ac-hj-np-z02-9]{58}$/))

/** One officer. A revoked one stays listed, so that what they signed before can still be checked. */
export const OfficerField = v.strictObject({
  memberId: MemberIdField,
  alias: AliasField,
  signPk: SignPkField,
  kemPk: KemPkField,
  keyId: KeyIdField,
  keyEpoch: count,
  status: v.picklist(["active", "revoked"]),
})
export type Officer = v.InferOutput<typeof OfficerField>

// A consent refuses any other name: the person must not read something else than they sign.
const agencyName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(160),
  v.check((text) => text === text.trim() && !hasUnseen(text) && !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)),
)
/** What the agency is called in each language: the registrar signs the very name that a person reads before they sign. */
export const AgencyNamesField = v.strictObject({ en: agencyName, ur: agencyName, "ur-Latn": agencyName })
export type AgencyNames = v.InferOutput<typeof AgencyNamesField>

/** An agency's inbox: packages are sealed to `recipient`; `keyEpoch` counts its keys from 0. */
export const AgencyInboxField = v.strictObject({
  agencyId: AgencyIdField,
  names: AgencyNamesField,
  recipient: InboxRecipientField,
  keyEpoch: count,
  officers: v.pipe(v.array(OfficerField), v.minLength(1), v.maxLength(100)),
})
export type AgencyInbox = v.InferOutput<typeof AgencyInboxField>

/** HPKE-wrapped identity of an inbox: 1120 encapsulated + 74 characters "AGE-SECRET-KEY-1..." + 16 tag. */
export const InboxWrapField = v.strictObject({
  agencyId: AgencyIdField,
  recipient: InboxRecipientField,
  keyId: KeyIdField,
  wrap: exactBytesField(1210),
})
export type InboxWrap = v.InferOutput<typeof InboxWrapField>
