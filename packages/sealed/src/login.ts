import { base64url } from "@shn/primitives/encode"
import { loginBytes, openingBytes } from "@shn/primitives/labels"
import { sign } from "@shn/primitives/sign"
import { idBytes, mustDecode } from "./identifiers.ts"
import type { ReporterKeys } from "./reporter-keys.ts"

/**
 * Step 1: the signature that answers a login challenge.
 * @param origin of this page, e.g. "https://help.example.org": never taken from the server's answer
 * @param challenge base64url of 32 bytes
 * @returns base64url of 64 bytes
 */
export function loginAnswer(keys: ReporterKeys, origin: string, challenge: string): string {
  return base64url(sign(loginBytes(origin, idBytes(keys.handle), mustDecode(challenge)), keys.auth))
}

/**
 * Step 1: the proof that goes with a solved puzzle and opens an empty sealed case.
 * @param challenge of the puzzle, base64url of 32 bytes
 * @returns base64url of 64 bytes
 */
export function openingProof(keys: ReporterKeys, origin: string, challenge: string): string {
  return base64url(sign(openingBytes(origin, idBytes(keys.caseId), mustDecode(challenge)), keys.auth))
}

/** The public halves that the server is told when a case is opened. */
export function publicKeysOf(keys: ReporterKeys): {
  readonly authPk: string
  readonly signPk: string
  readonly kemPk: string
} {
  return {
    authPk: base64url(keys.auth.publicKey),
    signPk: base64url(keys.sign.publicKey),
    kemPk: base64url(keys.kem.publicKey),
  }
}
