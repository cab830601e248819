/**
 * What agencies' forms ask, as one closed list of keys. The content files name these keys in the form's own order; drafts,
 * consents and packages use the same ones.
 */

/** Who the person is. Kept in a sealed part of its own, and released to one agency for one purpose. */
export const IDENTITY_FIELDS = [
  "full_name",
  "father_name",
  "cnic",
  "birth_date",
  "gender",
  "mobile",
  "email",
  "city",
  "address",
  "occupation",
  "designation",
  "department",
  "office_address",
] as const
export type IdentityField = (typeof IDENTITY_FIELDS)[number]

/** Written by the drafter for this form. */
export const ANSWER_FIELDS = [
  "category",
  "links",
  "earlier_reports",
  "witnesses",
  "relief",
  "declaration",
  "certificate_adjustment",
  "certificate_retaliation",
  "certificate_not_pending",
  "cnic_copy",
  "appointment_letter",
] as const
export type AnswerField = (typeof ANSWER_FIELDS)[number]

/** Made from the parts of the draft, never typed a second time. */
export const BUILT_FIELDS = [
  "details",
  "incident",
  "evidence",
  "respondent",
  "respondent_name",
  "respondent_designation",
  "respondent_address",
  "respondent_phone",
] as const
export type BuiltField = (typeof BUILT_FIELDS)[number]

export type ComplaintField = IdentityField | AnswerField | BuiltField

/** Every key a form in content/ may name. */
export const COMPLAINT_FIELDS: readonly ComplaintField[] = [
  ...IDENTITY_FIELDS,
  ...ANSWER_FIELDS,
  ...BUILT_FIELDS,
]

export function isComplaintField(word: string): word is ComplaintField {
  return COMPLAINT_FIELDS.some((field) => field === word)
}

export function isIdentityField(field: string): field is IdentityField {
  return IDENTITY_FIELDS.some((each) => each === field)
}

export function isAnswerField(field: string): field is AnswerField {
  return ANSWER_FIELDS.some((each) => each === field)
}

/** In front of the codes of fields that say who the person is: an anonymous consent can hold none of them. */
export const IDENTITY_CODE_PREFIX = "me."

/** How a consent and a package name a field: "me.cnic" says who the person is, "details" does not. */
export function releaseCode(field: ComplaintField): string {
  return isIdentityField(field) ? `${IDENTITY_CODE_PREFIX}${field}` : field
}

/** Matters that an agency of the registry may be competent for. */
export const COMPLAINT_MATTERS = [
  "cybercrime",
  "child_material",
  "content_removal",
  "workplace",
  "education",
  "public_space",
  "family",
  "offline_threat",
  "missing_child",
  "refused_by_agency",
  "other_federal_crime",
  "bad_government_service",
  "advice",
] as const
export type ComplaintMatter = (typeof COMPLAINT_MATTERS)[number]

export function isComplaintMatter(word: string): word is ComplaintMatter {
  return COMPLAINT_MATTERS.some((matter) => matter === word)
}
