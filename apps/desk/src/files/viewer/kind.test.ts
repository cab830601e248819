import { describe, expect, test } from "vitest"
import { shownAs } from "./kind.ts"

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe("what a file is shown as is decided by its bytes", () => {
  test.each([
    ["a PNG", "\x89PNG\r\n\x1a\n....", { kind: "picture", type: "image/png" }],
    ["a JPEG", "\xff\xd8\xff\xe0..JFIF", { kind: "picture", type: "image/jpeg" }],
    ["a GIF", "GIF89a\x01\0\x01\0", { kind: "picture", type: "image/gif" }],
    ["a WebP", "RIFF\0\0\0\0WEBPVP8 ", { kind: "picture", type: "image/webp" }],
    ["an AVIF", "\0\0\0\x20ftypavif", { kind: "picture", type: "image/avif" }],
    ["a BMP", `BM${"\0".repeat(12)}\x28\0\0\0`, { kind: "picture", type: "image/bmp" }],
    ["a film of a phone", "\0\0\0\x18ftypmp42", { kind: "media", type: "video/mp4" }],
    ["an old film of a phone", "\0\0\0\x18ftyp3gp4", { kind: "media", type: "video/mp4" }],
    ["a recording of a browser", "\x1a\x45\xdf\xa3", { kind: "media", type: "video/webm" }],
    ["a voice note", "OggS\0\x02", { kind: "media", type: "video/ogg" }],
    ["a sound", "RIFF\0\0\0\0WAVEfmt ", { kind: "media", type: "audio/wav" }],
    ["an MP3", "ID3\x04", { kind: "media", type: "audio/mpeg" }],
    ["a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3", { kind: "pages" }],
    ["words", "Hello, this is what he wrote.\r\n", { kind: "text" }],
  ])("%s", (_, head, shown) => {
    expect(shownAs(bytes(head))).toEqual(shown)
  })

  test("a web page, an SVG and a script are words, whatever they are called: they are read, not obeyed", () => {
    for (const head of ["<!doctype html><script>1</script>", "<svg xmlns='x' onload='1'/>", "alert(1)"])
      expect(shownAs(bytes(head))).toEqual({ kind: "text" })
  })

  test("Urdu words are words, also when the last letter was cut in two", () => {
    const urdu = new TextEncoder().encode("یہ ثبوت ہے")
    expect(shownAs(urdu)).toEqual({ kind: "text" })
    expect(shownAs(urdu.subarray(0, urdu.length - 1))).toEqual({ kind: "text" })
  })

  test.each([
    ["a program", "MZ\x90\0\x03\0\0\0"],
    ["a packed folder or office file", "PK\x03\x04\x14\0"],
    ["an iPhone photograph", "\0\0\0\x18ftypheic"],
    ["two letters that only look like a picture", "BMW is a car\0\0\0\0\0"],
    ["nothing", ""],
    ["bytes that are no letters", "\xc3\x28\xa0\xa1"],
  ])("%s is not shown at all", (_, head) => {
    expect(shownAs(bytes(head))).toBeNull()
  })
})
