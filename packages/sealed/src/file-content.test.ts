import { base64url } from "@shn/primitives/encode"
import { MAX_FILE_BYTES } from "@shn/primitives/file-shape"
import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { exactTime, type FileBody, MAX_NOTE_LENGTH, newUploadId } from "./file-content.ts"
import { parseContent } from "./message-content.ts"

const random = seededRandom("file-content")
const b32 = () => base64url(random(32))
const START = {
  uploadId: newUploadId(random),
  key: b32(),
  name: "IMG_2041.jpg",
  type: "image/jpeg",
  size: 1_048_577,
  lastModified: "2026-11-20T18:00:00.000Z",
  origin: "gallery",
  pickedAt: "2026-11-23T07:05:00.000Z",
} as const
const FILE: FileBody = { ...START, sha256: b32(), parts: 2, partsDigest: b32(), note: "the second message" }

const isRead = (kind: string, body: unknown) => parseContent(kind, body) !== null

describe("the messages about a file", () => {
  test("are read as they were written", () => {
    expect(parseContent("upload", START)).toEqual({ kind: "upload", body: START })
    expect(parseContent("file", FILE)).toEqual({ kind: "file", body: FILE })
    const gone = { uploadId: START.uploadId }
    expect(parseContent("file_gone", gone)).toEqual({ kind: "file_gone", body: gone })
  })
  test("may lack a name, a type, a date and a note, and may be about a file of 0 bytes", () => {
    const bare = { ...START, name: "", type: "", size: 0, lastModified: null }
    expect(isRead("upload", bare)).toBe(true)
    expect(isRead("file", { ...FILE, ...bare, parts: 1, note: "" })).toBe(true)
  })
  test("never bring a name or type to a screen that was not cleaned, whoever wrote it", () => {
    const raw = { name: `../..\u202e/${"ن".repeat(3_900)}.pdf`, type: "Text/HTML; charset=utf-8" }
    for (const [kind, body] of [
      ["upload", { ...START, ...raw }],
      ["file", { ...FILE, ...raw }],
    ] as const) {
      const read = parseContent(kind, body)?.body as typeof START
      expect(read.name).toBe(`${"ن".repeat(251)}.pdf`)
      expect(read.type).toBe("text/html")
    }
  })
  test.each([
    ["a part too few for its size", { parts: 1 }],
    ["a part too many", { parts: 3 }],
    ["a size that does not fit its parts", { size: 9_000_000 }],
    ["a size below nothing", { size: -1 }],
    ["a size with a fraction", { size: 1.5 }],
    ["a size beyond every file", { size: MAX_FILE_BYTES + 1 }],
    ["a size as text", { size: "12" }],
    ["a key too short", { key: base64url(random(31)) }],
    ["a key that is not canonical", { key: `${"A".repeat(42)}B` }],
    ["a digest too long", { sha256: base64url(random(33)) }],
    ["a parts digest that is none", { partsDigest: "" }],
    ["an upload without a proper name", { uploadId: "../1" }],
    ["an origin nobody knows", { origin: "clipboard" }],
    ["a date that is a number", { lastModified: 1_763_870_700_000 }],
    ["a picking time that is a day", { pickedAt: "2026-11-23" }],
    ["a note over its length", { note: "n".repeat(MAX_NOTE_LENGTH + 1) }],
    ["a name over 4,000 characters", { name: "n".repeat(4_001) }],
    ["a field more", { path: "/sdcard" }],
    ["a field less", { note: undefined }],
  ])("with %s are not read", (_, change) => {
    expect(isRead("file", { ...FILE, ...change })).toBe(false)
  })
  test("of one kind are not read as another", () => {
    expect(isRead("upload", FILE)).toBe(false)
    expect(isRead("file", START)).toBe(false)
    expect(isRead("file_gone", START)).toBe(false)
    expect(isRead("text", FILE)).toBe(false)
  })
})

test("a time becomes the exact time of a message, and what is no time becomes nothing", () => {
  expect(exactTime(Date.parse("2026-11-23T07:05:00Z"))).toBe("2026-11-23T07:05:00.000Z")
  expect(exactTime(0)).toBe("1970-01-01T00:00:00.000Z")
  for (const ms of [Number.NaN, Infinity, 8.64e15, 9e15, -6.3e13]) expect(exactTime(ms)).toBeNull()
})
