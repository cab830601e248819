/** How a file of any size is cut into chunks and parts. Nothing here holds a key: server and clients count alike. */

/** Plain bytes sealed at once. */
export const FILE_CHUNK_BYTES = 65_536
/** A sealed chunk: its 65 536 bytes and a 16-byte tag. */
export const SEALED_CHUNK_BYTES = FILE_CHUNK_BYTES + 16
/** What travels and is stored as one piece is at most so many chunks: 1 MiB of plain bytes. */
export const CHUNKS_PER_PART = 16
/** Plain bytes of a full part. */
export const FILE_PART_BYTES = CHUNKS_PER_PART * FILE_CHUNK_BYTES
/** In front of every sealed part. */
export const PART_SALT_BYTES = 32
/** Most chunks of one file: 1 TiB. A power of two, so that padding never goes beyond it. */
export const MAX_FILE_CHUNKS = 2 ** 24
/** Longest file, in bytes. */
export const MAX_FILE_BYTES = MAX_FILE_CHUNKS * FILE_CHUNK_BYTES

/**
 * Chunks of a file after padding: at least one, PADME on the number of chunks (Nikitin et al., 2019, section 4). At most
 * 12 % more, and only O(log log) different lengths. @param size of the file in bytes, 0 to MAX_FILE_BYTES
 * @throws RangeError for any other size
 */
export function chunksForSize(size: number): number {
  if (!isFileSize(size)) throw new RangeError(`file: no size of ours: ${size}`)
  return padded(Math.max(1, Math.ceil(size / FILE_CHUNK_BYTES)))
}

/** Whether a file of ours may have so many bytes. */
export function isFileSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && size <= MAX_FILE_BYTES
}

/** Whether some file has so many chunks after padding. Any other number would tell one file from the next. */
export function isChunkCount(chunks: number): boolean {
  return Number.isInteger(chunks) && chunks >= 1 && chunks <= MAX_FILE_CHUNKS && padded(chunks) === chunks
}

/** Parts of a file of so many chunks; only the last may hold fewer than 16. */
export function partsForChunks(chunks: number): number {
  return Math.ceil(chunks / CHUNKS_PER_PART)
}

/** Chunks in one part, 1 to 16. @param part counted from 0 @throws RangeError when there is no such part */
export function chunksInPart(chunks: number, part: number): number {
  if (!Number.isInteger(part) || part < 0 || part >= partsForChunks(chunks)) {
    throw new RangeError(`file: no part ${part} of ${chunks} chunks`)
  }
  return Math.min(CHUNKS_PER_PART, chunks - part * CHUNKS_PER_PART)
}

/** Bytes of a sealed part that holds so many chunks: 65 584 to 1 048 864. */
export function sealedPartLength(chunksHere: number): number {
  return PART_SALT_BYTES + chunksHere * SEALED_CHUNK_BYTES
}

/** Bytes that a whole sealed file takes, all its parts together. */
export function sealedFileLength(chunks: number): number {
  return partsForChunks(chunks) * PART_SALT_BYTES + chunks * SEALED_CHUNK_BYTES
}

// Whole-number logarithms: no rounding decides about a length.
function padded(count: number): number {
  if (count <= 2) return count
  const exponent = 31 - Math.clz32(count)
  const significant = 32 - Math.clz32(exponent)
  const step = 2 ** Math.max(0, exponent - significant)
  return Math.ceil(count / step) * step
}
