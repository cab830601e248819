import { DISCIPLINES } from "@shn/domain"
import * as v from "valibot"
import { CaseIdField, DayField, KeyIdField, NeedIdField } from "./branded.ts"
import { KemPkField, SignPkField } from "./bytes.ts"
import { DsseField } from "./dsse.ts"
import { CaseWrapField, LinkField, StoredEnvelopeField } from "./envelope.ts"

export const NEED_STATES = ["offered", "accepted", "held"] as const
export type NeedState = (typeof NEED_STATES)[number]

/** A need as people on the case see it. `holder` is the expert who accepted, "" before. */
export const NeedViewField = v.strictObject({
  needId: NeedIdField,
  discipline: v.picklist(DISCIPLINES),
  state: v.picklist(NEED_STATES),
  holder: v.union([v.literal(""), KeyIdField]),
})
export type NeedView = v.InferOutput<typeof NeedViewField>

export const ACCESS_ACTS = ["read", "preview"] as const
/** One line of the case's access log: which staff key did what, on which day. */
export const AccessLineField = v.strictObject({
  keyId: KeyIdField,
  act: v.picklist(ACCESS_ACTS),
  day: DayField,
})
export type AccessLine = v.InferOutput<typeof AccessLineField>

/** Everything the server hands out about one case, to the reporter or to staff on its roster: sealed parts and signed statements. */
export const CaseViewField = v.strictObject({
  caseId: CaseIdField,
  state: v.picklist(["opened", "submitted"]),
  signPk: SignPkField,
  kemPk: KemPkField,
  roster: v.array(DsseField),
  answers: v.array(DsseField),
  wraps: v.array(CaseWrapField),
  links: v.array(LinkField),
  envelopes: v.array(StoredEnvelopeField),
  needs: v.array(NeedViewField),
  access: v.array(AccessLineField),
})
export type CaseView = v.InferOutput<typeof CaseViewField>

/** Body that adds a signed roster entry with the keys it names. `link` only when a new epoch begins. */
export const RosterChangeField = v.strictObject({
  caseId: CaseIdField,
  entry: DsseField,
  wraps: v.array(CaseWrapField),
  link: v.nullable(LinkField),
})
export type RosterChange = v.InferOutput<typeof RosterChangeField>
