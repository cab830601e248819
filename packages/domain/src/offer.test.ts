import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { keyId } from "../../../tests/support/pool.ts"
import {
  acceptOffer,
  afterDecline,
  afterExpiry,
  afterWithdrawal,
  beginOffers,
  handBack,
  MAX_OFFERS,
  type NeedOffers,
  offerByHand,
} from "./offer.ts"
import type { Result } from "./result.ts"
import { LANES } from "./vocabulary.ts"

const [first, second, third] = [keyId(1), keyId(2), keyId(3)] as const
const states = (need: NeedOffers) => need.offers.map(({ keyId: key, state }) => [key, state])
const must = (result: Result<NeedOffers, string>): NeedOffers => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe("a need", () => {
  it("is offered to the best first, and to the runner-up only after the best says no", () => {
    const begun = beginOffers("P2", [first, second])
    expect(states(begun)).toEqual([[first, "open"]])
    const next = must(afterDecline(begun, first))
    expect(states(next)).toEqual([
      [first, "declined"],
      [second, "open"],
    ])
  })

  it("is offered to the best two at once when somebody is in danger", () => {
    const begun = beginOffers("P0", [first, second])
    expect(begun.phase).toBe("offered")
    expect(states(begun)).toEqual([
      [first, "open"],
      [second, "open"],
    ])
  })

  it("stays with the other one when in danger one of two says no, then goes to the coordinators", () => {
    const one = must(afterDecline(beginOffers("P0", [first, second]), first))
    expect(one.phase).toBe("offered")
    expect(must(afterExpiry(one, second)).phase).toBe("held")
  })

  it("goes straight to the coordinators when nobody fits", () => {
    for (const lane of LANES) expect(beginOffers(lane, [])).toMatchObject({ phase: "held", offers: [] })
  })

  it("goes to the coordinators when everyone proposed has been asked", () => {
    const asked = must(afterExpiry(must(afterDecline(beginOffers("P3", [first, second]), first)), second))
    expect(asked.phase).toBe("held")
    expect(states(asked)).toEqual([
      [first, "declined"],
      [second, "expired"],
    ])
  })

  it("is not offered a fourth time by a machine, but a coordinator still may", () => {
    const four = [1, 2, 3, 4].map(keyId)
    let need = beginOffers("P2", four)
    for (const key of four.slice(0, MAX_OFFERS)) need = must(afterExpiry(need, key))
    expect(need.phase).toBe("held")
    expect(need.offers).toHaveLength(3)
    expect(must(offerByHand(need, keyId(4))).phase).toBe("offered")
  })

  it("goes back to the coordinators when the expert gives it back or misses the first contact", () => {
    const taken = must(acceptOffer(beginOffers("P2", [first, second]), first))
    const back = must(handBack(taken))
    expect(back.phase).toBe("held")
    expect(states(back)).toEqual([[first, "withdrawn"]])
    expect(handBack(back)).toEqual({ ok: false, error: "not_accepted" })
  })
})

describe("when two experts accept at once", () => {
  it("the first has it, the second is told that it is taken", () => {
    const taken = must(acceptOffer(beginOffers("P0", [first, second]), second))
    expect(taken.phase).toBe("accepted")
    expect(states(taken)).toEqual([
      [first, "withdrawn"],
      [second, "accepted"],
    ])
    expect(acceptOffer(taken, first)).toEqual({ ok: false, error: "already_taken" })
    expect(offerByHand(taken, third)).toEqual({ ok: false, error: "already_taken" })
  })
})

describe("an expert cannot", () => {
  const begun = beginOffers("P2", [first, second])

  it("take what was never offered", () => {
    expect(acceptOffer(begun, second)).toEqual({ ok: false, error: "not_offered" })
    expect(afterDecline(begun, third)).toEqual({ ok: false, error: "not_offered" })
  })

  it("take it after saying no, after the time is over, or after it was withdrawn", () => {
    for (const close of [afterDecline, afterExpiry, afterWithdrawal]) {
      const closed = must(close(begun, first))
      expect(acceptOffer(closed, first)).toEqual({ ok: false, error: "offer_closed" })
      expect(close(closed, first)).toEqual({ ok: false, error: "offer_closed" })
    }
  })

  it("be offered the same need twice at the same time", () => {
    expect(offerByHand(begun, first)).toEqual({ ok: false, error: "already_open" })
  })
})

it("a need is always in exactly one pair of hands, whatever happens in whatever order", () => {
  const acts = [
    acceptOffer,
    afterDecline,
    afterExpiry,
    afterWithdrawal,
    offerByHand,
    (need: NeedOffers) => handBack(need),
  ]
  const step = fc.record({ act: fc.constantFrom(...acts), key: fc.integer({ min: 1, max: 4 }).map(keyId) })
  fc.assert(
    fc.property(
      fc.constantFrom(...LANES),
      fc.uniqueArray(fc.integer({ min: 1, max: 4 }).map(keyId), { maxLength: 4 }),
      fc.array(step, { maxLength: 25 }),
      (lane, picks, steps) => {
        let need = beginOffers(lane, picks)
        for (const { act, key } of steps) {
          const result: Result<NeedOffers, string> = act(need, key)
          if (result.ok) need = result.value
          const open = need.offers.filter(({ state }) => state === "open").length
          const accepted = need.offers.filter(({ state }) => state === "accepted").length
          expect(need.phase).not.toBe("open")
          expect(accepted).toBe(need.phase === "accepted" ? 1 : 0)
          expect(open > 0).toBe(need.phase === "offered")
        }
      },
    ),
  )
})
