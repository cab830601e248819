import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cleanFileName, cleanFileType, MAX_FILE_NAME_LENGTH } from "./file-name.ts"

describe("the name of a file", () => {
  test.each([
    ["a plain one stays", "IMG_2041.jpg", "IMG_2041.jpg"],
    [
      "Urdu with its joiner and an Arabic sign stays",
      "می\u200cروم سنہ\u0601۲۰۲۶.pdf",
      "می\u200cروم سنہ\u0601۲۰۲۶.pdf",
    ],
    [
      "a family emoji and a red heart stay",
      "👨\u200d👩\u200d👧 ❤\ufe0f.png",
      "👨\u200d👩\u200d👧 ❤\ufe0f.png",
    ],
    ["a way out of a folder is no way", "../../etc/passwd", "etcpasswd"],
    ["nor is one with backslashes", "..\\..\\Windows\\win.ini", "Windowswin.ini"],
    ["nor a root", "/etc/.ssh/id", "etc.sshid"],
    ["nothing turns the text around", "photo\u202egpj.exe", "photogpj.exe"],
    [
      "nor isolates, marks or embeds it",
      "a\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u202a\u202b\u202c\u202db",
      "ab",
    ],
    ["nothing unseen", "a\u200b\u00ad\u2060\ufeff\u{e0041}b", "ab"],
    ["no controls, line ends or nulls", "a\u0000b\u001b[31m\r\nc\u2028d\u2029e\u0085f", "ab[31mcdef"],
    ["no row of spaces that hides the ending", `photo.jpg${" ".repeat(90)}.exe `, "photo.jpg .exe"],
    ["no dots in front", " ...bashrc", "bashrc"],
    ["half a letter becomes a mark", "a\ud800b", "a\ufffdb"],
    ["nothing left is nothing", " ../.. ", ""],
    ["empty stays empty", "", ""],
  ])("%s", (_, raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean)
  })
  test("of 4,000 characters keeps its beginning and its ending, and never half a letter", () => {
    const latin = cleanFileName(`${"a".repeat(4_000)}.jpeg`)
    expect(latin).toBe(`${"a".repeat(250)}.jpeg`)
    const emoji = cleanFileName(`${"🙂".repeat(2_000)}.mp4`)
    expect(Array.from(emoji)).toHaveLength(MAX_FILE_NAME_LENGTH)
    expect(emoji.endsWith("🙂.mp4")).toBe(true)
    expect(cleanFileName("ب".repeat(4_000))).toBe("ب".repeat(255))
    expect(cleanFileName(`${"a".repeat(254)} ${"b".repeat(300)}`)).toBe("a".repeat(254))
    expect(cleanFileName(`a.${"b".repeat(4_000)}`)).toBe(`a.${"b".repeat(253)}`)
  })
  test("cleaned twice is the same as once, whatever it was, and holds nothing that does harm", () => {
    const wild = fc.string({
      unit: fc.oneof(
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
        fc.constantFrom(
          "/",
          "\\",
          ".",
          " ",
          "\u202e",
          "\u2066",
          "\u0000",
          "\n",
          "\ud800",
          "\udc00",
          "\u200b",
          "\u00a0",
          "\u3000",
        ),
      ),
      maxLength: 600,
    })
    fc.assert(
      fc.property(wild, (raw) => {
        const clean = cleanFileName(raw)
        expect(cleanFileName(clean)).toBe(clean)
        expect(clean).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]/u)
        expect(clean.startsWith(".")).toBe(false)
        expect(Array.from(clean).length).toBeLessThanOrEqual(MAX_FILE_NAME_LENGTH)
        // No half of a character: it would not survive being written as UTF-8.
        expect(clean).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe("the type of a file", () => {
  test.each([
    ["image/jpeg", "image/jpeg"],
    ["audio/webm;codecs=opus", "audio/webm"],
    [" Image/SVG+XML ; charset=utf-8", "image/svg+xml"],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["", ""],
    ["jpeg", ""],
    ["text/html\r\nset-cookie: a=b", ""],
    ["text/../html", ""],
    ["../x", ""],
    [`a/${"b".repeat(200)}`, ""],
    ["تصویر/جے", ""],
  ])("%j is told as %j", (raw, clean) => {
    expect(cleanFileType(raw)).toBe(clean)
  })
})
