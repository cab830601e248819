import { padmeLength } from "@shn/primitives/pad"

/** Nonce and tag around a padded text. */
const SEAL_BYTES = 12 + 16

/** Whether sealed bytes have a length that padding makes: any other would tell something about the text. */
export function isAllowedLength(sealed: Uint8Array): boolean {
  const padded = sealed.length - SEAL_BYTES
  return padded > 0 && padmeLength(padded) === padded
}
