import { type KeyId, STAFF_ACTS, type StaffAct, type StaffRole } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { type DsseEnvelope, dssePayload } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import type { SignKeyPair } from "@shn/primitives/sign"
import * as v from "valibot"
import { Bytes32, inForm, KeyIdField, readSigned, SecondsField } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { asJson, type ConsentTerms } from "./statement.ts"

/** A member of staff puts their name to one hand-off: `{v, act, handOff, by, at}`. `by` is the keyId of the signer. */
export const ApprovalField = v.strictObject({
  v: v.literal(1),
  act: v.picklist(STAFF_ACTS),
  handOff: Bytes32,
  by: KeyIdField,
  at: SecondsField,
})
export type Approval = Readonly<v.InferOutput<typeof ApprovalField>>

/** What staff draft and approve, before the person is asked: who gets what, for what. */
export type HandOffTerms = Pick<
  ConsentTerms,
  "case" | "to" | "purpose" | "identity" | "fields" | "view" | "evidence"
>

/**
 * Names what staff drafted and approved. The consent that the person signs later has the same name or was changed in between.
 * The agency's name is left out: it is in the person's language, and the check of the consent looks at it.
 */
export function handOffDigest(terms: HandOffTerms): string {
  const { to, purpose, identity, fields, view, evidence } = terms
  const recipient = { id: to.id, inbox: to.inbox, key: to.key }
  const document = { v: 1, case: terms.case, to: recipient, purpose, identity, fields, view, evidence }
  return base64url(sha256(labelBytes(LABELS.handOff), canonicalBytes(asJson(document))))
}

/** Signs an act of staff. @param nowMs by their clock */
export function signApproval(
  input: { readonly act: StaffAct; readonly handOff: string; readonly by: KeyId; readonly nowMs: number },
  keys: SignKeyPair,
): DsseEnvelope {
  const { act, handOff, by, nowMs } = input
  return dsseSign(CONSENT_TYPES.approval, { v: 1, act, handOff, by, at: Math.floor(nowMs / 1000) }, keys)
}

/** Whose approval it says to be; null for another form. Only to compare it with whoever sent it: the signature is not checked. */
export function claimedSigner(envelope: DsseEnvelope): KeyId | null {
  return claimOf(envelope)?.by ?? null
}

/** A member of staff as the certified list names them. */
export type StaffSigner = {
  readonly memberId: string
  readonly roles: readonly StaffRole[]
  /** Ed25519, 32 bytes. */
  readonly signPk: Uint8Array
}

/** Finds the certified member of a key; undefined for a key that is not on the list, or no longer. */
export type FindStaff = (keyId: KeyId) => StaffSigner | undefined

/** An approval with the member who gave it. */
export type ReadApproval = { readonly approval: Approval; readonly signer: StaffSigner }

/** @returns null for another form, another signature, or a key that is not on the list */
export function readApproval(envelope: DsseEnvelope, findStaff: FindStaff): ReadApproval | null {
  const claimed = claimOf(envelope)
  const signer = claimed === null ? undefined : findStaff(claimed.by)
  if (signer === undefined) return null
  const signed = readSigned(envelope, CONSENT_TYPES.approval, ApprovalField, signer.signPk)
  return signed === null ? null : { approval: signed.statement, signer }
}

function claimOf(envelope: DsseEnvelope): Approval | null {
  const payload = dssePayload(envelope)
  return payload === null ? null : inForm(ApprovalField, payload.json)
}
