import { err, ok, type Result } from "@shn/domain"
import { equalBytes, fromUtf8 } from "@shn/primitives/encode"
import { type ByteReader, joined } from "./bytes.ts"
import { isSafePath, pathKey } from "./paths.ts"
import { DESCRIPTOR_BYTES, zipWriter } from "./zip.ts"

/** Why a zip is not the one its signed list describes. All of them refuse it. */
export type ZipFault =
  | "not-a-package"
  | "broken-off"
  | "entry-extra"
  | "entry-missing"
  | "name-unsafe"
  | "name-twice"
  | "zip-not-plain"
  | "bytes-after-end"

/**
 * Reads a zip by making it again. The entries and their lengths are known from the signed list, so every byte between the
 * contents is known too; the reader compares and never searches, guesses or trusts a length that the zip itself names. Names
 * that climb out of a folder, two entries of one name, entries that only one kind of reader sees: none of them is equal.
 */
export type ZipReader = {
  /** The first entry, of which only the name is known. It is text in which no zip signature can stand. */
  first(path: string, maxBytes: number): Promise<Result<Uint8Array, ZipFault>>
  /** The next entry. @param each gets the content piece by piece, before anything about it is known */
  entry(
    path: string,
    size: number,
    each: (piece: Uint8Array) => void | Promise<void>,
  ): Promise<ZipFault | null>
  /** The directory, and that nothing follows. */
  end(): Promise<ZipFault | null>
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
/** "PK" 7 8: begins what follows a content. 7 and 8 are control characters, which JSON holds only escaped. */
const DESCRIPTOR = Uint8Array.of(0x50, 0x4b, 7, 8)

/** @param listed every name that the signed list holds; asked only to say what is wrong */
export function zipReader(reader: ByteReader, listed: () => readonly string[]): ZipReader {
  const again = zipWriter()
  const seen = new Set<string>()

  const begin = async (path: string): Promise<ZipFault | null> => {
    const wanted = again.begin(path)
    const found = await reader.take(wanted.length)
    if (equalBytes(found, wanted)) {
      seen.add(pathKey(path))
      return null
    }
    return faultAt(found, path)
  }
  const close = async (): Promise<ZipFault | null> => {
    const wanted = again.end()
    const found = await reader.take(wanted.length)
    if (equalBytes(found, wanted)) return null
    return found.length < wanted.length ? "broken-off" : "zip-not-plain"
  }
  const faultAt = async (found: Uint8Array, path: string | null): Promise<ZipFault> => {
    const signature = uint32(found, 0)
    if (signature === null) return "broken-off"
    if (signature === DIRECTORY || signature === END_OF_DIRECTORY)
      return path === null ? "zip-not-plain" : "entry-missing"
    if (signature !== LOCAL_HEADER) return seen.size === 0 ? "not-a-package" : "zip-not-plain"
    const name = await nameIn(found)
    if (name === null || !isSafePath(name)) return "name-unsafe"
    if (seen.has(pathKey(name))) return "name-twice"
    if (name === path) return "zip-not-plain"
    return listed().includes(name) ? "entry-missing" : "entry-extra"
  }
  const nameIn = async (found: Uint8Array): Promise<string | null> => {
    const header = joined([found, await reader.take(Math.max(0, 30 - found.length))])
    const length = (header[26] ?? 0) | ((header[27] ?? 0) << 8)
    const whole = joined([header, await reader.take(Math.max(0, 30 + length - header.length))])
    return whole.length < 30 + length ? null : fromUtf8(whole.slice(30, 30 + length))
  }

  return {
    first: async (path, maxBytes) => {
      const fault = await begin(path)
      if (fault !== null) return err(fault)
      const text = await upToDescriptor(reader, maxBytes)
      if (text === null) return err("not-a-package")
      again.write(text)
      const end = await close()
      return end === null ? ok(text) : err(end)
    },
    entry: async (path, size, each) => {
      const fault = await begin(path)
      if (fault !== null) return fault
      const length = await reader.pass(size, async (piece) => {
        again.write(piece)
        await each(piece)
      })
      return length < size ? "broken-off" : close()
    },
    end: async () => {
      const wanted = again.finish()
      const found = await reader.take(wanted.length)
      if (!equalBytes(found, wanted)) return faultAt(found, null)
      return (await reader.take(1)).length === 0 ? null : "bytes-after-end"
    },
  }
}

/** Everything before the descriptor, which is left in front of the rest. @returns null when it does not come in time */
async function upToDescriptor(reader: ByteReader, maxBytes: number): Promise<Uint8Array | null> {
  let text: Uint8Array = new Uint8Array(0)
  while (text.length <= maxBytes + DESCRIPTOR_BYTES) {
    const more = await reader.take(65_536)
    // Looked for from a little before the join: the signature may lie across it.
    const from = Math.max(0, text.length - DESCRIPTOR.length)
    text = joined([text, more])
    const at = indexOf(text, DESCRIPTOR, from)
    if (at >= 0) {
      reader.unread(text.slice(at))
      return at <= maxBytes ? text.slice(0, at) : null
    }
    if (more.length === 0) return null
  }
  return null
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from; at + wanted.length <= bytes.length; at += 1) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

function uint32(bytes: Uint8Array, at: number): number | null {
  if (bytes.length < at + 4) return null
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true)
}
