import { concat, uint32 } from "./encode.ts"

/** No padded text is shorter, so that "yes" and a paragraph look alike. */
export const PAD_FLOOR_BYTES = 1024
const PREFIX_BYTES = 4

/**
 * PADME (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019, section 4) with a floor of 1 KiB.
 * At most 12 % longer, and only O(log log) different lengths.
 * @param length of prefix and content together, in bytes
 */
export function padmeLength(length: number): number {
  if (length <= PAD_FLOOR_BYTES) return PAD_FLOOR_BYTES
  const exponent = Math.floor(Math.log2(length))
  const significant = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - significant)
  return Math.ceil(length / step) * step
}

/** Length of `pad(content)` for a content of so many bytes. */
export function paddedLength(contentBytes: number): number {
  return padmeLength(PREFIX_BYTES + contentBytes)
}

/** @returns length (4 bytes, big endian) ‖ content ‖ zeros, `paddedLength(content.length)` bytes. */
export function pad(content: Uint8Array): Uint8Array {
  const zeros = paddedLength(content.length) - PREFIX_BYTES - content.length
  return concat(uint32(content.length), content, new Uint8Array(zeros))
}

/** @returns null unless the bytes are exactly what `pad` makes: the right total length and nothing but zeros behind. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < PAD_FLOOR_BYTES) return null
  const length = new DataView(padded.buffer, padded.byteOffset, PREFIX_BYTES).getUint32(0)
  if (paddedLength(length) !== padded.length) return null
  const end = PREFIX_BYTES + length
  return padded.subarray(end).every((byte) => byte === 0) ? padded.slice(PREFIX_BYTES, end) : null
}
