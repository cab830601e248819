import * as fc from "fast-check"
import { expect, it } from "vitest"
import { anyInput } from "../../../../tests/support/pool.ts"
import type { PoolMember } from "../expert-profile.ts"
import { type AssignmentInput, assign } from "./assign.ts"

// A slow, obvious second version of the router, written from the rules and not from the code: it steps through
// time hour by hour, tries every rule on every expert, and counts rare experts by looking at everyone again.
const HOUR = 3_600_000
const LEVELS = ["basic", "fluent", "native"]

it("the router agrees with a slow and obvious one on thousands of random pools", () => {
  let withPicks = 0
  let relaxed = 0
  fc.assert(
    fc.property(anyInput, (given) => {
      const decision = assign(given)
      const expected = slowAssign(given)
      expect(decision.picks).toEqual(expected.picks)
      expect(decision.bindingRule).toBe(expected.binding)
      expect(decision.relaxed).toEqual(expected.relaxed)
      expect(decision.ranked.map(({ keyId, net }) => [keyId, net])).toEqual(expected.nets)
      if (decision.picks.length > 0) withPicks += 1
      if (decision.relaxed.length > 0) relaxed += 1
    }),
    { numRuns: 3000 },
  )
  // Random inputs that never matched anybody would make this test agree with anything.
  expect(withPicks).toBeGreaterThan(500)
  expect(relaxed).toBeGreaterThan(20)
})

function slowAssign(given: AssignmentInput) {
  const deadline = slowDeadline(given)
  const asked = given.pool.map((one) => ({ one, failed: slowFailures(one, given, deadline, []) }))
  let relaxed: string[] = []
  let fitting = asked.filter(({ failed }) => failed.length === 0).map(({ one }) => one)
  const binding = fitting.length > 0 ? null : slowBinding(asked.map(({ failed }) => failed))
  for (const next of [["province"], ["province", "dialect"]]) {
    if (fitting.length > 0) break
    fitting = given.pool.filter((one) => slowFailures(one, given, deadline, next).length === 0)
    if (fitting.length > 0) relaxed = next
  }
  const nets = fitting.map((one) => [one.keyId, slowNet(one, given)] as const)
  nets.sort((a, b) => (a[1] !== b[1] ? b[1] - a[1] : a[0] < b[0] ? -1 : 1))
  return { picks: nets.slice(0, 2).map(([key]) => key), nets, relaxed, binding }
}

function slowFailures(one: PoolMember, given: AssignmentInput, deadline: number | null, relaxed: string[]) {
  const { facets } = given
  const today = localIso(given.nowMs, given).slice(0, 10)
  const failed: string[] = []
  const mine = one.credentials.filter((held) => held.discipline === facets.discipline)
  const valid = mine.filter((held) => held.validUntil >= today)
  if (mine.length === 0) failed.push("discipline")
  else {
    if (valid.length === 0) failed.push("credential_valid")
    const place = facets.province
    const looked = valid.length > 0 ? valid : mine
    if (place !== "any" && !relaxed.includes("province"))
      if (!looked.some(({ provinces }) => provinces.length === 0 || provinces.includes(place)))
        failed.push("credential_province")
  }
  const least = facets.discipline === "psych" || facets.channel !== "messages" ? 1 : 0
  const level = (code: string) =>
    LEVELS.indexOf(one.languages.find((spoken) => spoken.code === code)?.level ?? "")
  const close: Record<string, string[]> = { skr: ["pa"], hno: ["pa"], pa: ["skr", "hno"] }
  const speaks = facets.languages.some((code) => level(code) >= least)
  const nearly = facets.languages.some((code) => (close[code] ?? []).some((near) => level(near) >= 1))
  if (!speaks && !(relaxed.includes("dialect") && nearly)) failed.push("language_level")
  if (facets.genderWish.strength === "must" && facets.genderWish.gender !== one.gender)
    failed.push("gender_must")
  const risky = ["intimate_images", "child_safety", "blackmail"].includes(facets.actFamily)
  if (facets.minor === "yes" || (facets.minor === "unknown" && risky))
    if (!one.clearances.includes("minors")) failed.push("clearance_minors")
  if (["P0", "P1"].includes(facets.lane) && !one.clearances.includes("urgent"))
    failed.push("clearance_urgent")
  if (["intimate_images", "child_safety"].includes(facets.actFamily))
    if (!one.clearances.includes("sexual_violence")) failed.push("clearance_sexual_violence")
  if (!one.channels.includes(facets.channel)) failed.push("channel")
  if (one.load + weight(given) > one.cap) failed.push("capacity")
  if (one.load * 2 >= one.cap && one.newCases >= 1 && (one.newCases + 1) * 6 > one.openCases)
    failed.push("new_case_limit")
  const isAway = one.leave.some(({ from, to }) => from <= today && today <= to)
  if (isAway) failed.push("on_leave")
  let comes = false
  const later = one.leave.filter(({ from, to }) => !(from <= today && today <= to))
  for (const at of deadline === null ? [] : moments(given.nowMs, deadline)) {
    const date = localIso(at, given).slice(0, 10)
    if (onDuty(one.duty, at, given) && !later.some(({ from, to }) => from <= date && date <= to)) comes = true
  }
  if (!comes) failed.push("on_duty_before_deadline")
  if (given.excluded.includes(one.keyId)) failed.push("excluded")
  return failed
}

function slowBinding(all: string[][]) {
  if (all.length === 0) return "empty_pool"
  const order =
    "discipline credential_valid credential_province language_level gender_must clearance_minors clearance_urgent clearance_sexual_violence channel capacity new_case_limit on_leave on_duty_before_deadline excluded".split(
      " ",
    )
  const most = (lists: string[][]) => {
    let best: string | null = null
    let count = 0
    for (const rule of order) {
      const here = lists.filter((list) => list.includes(rule)).length
      if (here > count) [best, count] = [rule, here]
    }
    return best
  }
  return most(all.filter((list) => list.length === 1)) ?? most(all)
}

function slowNet(one: PoolMember, given: AssignmentInput) {
  const { facets } = given
  const today = localIso(given.nowMs, given).slice(0, 10)
  const parts: [number, number][] = []
  if (facets.actFamily !== "ask_human") parts.push([35, (one.skills[facets.actFamily] ?? 0) / 3])
  let closeness = 0
  for (const [wish, code] of facets.languages.entries())
    for (const spoken of one.languages)
      if (spoken.code === code)
        closeness = Math.max(closeness, { basic: 0.5, fluent: 0.85, native: 1 }[spoken.level] * 0.7 ** wish)
  parts.push([15, closeness])
  if (given.knownBefore) parts.push([15, given.knownBefore.includes(one.keyId) ? 1 : 0])
  if (facets.actFamily !== "ask_human")
    parts.push([12, Math.min(one.experience[facets.actFamily] ?? 0, 10) / 10])
  if (facets.genderWish.strength === "prefer")
    parts.push([10, facets.genderWish.gender === one.gender ? 1 : 0])
  if (facets.province !== "any")
    parts.push([8, one.reach.length === 0 || one.reach.includes(facets.province) ? 1 : 0])
  parts.push([5, one.reliability / 100])
  let sum = 0
  let weights = 0
  for (const [points, share] of parts) {
    sum += points * share
    weights += points
  }
  const score = cents((100 * sum) / weights)

  const full = (one.load + weight(given)) / one.cap
  const load =
    full <= 0.5 ? 0 : full <= 0.8 ? (10 * (full - 0.5)) / (0.8 - 0.5) : 10 + (30 * (full - 0.8)) / (1 - 0.8)

  let scarcity = 0
  for (const discipline of ["psych", "legal", "cyber"])
    for (const code of ["ur", "ps", "skr", "pa"]) {
      const can = (who: PoolMember) =>
        who.gender === one.gender &&
        who.load < who.cap &&
        !who.leave.some(({ from, to }) => from <= today && today <= to) &&
        who.languages.some((spoken) => spoken.code === code && spoken.level !== "basic") &&
        who.credentials.some((held) => held.discipline === discipline && held.validUntil >= today)
      if (!can(one)) continue
      const wished = facets.genderWish.strength === "any" ? null : facets.genderWish.gender
      const languages: readonly string[] = facets.languages
      if (discipline === facets.discipline && languages.includes(code) && wished === one.gender) continue
      const others = given.pool.filter((who) => who.keyId !== one.keyId && can(who)).length
      scarcity = Math.max(scarcity, [18, 9, 4][others] ?? 0)
    }
  return cents(score - cents(load) - scarcity)
}

function slowDeadline(given: AssignmentInput) {
  const minutes = { P0: 15, P1: 120, P2: 720, P3: 1440 }[given.facets.lane]
  if (given.facets.lane === "P0") return Math.ceil((given.nowMs + minutes * 60_000) / 300_000) * 300_000
  const hours = given.pool.flatMap(({ duty }) => duty)
  if (!hours.some(({ fromMinute, toMinute }) => fromMinute < toMinute)) return null
  let left = minutes * 60_000
  for (let at = given.nowMs; ; at = nextHour(at)) {
    const length = nextHour(at) - at
    if (!onDuty(hours, at, given)) continue
    if (left <= length) return Math.ceil((at + left) / HOUR) * HOUR
    left -= length
  }
}

const weight = ({ facets }: AssignmentInput) => ({ P0: 3, P1: 3, P2: 2, P3: 1 })[facets.lane]
const cents = (points: number) => Math.round(points * 100) / 100
const nextHour = (at: number) => (Math.floor(at / HOUR) + 1) * HOUR
const localIso = (at: number, { helplineOffsetMinutes }: AssignmentInput) =>
  new Date(at + helplineOffsetMinutes * 60_000).toISOString()

/** Now, and every full hour after it: duty in these tests begins and ends on the hour. */
function moments(from: number, to: number) {
  const all = [from]
  for (let at = nextHour(from); at < to; at = nextHour(at)) all.push(at)
  return all
}

function onDuty(duty: PoolMember["duty"], at: number, given: AssignmentInput) {
  const local = new Date(at + given.helplineOffsetMinutes * 60_000)
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return duty.some(
    (block) => block.weekday === local.getUTCDay() && block.fromMinute <= minute && minute < block.toMinute,
  )
}
