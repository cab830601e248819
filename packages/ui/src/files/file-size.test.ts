import { expect, test } from "vitest"
import { formatFileSize } from "./file-size.ts"

test.each([
  [0, "0 kB"],
  [1, "1 kB"],
  [65_536, "66 kB"],
  [999_499, "999 kB"],
  [2_345_678, "2.3 MB"],
  [48_300_000, "48 MB"],
  [3_221_225_472, "3.2 GB"],
])("a file of %i bytes is said to have %s", (bytes, words) => {
  expect(formatFileSize(bytes, "en")).toBe(words)
})

test("sizes are written in the letters of the language", () => {
  expect(formatFileSize(2_345_678, "ur")).toBe("2.3 ایم بی")
  expect(formatFileSize(2_345_678, "ur-Latn")).toBe("2.3 MB")
})
