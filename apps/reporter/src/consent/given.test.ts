import type { AnswerChain } from "@shn/consent"
import { describe, expect, it } from "vitest"
import { stageShown } from "./given.ts"

const chainOf = (...kinds: readonly string[]) =>
  ({ answers: kinds.map((kind) => ({ answer: { kind } })), findings: [] }) as unknown as AnswerChain

describe("what the office says about a taking back", () => {
  it("is said to be said only when one of its signed answers says it, whatever else it marked as such", () => {
    expect(stageShown("answered", chainOf("received", "stopped"))).toBe("answered")
    expect(stageShown("answered", chainOf("cannot_stop"))).toBe("answered")
    expect(stageShown("answered", chainOf("received", "enquiry"))).toBe("locked")
    expect(stageShown("answered", chainOf())).toBe("locked")
  })

  it("changes nothing else, and nothing before the answers are opened", () => {
    expect(stageShown("answered", null)).toBe("locked")
    for (const stage of ["handed", "fetched", "over", "thinking", "locked"] as const)
      expect(stageShown(stage, chainOf("stopped"))).toBe(stage)
  })
})
