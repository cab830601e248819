import { describe, expect, it } from "vitest"
import { LONGEST_PAUSE_MS, nextPollMs, POLL_MS } from "./poll.ts"

describe("asking the server again", () => {
  it("asks every twenty seconds while somebody looks", () => {
    expect(nextPollMs({ isVisible: true, failures: 0 })).toBe(POLL_MS)
  })
  it("asks nothing while the screen is hidden", () => {
    expect(nextPollMs({ isVisible: false, failures: 0 })).toBeNull()
  })
  it("waits longer after each failure, but never more than five minutes", () => {
    const waits = [1, 2, 3, 4, 50].map((failures) => nextPollMs({ isVisible: true, failures }))
    expect(waits).toEqual([40_000, 80_000, 160_000, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS])
  })
})
