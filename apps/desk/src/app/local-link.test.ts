import { describe, expect, it } from "vitest"
import { firstLocale, localeHref, parseLocalLink, tabHref } from "./local-link.ts"

describe("links inside the desk", () => {
  it("lead to the tab or language they were made for", () => {
    expect(parseLocalLink(tabHref("cases"))).toEqual({ kind: "tab", route: { name: "cases" } })
    expect(parseLocalLink(localeHref("ur-Latn"))).toEqual({ kind: "locale", locale: "ur-Latn" })
    expect(parseLocalLink("#main")).toEqual({ kind: "main" })
  })
  it.each(["", "#", "#/", "#/case/abc", "https://elsewhere.example/", "/api"])(
    "are not read from %s",
    (href) => {
      expect(parseLocalLink(href)).toBeNull()
    },
  )
})

describe("the first language", () => {
  it.each([
    ["#/ur", ["en-GB"], "ur"],
    ["", ["fr", "ur-PK", "en"], "ur"],
    ["", ["ur-Latn-PK"], "ur-Latn"],
    ["", ["en-GB", "ur"], "en"],
    ["", ["fr", "de"], "en"],
    ["#main", ["ur"], "ur"],
  ] as const)("for address %s and a browser that asks for %s is %s", (hash, wanted, locale) => {
    expect(firstLocale(hash, wanted)).toBe(locale)
  })
})
