import * as v from "valibot"
import { bytesField, SignatureField } from "./bytes.ts"

export const PAYLOAD_TYPES = {
  registrars: "application/vnd.shn.registrars.v1+json",
  directory: "application/vnd.shn.directory.v1+json",
  roster: "application/vnd.shn.roster.v1+json",
  offerAnswer: "application/vnd.shn.offer-answer.v1+json",
} as const
export type PayloadType = (typeof PAYLOAD_TYPES)[keyof typeof PAYLOAD_TYPES]

/** A DSSE envelope with exactly one signature. `payload` is base64url of RFC 8785 JSON. CONSENT-AND-EVIDENCE: encoding choice. */
export const DsseField = v.strictObject({
  payloadType: v.picklist(Object.values(PAYLOAD_TYPES)),
  payload: bytesField(1_000_000),
  signatures: v.strictTuple([v.strictObject({ sig: SignatureField })]),
})
export type Dsse = v.InferOutput<typeof DsseField>
