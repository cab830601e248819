import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, describe, expect, test } from "vitest"
import { scanBytes, scanTree } from "../support/scan.ts"

const MARKER = "Canary-گواہ-7f3a91"
const folder = mkdtempSync(join(tmpdir(), "shn-scan-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The positive control of promises P1 and P2: a scan that cannot find a planted text proves nothing.
describe("the scan for plain text finds a marker in every disguise", () => {
  const plain = Buffer.from(MARKER, "utf8")
  const wide = Buffer.from(MARKER, "utf16le")
  const cases: [string, Buffer][] = [
    ["as it is", plain],
    ["UTF-16 little endian", wide],
    ["UTF-16 big endian", Buffer.from(wide).swap16()],
    ["hex", Buffer.from(plain.toString("hex"))],
    ["URL encoding", Buffer.from(encodeURIComponent(MARKER))],
    [
      "JSON escapes",
      Buffer.from(
        MARKER.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
      ),
    ],
    ["gzip", gzipSync(plain)],
    ["gzip in the middle of other bytes", Buffer.concat([Buffer.from("head"), gzipSync(plain)])],
  ]
  for (const length of [0, 1, 2, 3, 4, 5]) {
    const surrounded = Buffer.concat([Buffer.alloc(length, 7), plain, Buffer.from("tail!")])
    cases.push([`base64 after ${length} bytes`, Buffer.from(surrounded.toString("base64"))])
    cases.push([`base64url after ${length} bytes`, Buffer.from(surrounded.toString("base64url"))])
  }
  test.each(cases)("%s", (_name, bytes) => {
    const around = Buffer.concat([Buffer.from("some other bytes "), bytes, Buffer.from(" and more")])
    expect(scanBytes("here", bytes[0] === 0x1f ? bytes : around, [MARKER]).length).toBeGreaterThan(0)
  })

  test("and finds nothing where nothing is", () => {
    expect(scanBytes("here", Buffer.from("a quiet file with nothing in it".repeat(100)), [MARKER])).toEqual(
      [],
    )
  })

  test("and says in which file, having read each", () => {
    writeFileSync(join(folder, "clean.bin"), "nothing")
    writeFileSync(join(folder, "dirty.bin"), `xx${MARKER}xx`)
    const { sightings, files } = scanTree(folder, [MARKER])
    expect(files).toBe(2)
    expect(sightings.map((s) => s.place)).toEqual([join(folder, "dirty.bin")])
  })
})
