import { partsDigest } from "@shn/primitives/file-digest"
import { openPart, partDigest, sealPart } from "@shn/primitives/file-part"
import {
  chunksForSize,
  chunksInPart,
  FILE_CHUNK_BYTES,
  FILE_PART_BYTES,
  partsForChunks,
} from "@shn/primitives/file-shape"

/** A whole sealed file, in memory: for tests and vectors of small files only. */
export type SealedFile = {
  readonly fileKey: Uint8Array
  readonly size: number
  readonly chunks: number
  readonly sealed: readonly Uint8Array[]
  readonly digest: Uint8Array
}

/** Cuts, pads and seals as the specification says, the plain way. */
export async function sealWhole(fileKey: Uint8Array, content: Uint8Array): Promise<SealedFile> {
  const chunks = chunksForSize(content.length)
  const parts = partsForChunks(chunks)
  const stream = new Uint8Array(chunks * FILE_CHUNK_BYTES)
  stream.set(content)
  const sealed: Uint8Array[] = []
  for (let part = 0; part < parts; part += 1) {
    const plain = stream.subarray(part * FILE_PART_BYTES, (part + 1) * FILE_PART_BYTES)
    sealed.push(await sealPart({ fileKey, part, parts }, plain))
  }
  const digest = partsDigest(await Promise.all(sealed.map(partDigest)))
  return { fileKey, size: content.length, chunks, sealed, digest }
}

/** @returns the bytes, or the number of the first part that does not open */
export async function openWhole(file: SealedFile): Promise<Uint8Array | number> {
  const parts = partsForChunks(file.chunks)
  const stream = new Uint8Array(file.chunks * FILE_CHUNK_BYTES)
  for (let part = 0; part < parts; part += 1) {
    const sealed = file.sealed[part] ?? new Uint8Array(0)
    const plain = await openPart(
      { fileKey: file.fileKey, part, parts },
      chunksInPart(file.chunks, part),
      sealed,
    )
    if (plain === null) return part
    stream.set(plain, part * FILE_PART_BYTES)
  }
  return stream.slice(0, file.size)
}
