import { LANES, THREE_WAY } from "@shn/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { GATE_CONDITIONS, type ReplyFacts, replyGate } from "./reply-gate.ts"

const SAFE: ReplyFacts = {
  isAdult: "yes",
  lane: "P2",
  isCloseOrHousehold: "no",
  hasViolenceOrHonourThreat: "no",
  hasIntimateImageOrMoneyDemand: "no",
  isKnownWithStanding: "yes",
  hasPrivatePhysicalAccess: "no",
  isInquirySilenceAdvised: "no",
  isEvidenceSaved: "yes",
  hasFallbackContact: "yes",
  hasAuthority: "no",
}

const facts = fc.record(
  {
    isAdult: fc.constantFrom(...THREE_WAY),
    lane: fc.constantFrom(...LANES),
    isCloseOrHousehold: fc.constantFrom(...THREE_WAY),
    hasViolenceOrHonourThreat: fc.constantFrom(...THREE_WAY),
    hasIntimateImageOrMoneyDemand: fc.constantFrom(...THREE_WAY),
    isKnownWithStanding: fc.constantFrom(...THREE_WAY),
    hasPrivatePhysicalAccess: fc.constantFrom(...THREE_WAY),
    isInquirySilenceAdvised: fc.constantFrom(...THREE_WAY),
    isEvidenceSaved: fc.constantFrom(...THREE_WAY),
    hasFallbackContact: fc.constantFrom(...THREE_WAY),
    hasAuthority: fc.constantFrom(...THREE_WAY),
    hasExpertReadText: fc.constantFrom(...THREE_WAY),
    hasNonRetaliationPlan: fc.constantFrom(...THREE_WAY),
  },
  { requiredKeys: [] },
)

describe("the reply gate", () => {
  test("knows nothing, so it says: do not reply, and names every condition", () => {
    expect(replyGate({})).toEqual({ decision: "do_not_reply", heldBackBy: [...GATE_CONDITIONS] })
  })

  test("opens when everything is known and safe", () => {
    expect(replyGate(SAFE)).toEqual({ decision: "may_reply", heldBackBy: [], isExpertRead: false })
    expect(replyGate({ ...SAFE, lane: "P3" }).decision).toBe("may_reply")
  })

  test.each([
    ["a child", { isAdult: "no" }, "adult"],
    ["an age not told", { isAdult: "unknown" }, "adult"],
    ["danger now", { lane: "P0" }, "not_urgent"],
    ["a threat", { lane: "P1" }, "not_urgent"],
    ["a partner or family", { isCloseOrHousehold: "yes" }, "not_close"],
    ["a threat of violence or honour harm", { hasViolenceOrHonourThreat: "yes" }, "no_violence"],
    ["pictures or a money demand", { hasIntimateImageOrMoneyDemand: "yes" }, "no_images_or_money"],
    ["an unknown or organised person", { isKnownWithStanding: "no" }, "known_person"],
    ["someone who can reach the person alone", { hasPrivatePhysicalAccess: "yes" }, "no_physical_access"],
    ["an inquiry where counsel advises silence", { isInquirySilenceAdvised: "yes" }, "no_running_inquiry"],
    ["evidence not saved yet", { isEvidenceSaved: "no" }, "evidence_saved"],
    ["nobody to call if it gets worse", { hasFallbackContact: "no" }, "fallback_contact"],
    ["someone over marks or job", { hasAuthority: "yes" }, "expert_read"],
    ["someone perhaps over marks or job", { hasAuthority: "unknown" }, "expert_read"],
  ] as const)("holds the reply back for %s, and says so", (_, change, condition) => {
    expect(replyGate({ ...SAFE, ...change })).toEqual({ decision: "do_not_reply", heldBackBy: [condition] })
  })

  test("someone over marks or job needs both: an expert who read the text, and a plan", () => {
    const senior = { ...SAFE, hasAuthority: "yes" } as const
    expect(replyGate({ ...senior, hasExpertReadText: "yes" }).decision).toBe("do_not_reply")
    expect(replyGate({ ...senior, hasNonRetaliationPlan: "yes" }).decision).toBe("do_not_reply")
    expect(replyGate({ ...senior, hasExpertReadText: "yes", hasNonRetaliationPlan: "yes" })).toEqual({
      decision: "may_reply",
      heldBackBy: [],
      isExpertRead: true,
    })
  })

  test("not knowing one thing never opens the gate", () => {
    for (const key of Object.keys(SAFE) as (keyof ReplyFacts)[]) {
      const { [key]: _gone, ...rest } = SAFE
      expect(replyGate(rest).decision, key).toBe("do_not_reply")
    }
  })

  test("agrees with the sentence of the rule for any facts", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const isSafe =
          given.isAdult === "yes" &&
          (given.lane === "P2" || given.lane === "P3") &&
          [
            given.isCloseOrHousehold,
            given.hasViolenceOrHonourThreat,
            given.hasIntimateImageOrMoneyDemand,
          ].every((f) => f === "no") &&
          [given.hasPrivatePhysicalAccess, given.isInquirySilenceAdvised].every((f) => f === "no") &&
          [given.isKnownWithStanding, given.isEvidenceSaved, given.hasFallbackContact].every(
            (f) => f === "yes",
          ) &&
          (given.hasAuthority === "no" ||
            (given.hasExpertReadText === "yes" && given.hasNonRetaliationPlan === "yes"))
        return (replyGate(given).decision === "may_reply") === isSafe
      }),
      { numRuns: 2000 },
    )
  })
})
