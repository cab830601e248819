import type { BlockableAct, LimitCode } from "./boundaries.ts"
import { COMPLAINT_FIELDS, IDENTITY_CODE_PREFIX, releaseCode } from "./complaint-fields.ts"

/** What something that leaves the case may be used for. A reader that meets another code refuses the consent. */
export const CONSENT_PURPOSES = [
  "advice",
  "content_removal",
  "family_mediation",
  "institution_inquiry",
  "investigation",
  "ombudsperson_complaint",
  "press",
  "prosecution",
  "protection_order",
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/**
 * What each purpose makes the helpline do, so that a boundary can stop it. PRODUCT words on the switches decide: "no court"
 * covers the court that orders protection, and an ombudsperson always writes to the institution.
 */
export const PURPOSE_ACTS: Readonly<Record<ConsentPurpose, readonly BlockableAct[]>> = {
  advice: [],
  content_removal: [],
  family_mediation: ["family_recipient"],
  institution_inquiry: ["institution_recipient"],
  investigation: ["investigation_complaint"],
  ombudsperson_complaint: ["institution_recipient"],
  press: ["public_or_press"],
  prosecution: ["prosecution"],
  protection_order: ["prosecution"],
}

/** Purposes that a limit in the same consent would contradict: nobody can be allowed and forbidden one thing. */
export const LIMIT_EXCLUDES: Readonly<Record<LimitCode, readonly ConsentPurpose[]>> = {
  "ask-before-prosecution": ["prosecution"],
  "female-officer": [],
  "no-employer": [],
  "no-family": ["family_mediation"],
  "no-identity": [],
  "no-media": ["press"],
  "no-onward": [],
  "no-school": [],
  "platform-only": CONSENT_PURPOSES.filter((purpose) => purpose !== "content_removal"),
}

/** Codes of everything that can be named in a consent, sorted as signed lists are: by UTF-16 code unit. */
export const RELEASE_CODES: readonly string[] = COMPLAINT_FIELDS.map(releaseCode).sort()

/** Copies of papers that carry the name: as telling as the name, though they are no field about the person. */
const NAMED_PAPERS: readonly string[] = ["appointment_letter", "cnic_copy"]

/** Whether a released field says who the person is: "me.cnic", and the copies of papers that carry the name. */
export function isIdentifyingCode(code: string): boolean {
  return code.startsWith(IDENTITY_CODE_PREFIX) || NAMED_PAPERS.includes(code)
}

/** What an agency may say about a package it was given. */
export const AGENCY_ANSWER_KINDS = [
  "received",
  "wrong_form",
  "wrong_forum",
  "ask_more",
  "verification",
  "enquiry",
  "fir",
  "court",
  "closed",
  "stopped",
  "cannot_stop",
] as const
export type AgencyAnswerKind = (typeof AGENCY_ANSWER_KINDS)[number]

export const WRONG_FORM_REASONS = ["field_missing", "unreadable", "signature_needed", "other_form"] as const
export type WrongFormReason = (typeof WRONG_FORM_REASONS)[number]

export const WRONG_FORUM_REASONS = [
  "other_place",
  "other_matter",
  "other_agency",
  "pending_elsewhere",
] as const
export type WrongForumReason = (typeof WRONG_FORUM_REASONS)[number]

export const CLOSED_REASONS = [
  "settled",
  "withdrawn",
  "not_enough_proof",
  "no_offence",
  "respondent_not_found",
  "decided",
] as const
export type ClosedReason = (typeof CLOSED_REASONS)[number]

/** Why an agency goes on although the person has taken the consent back. */
export const CANNOT_STOP_REASONS = [
  "fir_registered",
  "court_seized",
  "law_requires",
  "child_at_risk",
] as const
export type CannotStopReason = (typeof CANNOT_STOP_REASONS)[number]

/**
 * What a member of staff puts their name to before something leaves. "drafted" and "approved" are never the same person.
 * "code_word_checked" and "child_protection" are further looks that some hand-offs need.
 */
export const STAFF_ACTS = ["approved", "child_protection", "code_word_checked", "drafted"] as const
export type StaffAct = (typeof STAFF_ACTS)[number]
