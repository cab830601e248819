import { describe, expect, test } from "vitest"
import { MAX_PIXELS, pixelsOf } from "./pixels.ts"

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe("the size of a picture is read before anything draws it", () => {
  test.each([
    ["image/png", "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60", 60_000, 60_000],
    [
      "image/jpeg",
      "\xff\xd8\xff\xe0\0\x04JF\xff\xff\xc4\0\x03h\xff\xc2\0\x0b\x08\x01\x02\x03\x04",
      0x304,
      0x102,
    ],
    ["image/gif", "GIF89a\x10\0\x20\0\0\0\0;", 16, 32],
    ["image/bmp", `BM${"\0".repeat(12)}\x28\0\0\0\x20\0\0\0\xf0\xff\xff\xff`, 32, 16],
    ["image/webp", "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\0", 320, 240],
    ["image/webp", "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x3f\xc1\x3b\0", 320, 240],
    ["image/webp", "RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0", 320, 240],
    [
      "image/avif",
      "\0\0\0\x14ispe\0\0\0\0\0\0\0\x10\0\0\0\x10\0\0\0\x14ispe\0\0\0\0\0\0\x01\x40\0\0\0\xf0",
      320,
      240,
    ],
  ] as const)("%s", (type, file, width, height) => {
    expect(pixelsOf(type, bytes(file))).toEqual({ width, height })
  })

  test("a GIF whose frame is larger than its screen counts as large as the frame", () => {
    const file = "GIF89a\x01\0\x01\0\0\0\0!\xf9\x01\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\0;"
    expect(pixelsOf("image/gif", bytes(file))).toEqual({ width: 65_535, height: 65_535 })
  })

  test("a picture cut off inside its header has no size, and so is not shown", () => {
    expect(pixelsOf("image/png", bytes("\x89PNG\r\n\x1a\n"))).toBeNull()
    expect(pixelsOf("image/jpeg", bytes("\xff\xd8\xff\xe0\xff\xff"))).toBeNull()
    expect(pixelsOf("image/webp", bytes("RIFF\0\0\0\0WEBPXXXX\0\0"))).toBeNull()
    expect(pixelsOf("image/avif", bytes("\0\0\0\x20ftypavif"))).toBeNull()
  })

  test("the largest photographs of phones are within the limit, a bomb is not", () => {
    expect(12_000 * 9_000).toBeLessThan(MAX_PIXELS)
    expect(60_000 * 60_000).toBeGreaterThan(MAX_PIXELS)
  })
})
