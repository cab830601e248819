import type { Envelope } from "@shn/wire"
import { describe, expect, it } from "vitest"
import { NOTHING_SENT, needsAnotherLook, type SendState, sealedBefore } from "./sending.ts"

const envelope = { bytes: "sealed" } as unknown as Envelope
const failed = (failure: "offline" | "epoch_moved"): SendState => ({
  kind: "failed",
  failure,
  text: "I read what you wrote",
  envelope,
})

describe("sending again after a failure", () => {
  it("sends the very same bytes, so that a message that did arrive is not there twice", () => {
    expect(sealedBefore(failed("offline"), "I read what you wrote")).toBe(envelope)
  })
  it("seals anew when the words were changed", () => {
    expect(sealedBefore(failed("offline"), "I read it all")).toBeNull()
  })
  it("seals anew when the readers have changed in the meantime", () => {
    expect(sealedBefore(failed("epoch_moved"), "I read what you wrote")).toBeNull()
    expect(needsAnotherLook("epoch_moved")).toBe(true)
  })
  it("has nothing to repeat before anything was sent", () => {
    expect(sealedBefore(NOTHING_SENT, "")).toBeNull()
    expect(needsAnotherLook("offline")).toBe(false)
  })
})
