import { describe, expect, it } from "vitest"
import { storedSeenVersion } from "./seen-version.ts"

const NAME = "shn-desk-directory-version"

function browserStorage(first: Record<string, string> = {}) {
  const held = new Map(Object.entries(first))
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  }
}

describe("what an app of the staff remembers on the device", () => {
  it("is one number, and it never goes down", () => {
    const storage = browserStorage()
    const seen = storedSeenVersion(storage, NAME)
    seen.write(7)
    seen.write(5)
    expect(seen.read()).toBe(7)
    expect([...storage.held.values()]).toEqual(["7"])
  })
  it("is there after a reload", () => {
    const storage = browserStorage()
    storedSeenVersion(storage, NAME).write(7)
    expect(storedSeenVersion(storage, NAME).read()).toBe(7)
  })
  it.each(["nonsense", "-3", "1.5", ""])("is nothing when the stored text is %s", (text) => {
    expect(storedSeenVersion(browserStorage({ [NAME]: text }), NAME).read()).toBe(0)
  })
  it("lasts as long as the tab where storage is blocked", () => {
    const blocked = {
      getItem: () => {
        throw new Error("blocked")
      },
      setItem: () => {
        throw new Error("blocked")
      },
    }
    const seen = storedSeenVersion(blocked, NAME)
    seen.write(3)
    expect(seen.read()).toBe(3)
    expect(storedSeenVersion(null, NAME).read()).toBe(0)
  })
})
