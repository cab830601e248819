import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { brotliDecompressSync, inflateRawSync, inflateSync } from "node:zlib"

/** Where a marker was found, and in which disguise. */
export type Sighting = { readonly place: string; readonly marker: string; readonly form: string }

/**
 * Every form in which a text could lie in a file or a recorded request: UTF-8, UTF-16 both ways, hex, percent
 * encoding, JSON escapes, and base64 (both alphabets) at the three byte alignments.
 */
export function disguises(marker: string): readonly { form: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(marker, "utf8")
  const utf16le = Buffer.from(marker, "utf16le")
  const utf16be = Buffer.from(utf16le).swap16()
  const forms: { form: string; bytes: Buffer }[] = [
    { form: "utf-8", bytes: utf8 },
    { form: "utf-16le", bytes: utf16le },
    { form: "utf-16be", bytes: utf16be },
    { form: "hex", bytes: Buffer.from(utf8.toString("hex")) },
    { form: "HEX", bytes: Buffer.from(utf8.toString("hex").toUpperCase()) },
    { form: "percent", bytes: Buffer.from(encodeURIComponent(marker)) },
    { form: "json", bytes: Buffer.from(escapedJson(marker)) },
    { form: "reversed", bytes: Buffer.from([...utf8].reverse()) },
  ]
  for (const [name, source] of [
    ["utf-8", utf8],
    ["utf-16le", utf16le],
  ] as const) {
    for (let alignment = 0; alignment < 3; alignment++) {
      const shifted = Buffer.concat([Buffer.alloc(alignment), source])
      // Characters that also carry bits of the unknown neighbours are cut away on both sides.
      const from = alignment === 0 ? 0 : alignment + 1
      const text = shifted.toString("base64").replace(/=+$/, "")
      const core = text.slice(from, shifted.length % 3 === 0 ? undefined : -1)
      forms.push({ form: `base64 of ${name} at ${alignment}`, bytes: Buffer.from(core) })
      forms.push({
        form: `base64url of ${name} at ${alignment}`,
        bytes: Buffer.from(core.replaceAll("+", "-").replaceAll("/", "_")),
      })
    }
  }
  return forms
}

function escapedJson(text: string): string {
  return [...text].map((c) => (c.charCodeAt(0) > 126 ? [...c].flatMap((x) => units(x)).join("") : c)).join("")
}

function units(character: string): string[] {
  const out: string[] = []
  for (let i = 0; i < character.length; i++)
    out.push(`\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
  return out
}

/** Looks for every marker in `bytes`, also inside gzip, zlib and brotli data that the bytes hold or are. */
export function scanBytes(place: string, bytes: Buffer, markers: readonly string[]): Sighting[] {
  const found: Sighting[] = []
  for (const [layer, data] of [["", bytes] as const, ...unpacked(bytes)]) {
    for (const marker of markers) {
      for (const { form, bytes: needle } of disguises(marker)) {
        if (data.includes(needle)) found.push({ place: place + layer, marker, form })
      }
    }
  }
  return found
}

function unpacked(bytes: Buffer): [string, Buffer][] {
  const out: [string, Buffer][] = []
  for (
    let at = bytes.indexOf("\x1f\x8b\x08", 0, "latin1");
    at >= 0;
    at = bytes.indexOf("\x1f\x8b\x08", at + 1, "latin1")
  ) {
    attempt(out, ` > gzip at ${at}`, () => inflateRawSync(bytes.subarray(at + gzipHeaderLength(bytes, at))))
  }
  if (bytes[0] === 0x78) attempt(out, " > zlib", () => inflateSync(bytes))
  if (bytes.length < 4_000_000) attempt(out, " > brotli", () => brotliDecompressSync(bytes))
  return out
}

/** RFC 1952: ten bytes, then what the flags announce. Raw inflate is used because it stops at the end of the member and minds no bytes behind it. */
function gzipHeaderLength(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let length = 10
  if (flags & 4) length += 2 + bytes.readUInt16LE(at + length)
  if (flags & 8) length = bytes.indexOf(0, at + length) - at + 1
  if (flags & 16) length = bytes.indexOf(0, at + length) - at + 1
  return flags & 2 ? length + 2 : length
}

function attempt(out: [string, Buffer][], layer: string, unpack: () => Buffer): void {
  try {
    out.push([layer, unpack()])
  } catch {
    // Not compressed data after all: the raw bytes have been scanned.
  }
}

/** Scans a file or every file below a folder. @returns sightings and how many files were read: 0 files is a broken test. */
export function scanTree(root: string, markers: readonly string[]): { sightings: Sighting[]; files: number } {
  const sightings: Sighting[] = []
  let files = 0
  const visit = (path: string): void => {
    const info = statSync(path, { throwIfNoEntry: false })
    if (info === undefined) return
    if (info.isDirectory()) {
      for (const name of readdirSync(path)) visit(join(path, name))
    } else if (info.isFile()) {
      files++
      sightings.push(...scanBytes(path, readFileSync(path), markers))
    }
  }
  visit(root)
  return { sightings, files }
}
