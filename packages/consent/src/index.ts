export * from "./answer.ts"
export * from "./answer-chain.ts"
export { type AgencyAnswer, type AgencyStatement, answerDigest } from "./answer-form.ts"
export * from "./approval.ts"
export * from "./build.ts"
export * from "./check.ts"
export * from "./clock.ts"
export { readEnvelope } from "./form.ts"
export * from "./hand-off.ts"
export * from "./payload-types.ts"
export * from "./release-check.ts"
export { isWithin, type Release, readRelease } from "./release-form.ts"
export * from "./render.ts"
export { isTakenBackBy, type Revocation, readRevocation, revocationOf } from "./revocation.ts"
export { readSealedAnswers } from "./sealed-answers.ts"
export * from "./sign.ts"
export {
  type Consent,
  type ConsentedFile,
  type ConsentTerms,
  consentDigest,
  inboxKeyDigest,
  localeOf,
  readConsent,
  TEMPLATES,
  type Template,
  type View,
  viewDigest,
} from "./statement.ts"
export * from "./terms.ts"
export * from "./truth.ts"
