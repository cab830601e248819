import type { UnownedNeed } from "@shn/wire"
import { describe, expect, it } from "vitest"
import { boardOrder } from "./board.ts"

const need = (needId: string, lane: UnownedNeed["lane"], state: "held" | "offered", waitingDays: number) =>
  ({ needId, lane, state, waitingDays }) as unknown as UnownedNeed

describe("the board", () => {
  it("puts danger first, then what nobody is asked for, then whoever waits longest", () => {
    const order = boardOrder([
      need("mild", "P3", "held", 9),
      need("asked", "P1", "offered", 5),
      need("held-new", "P1", "held", 0),
      need("held-old", "P1", "held", 2),
      need("danger", "P0", "offered", 0),
    ])
    expect(order.map((one) => one.needId)).toEqual(["danger", "held-old", "held-new", "asked", "mild"])
  })
})
