// The one door the server may use: it checks releases and revocations, and brings along nothing that reads a consent.
export { readEnvelope } from "./form.ts"
export { CONSENT_TYPES } from "./payload-types.ts"
export * from "./release-check.ts"
export { isWithin, type Release, readRelease } from "./release-form.ts"
export { isTakenBackBy, type Revocation, readRevocation } from "./revocation.ts"
