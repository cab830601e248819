import { type CaseId, type Day, dayOf } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import * as v from "valibot"
import { Bytes32, CaseIdField, DayField, readSigned, SeqField } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"

/**
 * Taking a consent back: `{v, caseId, consent, seq, day}`. `consent` is a digest or "all"; `seq` is the number of that consent, or
 * for "all" of the newest one, so that a consent given afterwards stands. A day and no time: the server keeps it.
 */
export const RevocationField = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  consent: v.union([Bytes32, v.literal("all")]),
  seq: SeqField,
  day: DayField,
})
export type Revocation = Readonly<v.InferOutput<typeof RevocationField>>

/** What taking back a consent says. @param nowMs by the person's clock */
export function revocationOf(input: {
  readonly caseId: CaseId
  /** Digest of one consent, or "all" given up to now. */
  readonly consent: string
  readonly seq: number
  readonly nowMs: number
}): Revocation {
  const day: Day = dayOf(input.nowMs)
  return { v: 1, caseId: input.caseId, consent: input.consent, seq: input.seq, day }
}

/** A revocation signed by the case key. @param casePk 32 bytes @returns null for anything else, such as another case's */
export function readRevocation(envelope: DsseEnvelope, casePk: Uint8Array): Revocation | null {
  return readSigned(envelope, CONSENT_TYPES.revocation, RevocationField, casePk)?.statement ?? null
}

/** Whether this revocation takes that consent back. @param digest of the consent, as in its release */
export function isTakenBackBy(revocation: Revocation, digest: string, seq: number): boolean {
  return revocation.consent === "all" ? seq <= revocation.seq : revocation.consent === digest
}
