/** A source of unpredictable bytes: `length` in, a fresh array of that length out. Always a parameter, never ambient. */
export type Random = (length: number) => Uint8Array

// The platform refuses to fill more than this in one call (Web Cryptography API, getRandomValues).
const MAX_FILL_BYTES = 65_536

/** The platform's generator. This is the only file of the project that touches it. */
export const systemRandom: Random = (length) => {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += MAX_FILL_BYTES) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + MAX_FILL_BYTES, length)))
  }
  return bytes
}

/** @returns a random UUID, version 4 (RFC 9562), lower case, 36 characters. Carries no time and no machine. */
export function randomUuidV4(random: Random): string {
  const hex = Array.from(random(16), (byte, at) => {
    if (at === 6) return (byte & 0x0f) | 0x40
    return at === 8 ? (byte & 0x3f) | 0x80 : byte
  })
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}

/**
 * A whole number, every value equally likely.
 * @param below exclusive upper end, 1 to 2^31
 */
export function randomBelow(random: Random, below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > 2 ** 31) throw new RangeError("randomBelow: bad range")
  // Values past the last whole multiple would make the first results likelier: draw again.
  const fair = Math.floor(2 ** 32 / below) * below
  for (;;) {
    const value = new DataView(random(4).slice().buffer).getUint32(0)
    if (value < fair) return value % below
  }
}
