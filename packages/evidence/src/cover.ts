import { fromUtf8, utf8 } from "@shn/primitives/encode"
import { canonicalBytes, parseCanonical } from "@shn/primitives/jcs"
import { pad, unpad } from "@shn/primitives/pad"
import * as v from "valibot"
import { AgeError, ageOpen, ageSeal } from "./age.ts"
import { joined } from "./bytes.ts"

const Bytes32 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
const Cover = v.strictObject({
  v: v.literal(1),
  releaseId: v.pipe(v.string(), v.length(36)),
  uploadId: v.pipe(v.string(), v.length(36)),
  /** Key of the parts in which the package travels, base64url. */
  key: Bytes32,
  /** Length of the package in bytes; the server knows only how long it is when padded. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  sha256: Bytes32,
  parts: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  partsDigest: Bytes32,
})

/**
 * What an officer needs to fetch a package: which upload it is and how its parts open. The server keeps it beside the package,
 * sealed to the inbox, so that the package is a file like any other and no key of it lies anywhere open.
 */
export type PackageCover = Readonly<Omit<v.InferOutput<typeof Cover>, "v">>

/** Seals a cover to an inbox. Every cover is equally long: 1224 bytes. @param recipient checked with `isX25519Recipient` */
export function sealCover(cover: PackageCover, recipient: string): Promise<Uint8Array> {
  return sealed(canonicalBytes({ v: 1, ...cover }), recipient)
}

/**
 * @param releaseId of the release it came with: a cover of another one is none
 * @returns null when it does not open with these identities or is no cover of this release
 */
export async function openCover(
  bytes: Uint8Array,
  identities: readonly string[],
  releaseId: string,
): Promise<PackageCover | null> {
  const content = await opened(bytes, identities)
  const json = content === null ? undefined : parseCanonical(content)
  const parsed = v.safeParse(Cover, json)
  if (!parsed.success || parsed.output.releaseId !== releaseId) return null
  const { v: _, ...cover } = parsed.output
  return cover
}

/** The agency's own copy of an answer it gave, sealed to its inbox: the next officer goes on from it. @param json a signed envelope */
export function sealCopy(json: string, recipient: string): Promise<Uint8Array> {
  return sealed(utf8(json), recipient)
}

/** @returns the text of the copy, or null when it does not open with these identities */
export async function openCopy(bytes: Uint8Array, identities: readonly string[]): Promise<string | null> {
  const content = await opened(bytes, identities)
  return content === null ? null : fromUtf8(content)
}

async function sealed(content: Uint8Array, recipient: string): Promise<Uint8Array> {
  return all(ageSeal(once(pad(content)), recipient))
}

async function opened(bytes: Uint8Array, identities: readonly string[]): Promise<Uint8Array | null> {
  try {
    return unpad(await all(ageOpen(once(bytes), identities)))
  } catch (error) {
    if (error instanceof AgeError) return null
    throw error
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return joined(pieces)
}
