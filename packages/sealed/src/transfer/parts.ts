import {
  chunksForSize,
  chunksInPart,
  FILE_CHUNK_BYTES,
  FILE_PART_BYTES,
  partsForChunks,
} from "@shn/primitives/file-shape"

/** A file of one size, cut into parts. Behind its last byte come zeros, perhaps whole parts of them. */
export type FileParts = {
  /** Of the padded stream. */
  readonly chunks: number
  /** Parts in all. */
  readonly count: number
  readonly chunksIn: (part: number) => number
  /** Where the file's own bytes of a part begin and end (exclusive). */
  readonly rangeOf: (part: number) => { readonly from: number; readonly to: number }
  /** How many of a part's bytes are the file's own. */
  readonly bytesIn: (part: number) => number
  /** A part's own bytes with the zeros that belong behind them. */
  readonly padded: (part: number, bytes: Uint8Array) => Uint8Array
}

/** @param size of the file in bytes @throws RangeError for a size that no file of ours has */
export function partsOf(size: number): FileParts {
  const chunks = chunksForSize(size)
  const rangeOf = (part: number) => ({
    from: Math.min(size, part * FILE_PART_BYTES),
    to: Math.min(size, (part + 1) * FILE_PART_BYTES),
  })
  const bytesIn = (part: number) => rangeOf(part).to - rangeOf(part).from
  return {
    chunks,
    count: partsForChunks(chunks),
    chunksIn: (part) => chunksInPart(chunks, part),
    rangeOf,
    bytesIn,
    padded(part, bytes) {
      const length = chunksInPart(chunks, part) * FILE_CHUNK_BYTES
      if (bytes.length === length) return bytes
      const whole = new Uint8Array(length)
      whole.set(bytes)
      return whole
    },
  }
}
