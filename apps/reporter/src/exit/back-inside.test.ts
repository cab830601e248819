import { describe, expect, it } from "vitest"
import { type BackPlace, keepBackInside } from "./back-inside.ts"

/** A browser's list of pages, as far as this page can change it. */
function fakeHistory() {
  const entries = ["/before/", "/en/help/"]
  let at = 1
  let listener: () => void = () => undefined
  const place: BackPlace = {
    replaceState: (href) => {
      entries[at] = href
    },
    pushState: (href) => {
      entries.splice(at + 1, Number.POSITIVE_INFINITY, href)
      at += 1
    },
    replacePage: (href) => {
      entries[at] = href
    },
    onPop: (heard) => {
      listener = heard
    },
  }
  return {
    place,
    entries,
    pressBack: () => {
      at -= 1
      listener()
    },
    here: () => entries[at],
    exitTo: (href: string) => {
      entries[at] = href
    },
    before: () => entries.slice(0, at),
  }
}

describe("Back on a form", () => {
  const hrefs = { home: "/en/", page: "/en/help/" }

  it("shows an earlier screen and stays on the page, as often as it is pressed", () => {
    const browser = fakeHistory()
    let screen = 5
    keepBackInside(browser.place, hrefs, () => {
      screen -= 1
      return "stay"
    })
    browser.pressBack()
    browser.pressBack()
    expect([screen, browser.here(), browser.entries.length]).toEqual([3, "/en/help/", 3])
  })

  it("leaves to the home page from the first screen", () => {
    const browser = fakeHistory()
    keepBackInside(browser.place, hrefs, () => "leave")
    browser.pressBack()
    expect(browser.here()).toBe("/en/")
  })

  it("finds no form behind it after quick exit", () => {
    const browser = fakeHistory()
    keepBackInside(browser.place, hrefs, () => "stay")
    browser.exitTo("https://neutral.example")
    expect(browser.before()).toEqual(["/before/", "/en/"])
  })
})
