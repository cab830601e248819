import { describe, expect, it } from "vitest"
import { afterLook, type Remote } from "./remote.ts"

const shown: Remote<string> = { kind: "ready", value: "two offers", failure: null }

describe("looking again", () => {
  it("shows what came", () => {
    expect(afterLook({ kind: "loading" }, { ok: true, value: "two offers" })).toEqual(shown)
  })
  it("keeps what is on the screen when the line is cut, and says so", () => {
    expect(afterLook(shown, { ok: false, error: "offline" })).toEqual({ ...shown, failure: "offline" })
  })
  it("forgets the trouble once a look works again", () => {
    const cut = afterLook(shown, { ok: false, error: "offline" })
    expect(afterLook(cut, { ok: true, value: "one offer" })).toEqual({ ...shown, value: "one offer" })
  })
  it.each(["not_on_roster", "not_allowed", "not_found"] as const)(
    "takes the old copy off the screen when the server says %s",
    (error) => {
      expect(afterLook(shown, { ok: false, error })).toEqual({ kind: "failed", failure: error })
    },
  )
  it("says at once when the first look fails", () => {
    expect(afterLook({ kind: "loading" }, { ok: false, error: "busy" })).toEqual({
      kind: "failed",
      failure: "busy",
    })
  })
})
