import { LOCALES, PROVINCES } from "@shn/domain"
import { expect, test } from "vitest"
import { hotlinesFor, telLink } from "./hotlines.ts"
import { loadCards } from "./pages.ts"

const cards = await loadCards("en", "danger-now")
const numbers = (province: Parameters<typeof hotlinesFor>[1], only: "urgent" | "all" = "urgent") =>
  hotlinesFor(cards, province, only).map((card) => card.meta.number)

test("every province begins with the police and has a line for the hurt and for cybercrime", () => {
  for (const province of PROVINCES) {
    expect(numbers(province)[0]).toBe("15")
    expect(numbers(province)).toEqual(expect.arrayContaining(["1122", "1799"]))
  }
})

test("a province sees its own lines right after the police, and not those of another", () => {
  expect(numbers("punjab").slice(0, 3)).toEqual(["15", "1043", "1737"])
  expect(numbers("sindh").slice(0, 2)).toEqual(["15", "1094"])
  expect(numbers("sindh")).not.toContain("1043")
  expect(numbers("ict")).toContain("8090")
  expect(numbers("kp").slice(1, 3)).toEqual(["0800-22227", "1097"])
})

test("who does not say a province sees all lines", () => {
  expect(numbers("any", "all")).toHaveLength(cards.filter((card) => card.kind === "hotline").length)
})

test("lines that cannot help within minutes stay off the urgent list", () => {
  expect(numbers("punjab")).not.toContain("1787")
  expect(numbers("punjab", "all")).toContain("1787")
})

test("the numbers are the same in every language", async () => {
  for (const locale of LOCALES) {
    const own = hotlinesFor(await loadCards(locale, "danger-now"), "any", "all")
    expect(own.map((card) => card.meta.number)).toEqual(numbers("any", "all"))
  }
})

test("a number becomes a link that a phone can dial", () => {
  expect(telLink("0800-39393")).toBe("tel:080039393")
  expect(telLink("15")).toBe("tel:15")
})
