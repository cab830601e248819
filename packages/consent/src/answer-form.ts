import {
  CANNOT_STOP_REASONS,
  CLOSED_REASONS,
  RELEASE_CODES,
  WRONG_FORM_REASONS,
  WRONG_FORUM_REASONS,
} from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import * as v from "valibot"
import {
  Bytes32,
  DayField,
  KeyIdField,
  line,
  SecondsField,
  SeqField,
  SlugField,
  sortedCodes,
  typedProse,
  UuidField,
} from "./form.ts"
import { asJson } from "./statement.ts"

/** A number in the agency's own books, as the officer writes it. */
const Reference = line(80)
/** What the officer adds in their own words; "" for nothing. */
const Note = v.union([v.literal(""), typedProse(2000)])

/** What an agency says, each kind with what belongs to it. There is no other kind. */
export const AnswerField = v.variant("kind", [
  v.strictObject({ kind: v.literal("received"), diary: Reference, note: Note }),
  v.strictObject({ kind: v.literal("wrong_form"), reason: v.picklist(WRONG_FORM_REASONS), note: Note }),
  v.strictObject({
    kind: v.literal("wrong_forum"),
    reason: v.picklist(WRONG_FORUM_REASONS),
    /** Who should get it instead, as the officer names them; "" when they do not know. */
    instead: v.union([v.literal(""), line(160)]),
    note: Note,
  }),
  v.strictObject({
    kind: v.literal("ask_more"),
    /** Fields of the form that are wanted; the words say what else. */
    fields: sortedCodes(RELEASE_CODES, 0),
    question: typedProse(2000),
  }),
  v.strictObject({ kind: v.literal("verification"), note: Note }),
  v.strictObject({ kind: v.literal("enquiry"), number: Reference, note: Note }),
  v.strictObject({
    kind: v.literal("fir"),
    number: Reference,
    /** Law and section, one an entry, as in the FIR. */
    sections: v.pipe(v.array(line(80)), v.minLength(1), v.maxLength(30)),
    note: Note,
  }),
  v.strictObject({
    kind: v.literal("court"),
    court: line(160),
    number: v.union([v.literal(""), Reference]),
    /** Next hearing; null when none is fixed. */
    hearing: v.nullable(DayField),
    note: Note,
  }),
  v.strictObject({ kind: v.literal("closed"), reason: v.picklist(CLOSED_REASONS), note: Note }),
  v.strictObject({ kind: v.literal("stopped"), note: Note }),
  v.strictObject({ kind: v.literal("cannot_stop"), reason: v.picklist(CANNOT_STOP_REASONS), note: Note }),
])
export type AgencyAnswer = Readonly<v.InferOutput<typeof AnswerField>>

/**
 * PROTOCOL step 7: an answer of an agency, bound to one release and in a chain, so that none can be dropped from the middle, put in
 * another order or taken from another case unseen. Signed by an officer's own key.
 */
export const AgencyStatementField = v.strictObject({
  v: v.literal(1),
  agency: SlugField,
  releaseId: UuidField,
  /** Digest of the consent that the package came with. */
  consent: Bytes32,
  /** Counts the agency's answers to this release from 1. */
  seq: SeqField,
  /** Digest of the answer before; null for the first. */
  prev: v.nullable(Bytes32),
  /** keyId of the officer. */
  by: KeyIdField,
  at: SecondsField,
  answer: AnswerField,
})
export type AgencyStatement = Readonly<v.InferOutput<typeof AgencyStatementField>>

/** Names one answer in the chain: 32 bytes over what was signed, base64url. */
export function answerDigest(statement: AgencyStatement): string {
  return base64url(sha256(labelBytes(LABELS.agencyAnswer), canonicalBytes(asJson(statement))))
}
