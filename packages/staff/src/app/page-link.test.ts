import { describe, expect, it } from "vitest"
import { firstLocale, localeHref, parsePageLink } from "./page-link.ts"

describe("links inside a page of the staff", () => {
  it("lead to the language or the part they were made for", () => {
    expect(parsePageLink(localeHref("ur-Latn"))).toEqual({ kind: "locale", locale: "ur-Latn" })
    expect(parsePageLink("#main")).toEqual({ kind: "main" })
  })
  it.each(["", "#", "#/", "#/cases", "https://elsewhere.example/#/ur"])("are not read from %s", (href) => {
    expect(parsePageLink(href)).toBeNull()
  })
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
