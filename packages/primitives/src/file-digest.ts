import { concat } from "./encode.ts"
import { sha256 } from "./hash.ts"
import { LABELS, labelBytes } from "./labels.ts"

/**
 * One digest for a whole sealed file: SHA-256(label ‖ digest of part 0 ‖ digest of part 1 ‖ ...), so that
 * server and clients agree on every part and on their order. @param digests SHA-256 of each sealed part, 32 bytes each
 * @throws RangeError for a digest of another length
 */
export function partsDigest(digests: readonly Uint8Array[]): Uint8Array {
  if (digests.some((digest) => digest.length !== 32)) throw new RangeError("file: a digest is 32 bytes")
  return sha256(concat(labelBytes(LABELS.fileParts), ...digests))
}
