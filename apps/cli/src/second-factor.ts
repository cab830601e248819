import type { Alias } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import { Secret, TOTP } from "otpauth"

// RFC 4226 section 4: 160 bits are recommended.
const TOTP_SECRET_BYTES = 20

/** A new secret for six digits every half minute, in Base32 and as an authenticator app reads it. */
export function newSecondFactor(
  issuer: string,
  alias: Alias,
  random: Random,
): { readonly totpSecret: string; readonly totpUri: string } {
  const secret = new Secret({ buffer: new Uint8Array(random(TOTP_SECRET_BYTES)).buffer })
  return { totpSecret: secret.base32, totpUri: new TOTP({ issuer, label: alias, secret }).toString() }
}
