import { type CaseId, dayOf } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import type { SignKeyPair } from "@shn/primitives/sign"
import { CONSENT_TYPES } from "./payload-types.ts"
import type { Release } from "./release-form.ts"
import type { Revocation } from "./revocation.ts"
import { asJson, type Consent, consentDigest } from "./statement.ts"

/** The little of a consent that the server is told. Signed right after the consent, by the same hand. */
export function releaseOf(consent: Consent, caseId: CaseId, random: Random): Release {
  return {
    v: 1,
    caseId,
    releaseId: randomUuidV4(random),
    agencyId: consent.to.id,
    agencyKey: consent.to.key,
    consentDigest: consentDigest(consent),
    nbfDay: dayOf(consent.nbf * 1000),
    expDay: dayOf((consent.exp - 1) * 1000),
    uses: consent.uses,
    seq: consent.seq,
    reply: consent.reply,
  }
}

/** Whether a release says exactly what the consent allows: agency, keys, days, uses and number. */
export function isReleaseOf(release: Release, consent: Consent): boolean {
  return (
    release.consentDigest === consentDigest(consent) &&
    release.agencyId === consent.to.id &&
    release.agencyKey === consent.to.key &&
    release.nbfDay === dayOf(consent.nbf * 1000) &&
    release.expDay === dayOf((consent.exp - 1) * 1000) &&
    release.uses === consent.uses &&
    release.seq === consent.seq &&
    release.reply === consent.reply
  )
}

/** Signs a release with the case key. */
export function signRelease(release: Release, caseKeys: SignKeyPair): DsseEnvelope {
  return dsseSign(CONSENT_TYPES.release, release, caseKeys)
}

/** Signs a revocation with the case key. */
export function signRevocation(revocation: Revocation, caseKeys: SignKeyPair): DsseEnvelope {
  return dsseSign(CONSENT_TYPES.revocation, asJson(revocation), caseKeys)
}
