import { expect, test } from "vitest"
import { claimedKind, isProgramByName } from "./claimed-kind.ts"

test.each([
  [{ name: "IMG_1.JPG", type: "" }, "picture"],
  [{ name: "photo.jpg", type: "text/html" }, "picture"],
  [{ name: "", type: "image/jpeg" }, "picture"],
  [{ name: "voice.opus", type: "" }, "media"],
  [{ name: "درخواست.pdf", type: "" }, "pages"],
  [{ name: "chat.txt", type: "" }, "text"],
  [{ name: "", type: "image/svg+xml" }, "text"],
  [{ name: "folder.zip", type: "application/zip" }, "other"],
] as const)("%o calls itself %s", (file, kind) => {
  expect(claimedKind(file)).toBe(kind)
})

test("a program is known by its last ending, however its name begins", () => {
  for (const name of ["setup.exe", "photo.jpg.EXE", "WhatsApp.apk", "Bill.docm", "a.lnk"])
    expect(isProgramByName(name)).toBe(true)
  for (const name of ["photo.jpg", "exe", "story.txt", "my.exe.png"])
    expect(isProgramByName(name)).toBe(false)
})
