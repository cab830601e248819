import { concat, equalBytes, uint32 } from "./encode.ts"
import {
  CHUNKS_PER_PART,
  FILE_CHUNK_BYTES,
  PART_SALT_BYTES,
  SEALED_CHUNK_BYTES,
  sealedPartLength,
} from "./file-shape.ts"
import { hkdf, hmacSha256 } from "./hash.ts"
import { LABELS, labelBytes } from "./labels.ts"

/** Length of the key of one upload. Always fresh: two files never share one. */
export const FILE_KEY_BYTES = 32

/** Which part of which file. A sealed part opens nowhere else. */
export type PartPlace = {
  /** 32 bytes, random, one per upload. */
  readonly fileKey: Uint8Array
  /** Counted from 0. */
  readonly part: number
  /** Parts of the whole file. */
  readonly parts: number
}

/**
 * Step 6: seals one part of a file. The salt is made from the bytes, so sealing the same bytes again gives the same
 * sealed part, and other bytes get another key: a retry is harmless and a nonce never meets a second text.
 * @param plain 1 to 16 whole chunks of 65 536 bytes; the caller pads
 * @returns salt (32) ‖ for each chunk: ciphertext (65 536) ‖ tag (16)
 * @throws RangeError for another length, place or key length
 */
export async function sealPart(place: PartPlace, plain: Uint8Array): Promise<Uint8Array> {
  const chunks = plain.length / FILE_CHUNK_BYTES
  check(place, chunks)
  if (place.part < place.parts - 1 && chunks < CHUNKS_PER_PART) {
    throw new RangeError("file: only the last part holds fewer chunks")
  }
  const salt = await saltOf(place, plain)
  const key = await importKey(partKey(place, salt), "encrypt")
  const sealed = new Uint8Array(sealedPartLength(chunks))
  sealed.set(salt)
  await eachChunk(chunks, async (chunk) => {
    const text = unshared(plain.subarray(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES))
    const box = await crypto.subtle.encrypt(gcm(chunk), key, text)
    sealed.set(new Uint8Array(box), PART_SALT_BYTES + chunk * SEALED_CHUNK_BYTES)
  })
  return sealed
}

/**
 * Step 6: opens one whole part and checks that its salt belongs to its bytes.
 * @param chunks that this part holds, 1 to 16
 * @returns the plain bytes, padding included; null when it is not this part of this file, or any byte was changed, lost
 * or added
 */
export async function openPart(
  place: PartPlace,
  chunks: number,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  check(place, chunks)
  if (sealed.length !== sealedPartLength(chunks)) return null
  const salt = sealed.subarray(0, PART_SALT_BYTES)
  const key = await importKey(partKey(place, salt), "decrypt")
  const plain = new Uint8Array(chunks * FILE_CHUNK_BYTES)
  let isWhole = true
  await eachChunk(chunks, async (chunk) => {
    const box = await open(key, chunk, sealedChunk(sealed, chunk))
    if (box === null) isWhole = false
    else plain.set(box, chunk * FILE_CHUNK_BYTES)
  })
  if (!isWhole) return null
  return equalBytes(await saltOf(place, plain), salt) ? plain : null
}

/**
 * Step 6: opens one chunk out of a sealed part, for a viewer that jumps about. Place, key and bytes are checked by the
 * chunk's own tag; the salt can only be checked over the whole part.
 * @param chunk counted from 0 within the part
 * @returns 65 536 bytes, or null when the chunk does not open or the part is too short to hold it
 */
export async function openChunk(
  place: PartPlace,
  chunk: number,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  check(place, chunk + 1)
  if (sealed.length < sealedPartLength(chunk + 1)) return null
  const key = await importKey(partKey(place, sealed.subarray(0, PART_SALT_BYTES)), "decrypt")
  return open(key, chunk, sealedChunk(sealed, chunk))
}

/** SHA-256 of a sealed part, by the platform: what the server checks on arrival. */
export async function partDigest(sealed: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", unshared(sealed)))
}

function check({ fileKey, part, parts }: PartPlace, chunks: number): void {
  if (fileKey.length !== FILE_KEY_BYTES) throw new RangeError("file: the key is 32 bytes")
  if (!Number.isInteger(part) || part < 0 || part >= parts) throw new RangeError(`file: no part ${part}`)
  if (!Number.isInteger(chunks) || chunks < 1 || chunks > CHUNKS_PER_PART) {
    throw new RangeError(`file: a part holds 1 to ${CHUNKS_PER_PART} whole chunks`)
  }
}

// Commits to place and bytes: nobody without the file key can make a salt that fits, and with it there is one alone.
async function saltOf({ fileKey, part, parts }: PartPlace, plain: Uint8Array): Promise<Uint8Array> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", unshared(plain)))
  const macKey = hkdf(fileKey, labelBytes(LABELS.fileMac))
  const chunks = plain.length / FILE_CHUNK_BYTES
  return hmacSha256(macKey, concat(uint32(part), uint32(chunks), uint32(parts), digest))
}

function partKey({ fileKey, part }: PartPlace, salt: Uint8Array): Uint8Array {
  return hkdf(fileKey, concat(labelBytes(LABELS.filePart), uint32(part), salt))
}

function importKey(key: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", unshared(key), "AES-GCM", false, [use])
}

async function open(key: CryptoKey, chunk: number, box: Uint8Array): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(chunk), key, unshared(box)))
  } catch {
    return null
  }
}

// A key seals one text alone, so the chunk's number is nonce enough.
function gcm(chunk: number): AesGcmParams {
  return { name: "AES-GCM", iv: unshared(concat(new Uint8Array(8), uint32(chunk))), tagLength: 128 }
}

function sealedChunk(sealed: Uint8Array, chunk: number): Uint8Array {
  const begin = PART_SALT_BYTES + chunk * SEALED_CHUNK_BYTES
  return sealed.subarray(begin, begin + SEALED_CHUNK_BYTES)
}

async function eachChunk(chunks: number, work: (chunk: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: chunks }, (_, chunk) => work(chunk)))
}

// WebCrypto's types refuse an array that might share its memory with another thread. A megabyte is copied only if it does.
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes)
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
}
