import { concat, equalBytes, framed, uint32, utf8 } from "@shn/primitives/encode"
import { hmacSha256 } from "@shn/primitives/hash"
import type { Random } from "@shn/primitives/random"

/**
 * A challenge that carries its own end and the server's mark: nonce (12) ‖ end in seconds (4) ‖ mark (16). Asking
 * for one therefore writes nothing, so nobody can fill the disk by asking; only a used one is remembered.
 */
export function newChallenge(
  secret: Uint8Array,
  purpose: string,
  endsMs: number,
  random: Random,
): Uint8Array {
  const head = concat(random(12), uint32(Math.ceil(endsMs / 1000)))
  return concat(head, mark(secret, purpose, head))
}

/** @returns when it ends (ms), or null if it is not ours, was made for another purpose, or is over. */
export function challengeEnd(
  secret: Uint8Array,
  purpose: string,
  challenge: Uint8Array,
  nowMs: number,
): number | null {
  if (challenge.length !== 32) return null
  const head = challenge.subarray(0, 16)
  if (!equalBytes(challenge.subarray(16), mark(secret, purpose, head))) return null
  const endsMs = new DataView(challenge.buffer, challenge.byteOffset + 12, 4).getUint32(0) * 1000
  return endsMs > nowMs ? endsMs : null
}

function mark(secret: Uint8Array, purpose: string, head: Uint8Array): Uint8Array {
  return hmacSha256(secret, framed(utf8(purpose), head)).subarray(0, 16)
}
