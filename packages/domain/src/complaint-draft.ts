import type { AnswerField, IdentityField } from "./complaint-fields.ts"

/**
 * A complaint while it is written. Everything is as typed; `checkComplaint` says what is still wrong. What the person saw,
 * heard or received stands apart from what they only believe, here and in the text that leaves.
 */
export type ComplaintDraft = {
  readonly formId: string
  /** One fact an entry, in order of time. */
  readonly facts: readonly string[]
  readonly beliefs: readonly string[]
  readonly incidents: readonly Incident[]
  readonly respondent: Respondent
  readonly against: WhatSpeaksAgainst
  readonly evidence: readonly ChosenEvidence[]
  readonly answers: Readonly<Partial<Record<AnswerField, string>>>
}

/** Who the person is, for this one agency. Never inside the draft: it is sealed apart and released apart. */
export type IdentityPart = Readonly<Partial<Record<IdentityField, string>>>

export type Incident = {
  /** A day as typed, "2026-11-03". */
  readonly from: string
  /** "" when it was one day. */
  readonly until: string
  /** True: the person is not sure of the day, and the text says "about". */
  readonly isAbout: boolean
  /** Place or platform, as the person calls it. */
  readonly place: string
}

/** The person the complaint is about. Alleged; nothing here has been found to be true. "" where it is not known. */
export type Respondent = {
  readonly name: string
  readonly relation: string
  readonly designation: string
  readonly address: string
  /** Numbers, handles, profile addresses and ids, bank or wallet accounts: one an entry. */
  readonly phones: readonly string[]
  readonly accounts: readonly string[]
}

/** Fairness: somebody has to have asked. "none-known" is an answer, "not-asked" is not. */
export type WhatSpeaksAgainst =
  | { readonly state: "not-asked" }
  | { readonly state: "none-known" }
  | { readonly state: "said"; readonly text: string }

/** A file of the case that is to go along. */
export type ChosenEvidence = {
  readonly id: string
  /** SHA-256 of the file's bytes, base64url. */
  readonly sha256: string
  readonly label: string
}

export function emptyComplaint(formId: string): ComplaintDraft {
  return {
    formId,
    facts: [],
    beliefs: [],
    incidents: [],
    respondent: { name: "", relation: "", designation: "", address: "", phones: [], accounts: [] },
    against: { state: "not-asked" },
    evidence: [],
    answers: {},
  }
}
