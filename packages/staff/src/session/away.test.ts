import { expect, test } from "vitest"
import { AWAY_MS, type Presence, watchPresence } from "./away.ts"

function madeUpBrowser() {
  let nowMs = 0
  const touch = new Set<() => void>()
  const look = new Set<() => void>()
  const listed = (listeners: Set<() => void>, listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const presence: Presence = {
    now: () => nowMs,
    onTouch: (listener) => listed(touch, listener),
    every: (_, listener) => listed(look, listener),
  }
  const call = (listeners: Set<() => void>) => {
    for (const listener of [...listeners]) listener()
  }
  return {
    presence,
    touch: () => call(touch),
    wait: (ms: number) => {
      nowMs += ms
      call(look)
    },
    isWatched: () => touch.size + look.size > 0,
  }
}

test("a desk that nobody has touched for an hour is left, though it went on asking for news", () => {
  const browser = madeUpBrowser()
  let left = 0
  watchPresence(browser.presence, () => {
    left += 1
  })
  browser.wait(AWAY_MS - 1)
  expect(left).toBe(0)
  browser.touch()
  browser.wait(AWAY_MS - 1)
  expect(left).toBe(0)
  browser.wait(1)
  browser.wait(AWAY_MS)
  expect([left, browser.isWatched()]).toEqual([1, false])
})

test("after a computer slept, the first touch does not open it to whoever touches it", () => {
  const browser = madeUpBrowser()
  let left = 0
  watchPresence(browser.presence, () => {
    left += 1
  })
  let slept = 0
  const { now } = browser.presence
  watchPresence({ ...browser.presence, now: () => now() + slept }, () => {
    left += 1
  })
  slept = AWAY_MS
  browser.touch()
  browser.wait(0)
  expect(left).toBe(1)
})
