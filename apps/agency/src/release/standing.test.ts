import { REVOCATIONS_MAX_AGE_MS } from "@shn/consent"
import type { Day } from "@shn/domain"
import type { InboxLine, ReleaseState } from "@shn/wire"
import { expect, test } from "vitest"
import { standingOf } from "./standing.ts"

const NOW_MS = Date.UTC(2026, 10, 23, 9)
const line = (state: ReleaseState, releaseId = "one"): InboxLine => ({
  releaseId,
  state,
  day: "2026-11-23" as Day,
  lastDay: "2026-12-20" as Day,
  uses: 1,
  answers: 0,
})
const look = (...lines: InboxLine[]) => ({ lines, asOfMs: NOW_MS })

test.each([
  ["handed", "open"],
  ["fetched", "open"],
  ["recalled", "recalled"],
  ["locked", "locked"],
  ["answered", "answered"],
  ["over", "over"],
] as const)("a release that is %s is %s", (state, standing) => {
  expect(standingOf(line(state), null, NOW_MS)).toBe(standing)
})

test("an open package locks with the first look that says it was taken back", () => {
  expect(standingOf(line("fetched"), look(line("fetched", "two"), line("locked")), NOW_MS)).toBe("locked")
})

test("a look that was on its way before does not unlock it again", () => {
  expect(standingOf(line("locked"), look(line("fetched")), NOW_MS)).toBe("locked")
  expect(standingOf(line("locked"), look(line("answered")), NOW_MS)).toBe("answered")
})

test("a release that our computer no longer names is not shown", () => {
  expect(standingOf(line("fetched"), look(), NOW_MS)).toBe("gone")
})

test("when nobody could ask for a day whether it was taken back, it is not shown until somebody has", () => {
  const later = NOW_MS + REVOCATIONS_MAX_AGE_MS
  expect(standingOf(line("fetched"), look(line("fetched")), later - 1)).toBe("open")
  expect(standingOf(line("fetched"), look(line("fetched")), later)).toBe("unheard")
})
