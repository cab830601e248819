import { localeHref } from "@shn/staff"
import { describe, expect, it } from "vitest"
import { parseLocalLink, tabHref } from "./local-link.ts"

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
