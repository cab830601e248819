import type { Day } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { dssePayload } from "@shn/primitives/dsse-verify"
import * as v from "valibot"
import {
  Bytes32,
  bytesOf,
  CaseIdField,
  DayField,
  inForm,
  SeqField,
  SlugField,
  UsesField,
  UuidField,
} from "./form.ts"

/** PROTOCOL step 7: all that the server reads of a hand-off. Days, an agency and a digest; no purpose, no field, no file. */
export const ReleaseField = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  releaseId: UuidField,
  agencyId: SlugField,
  /** SHA-256 of the inbox's age recipient string. */
  agencyKey: Bytes32,
  /** Digest of the consent; the salt inside the consent makes it one that cannot be guessed. */
  consentDigest: Bytes32,
  nbfDay: DayField,
  /** The last day on which it may be used. */
  expDay: DayField,
  uses: UsesField,
  seq: SeqField,
  /**
   * X-Wing public key of the consent, made for it alone: an officer who comes back after a taking back has no package any more, and
   * still has to answer what they do about it.
   */
  reply: bytesOf(1216),
})
export type Release = Readonly<v.InferOutput<typeof ReleaseField>>

/** Reads a release without asking who signed it: only to find the case whose key to ask. @returns null for any other form */
export function readRelease(envelope: DsseEnvelope): Release | null {
  const payload = dssePayload(envelope)
  return payload === null ? null : inForm(ReleaseField, payload.json)
}

/** Whether the day lies in the release, both ends included. */
export function isWithin(release: Release, day: Day): boolean {
  return release.nbfDay <= day && day <= release.expDay
}
