import { describe, expect, it } from "vitest"
import { escapeTwice } from "./escape-twice.ts"
import { CLEANING_LIMIT_MS, type LeavingPlace, leave } from "./leave.ts"

function watchedPlace(over: Partial<LeavingPlace> = {}) {
  const done: string[] = []
  const place: LeavingPlace = {
    emptyPage: () => done.push("empty"),
    tellWorker: () => done.push("worker"),
    storages: () => [{ clear: () => done.push("storage") }],
    slowCleaners: [async () => done.push("caches")],
    wait: () => new Promise(() => undefined),
    replace: (href) => done.push(href),
    ...over,
  }
  return { done, place }
}

describe("leaving now", () => {
  it("empties the screen first, then forgets everything, then goes", async () => {
    const { done, place } = watchedPlace()
    await leave(place, "https://neutral.example", () => done.push("key"))
    expect(done).toEqual(["empty", "worker", "key", "storage", "caches", "https://neutral.example"])
  })

  it("goes even when the worker cannot be told", async () => {
    const { done, place } = watchedPlace({
      tellWorker: () => {
        throw new Error("no worker")
      },
    })
    await leave(place, "away", () => undefined)
    expect(done.at(-1)).toBe("away")
  })

  it("goes even when the phone blocks its storage", async () => {
    const { done, place } = watchedPlace({
      storages: () => {
        throw new Error("blocked")
      },
    })
    await leave(place, "away", () => undefined)
    expect(done.at(-1)).toBe("away")
  })

  it("does not wait for a cleaner that never ends", async () => {
    let limit = 0
    const { done, place } = watchedPlace({
      slowCleaners: [() => new Promise(() => undefined)],
      wait: async (ms) => {
        limit = ms
      },
    })
    await leave(place, "away", () => undefined)
    expect([done.at(-1), limit]).toEqual(["away", CLEANING_LIMIT_MS])
  })

  it("goes when a cleaner or the request to the server fails", async () => {
    const { done, place } = watchedPlace({ slowCleaners: [() => Promise.reject(new Error("no"))] })
    await leave(place, "away", () => {
      throw new Error("no network")
    })
    expect(done.at(-1)).toBe("away")
  })
})

describe("Escape", () => {
  it("pressed twice shortly after each other leaves", () => {
    const isSecond = escapeTwice()
    expect([isSecond("Escape", 0), isSecond("Escape", 500)]).toEqual([false, true])
  })
  it.each([
    ["once", [["Escape", 0]]],
    [
      "twice with a long pause",
      [
        ["Escape", 0],
        ["Escape", 5_000],
      ],
    ],
    [
      "with another key between",
      [
        ["Escape", 0],
        ["a", 100],
        ["Escape", 200],
      ],
    ],
  ] as const)("pressed %s does not leave", (_, presses) => {
    const isSecond = escapeTwice()
    expect(presses.map(([key, at]) => isSecond(key, at)).includes(true)).toBe(false)
  })
})
