/** The types of signed statements around a consent. The type is inside the signed bytes: none can pass as another. */
export const CONSENT_TYPES = {
  consent: "application/vnd.shn.consent.v1+json",
  revocation: "application/vnd.shn.revocation.v1+json",
  release: "application/vnd.shn.release.v1+json",
  truth: "application/vnd.shn.truth.v1+json",
  approval: "application/vnd.shn.approval.v1+json",
  agencyAnswer: "application/vnd.shn.agency-answer.v1+json",
} as const
export type ConsentType = (typeof CONSENT_TYPES)[keyof typeof CONSENT_TYPES]
