import { expect, test } from "vitest"
import { LONGEST_PULSE_MS, PULSE_MS, startPulse } from "./pulse.ts"

/** A window whose clock the test turns. */
function madeUpWindow(answers: () => boolean) {
  let nowMs = 0
  let asked = 0
  const due: { at: number; then: () => void }[] = []
  const wakers = new Set<() => void>()
  const settled = () => new Promise((resume) => setTimeout(resume))
  const stop = startPulse({
    ask: async () => {
      asked++
      return answers()
    },
    after: (ms, then) => {
      const one = { at: nowMs + ms, then }
      due.push(one)
      return () => void due.splice(due.indexOf(one), due.includes(one) ? 1 : 0)
    },
    onWake: (listener) => {
      wakers.add(listener)
      return () => void wakers.delete(listener)
    },
  })
  return {
    stop,
    asked: () => asked,
    isWatched: () => wakers.size > 0 || due.length > 0,
    async wake() {
      for (const waker of [...wakers]) waker()
      await settled()
    },
    async turn(ms: number) {
      await settled()
      const end = nowMs + ms
      for (let next = soonest(); next !== undefined && next.at <= end; next = soonest()) {
        due.splice(due.indexOf(next), 1)
        nowMs = next.at
        next.then()
        await settled()
      }
      nowMs = end
    },
  }
  function soonest() {
    return [...due].sort((one, other) => one.at - other.at)[0]
  }
}

test("what became of a release is asked at once and every twenty seconds, whether anybody looks or not", async () => {
  const page = madeUpWindow(() => true)
  await page.turn(60_000)
  expect(page.asked()).toBe(4)
  page.stop()
})

test("without a line no pause is longer than forty seconds, so that a taking back is heard within a minute of its return", async () => {
  let hasLine = false
  const page = madeUpWindow(() => hasLine)
  await page.turn(10 * 60_000)
  hasLine = true
  const before = page.asked()
  await page.turn(LONGEST_PULSE_MS)
  expect(page.asked()).toBeGreaterThan(before)
  expect(LONGEST_PULSE_MS + PULSE_MS).toBeLessThanOrEqual(60_000)
  page.stop()
})

test("the line or the window coming back is reason to ask at once, and the next pause begins anew", async () => {
  const page = madeUpWindow(() => true)
  await page.turn(5_000)
  await page.wake()
  expect(page.asked()).toBe(2)
  await page.turn(PULSE_MS - 1)
  expect(page.asked()).toBe(2)
  await page.turn(1)
  expect(page.asked()).toBe(3)
  page.stop()
})

test("nothing is asked any more after signing out", async () => {
  const page = madeUpWindow(() => true)
  await page.turn(0)
  page.stop()
  expect(page.isWatched()).toBe(false)
  await page.turn(60_000)
  expect(page.asked()).toBe(1)
})
