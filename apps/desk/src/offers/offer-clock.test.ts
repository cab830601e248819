import { describe, expect, it } from "vitest"
import { clockOffset, offerClock } from "./offer-clock.ts"

const NOW = Date.parse("2026-11-23T10:00:00Z")
const inMinutes = (minutes: number) => NOW + minutes * 60_000

describe("the clock of an offer", () => {
  it.each([
    ["calm at the start", 120, "calm"],
    ["calm just before half", 61, "calm"],
    ["louder at half of the time", 60, "soon"],
    ["louder until four fifths are gone", 25, "soon"],
    ["at its last stretch from four fifths on", 24, "last"],
    ["at its last stretch with seconds left", 0.5, "last"],
    ["over at the deadline itself", 0, "over"],
    ["over afterwards", -5, "over"],
  ] as const)("is %s", (_name, left, tone) => {
    expect(offerClock("P1", inMinutes(left), NOW).tone).toBe(tone)
  })

  it("never promises a minute that is not whole", () => {
    expect(offerClock("P0", inMinutes(7.99), NOW).minutesLeft).toBe(7)
  })

  it("stays calm when a deadline that waits for duty hours lies further away than the lane's time", () => {
    expect(offerClock("P2", inMinutes(2000), NOW)).toEqual({
      tone: "calm",
      minutesLeft: 2000,
      minutesGiven: 720,
    })
  })

  it("follows the server when the device is a year behind", () => {
    const device = NOW - 365 * 86_400_000
    const offset = clockOffset("2026-11-23T10:00:00.000Z", device)
    expect(offerClock("P1", inMinutes(90), device + offset).minutesLeft).toBe(90)
  })

  it("falls back to the device when the server's time is unreadable", () => {
    expect(clockOffset("soon", NOW)).toBe(0)
  })
})
