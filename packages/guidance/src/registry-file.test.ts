import { type Day, LOCALES } from "@shn/domain"
import { expect, test } from "vitest"
import { agencyRegistry, loadCards, loadRegistry } from "./index.ts"

const today = "2026-11-23" as Day

test("the agencies that an app loads alone are those of the page about doors, in every language", async () => {
  for (const locale of LOCALES)
    expect(await loadRegistry(locale, today)).toEqual(agencyRegistry(await loadCards(locale, "doors"), today))
})

test("the agencies are those of the day that is asked about", async () => {
  const matters = async (day: string) =>
    (await loadRegistry("en", day as Day)).find(({ id }) => id === "door-fia")?.matters
  expect(await matters("2025-03-31")).toContain("cybercrime")
  expect(await matters("2025-04-01")).not.toContain("cybercrime")
})
