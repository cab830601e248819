import { Zip, ZipPassThrough } from "fflate"
import { joined } from "./bytes.ts"

/**
 * Writes a zip file of one form only: entries in the order given, stored as they are, one fixed date, no extras. The same
 * entries always give the same bytes, so a reader can make them again and compare (see zip-reader.ts).
 * Every call returns the bytes that came out by it.
 */
export type ZipWriter = {
  begin(path: string): Uint8Array
  write(piece: Uint8Array): Uint8Array
  end(): Uint8Array
  finish(): Uint8Array
}

/** A zip file without the 64-bit extension ends here; entries, headers and directory together stay below. */
export const MAX_ZIP_BYTES = 0xffff_ffff
/** Bytes that one entry adds besides its content: header 30, descriptor 16, directory 46, and its name twice. */
export function zipEntryOverhead(pathBytes: number): number {
  return 30 + 16 + 46 + 2 * pathBytes
}
/** The end of the directory. */
export const ZIP_END_BYTES = 22
/** What follows an entry's content: signature, checksum, two lengths. */
export const DESCRIPTOR_BYTES = 16

/** "Version made by", upper byte. APPNOTE 4.4.2. */
const UNIX = 3
/** Unix mode: regular file, rw-r--r--. */
const PLAIN_FILE = 0o100_644

const NOTHING = new Uint8Array(0)

export function zipWriter(): ZipWriter {
  const out: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    out.push(bytes)
  })
  const drained = () => joined(out.splice(0))
  let entry: ZipPassThrough | null = null
  const current = () => {
    if (entry === null) throw new Error("zipWriter: no entry has begun")
    return entry
  }
  return {
    begin: (path) => {
      entry = new ZipPassThrough(path)
      // Noon of 1 January 1980 on any clock: the format has no time zone, and when a file was made is nobody's business here.
      entry.mtime = new Date(1980, 0, 1, 12)
      // "Made on Unix": the stock unzip of Debian reads a name in Urdu letters rightly only then. A plain file that its owner may
      // write and everybody read; nothing of the computer that made it.
      entry.os = UNIX
      entry.attrs = (PLAIN_FILE << 16) >>> 0
      zip.add(entry)
      // The library hands out the header with the first bytes.
      entry.push(NOTHING, false)
      return drained()
    },
    write: (piece) => {
      current().push(piece, false)
      return drained()
    },
    end: () => {
      current().push(NOTHING, true)
      entry = null
      return drained()
    },
    finish: () => {
      zip.end()
      return drained()
    },
  }
}
