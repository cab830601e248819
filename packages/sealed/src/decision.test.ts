import type { NeedId } from "@shn/domain"
import { base64url, framed, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad } from "@shn/primitives/pad"
import { sealTo } from "@shn/primitives/seal-to"
import { beforeAll, describe, expect, test } from "vitest"
import { type MadeUpHelpline, madeUpHelpline, staff } from "../../../tests/support/helpline.ts"
import { idBytes } from "./identifiers.ts"
import { openDecision } from "./index.ts"

const needId = "0d9e4a52-6b7f-4c3a-9d7e-0123456789ab" as NeedId
let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline("decision")
})

// As the server does it.
async function sealed(record: object, alias = "Sana") {
  const { keys } = staff(helpline, alias)
  const plaintext = utf8(JSON.stringify(record))
  const info = framed(labelBytes(LABELS.decision), utf8(needId), idBytes(keys.keyId))
  const bytes = await sealTo(keys.kem.publicKey, info, pad(plaintext), helpline.random)
  return { needId, sealed: base64url(bytes), inputHash: base64url(sha256(plaintext)), keys }
}
const record = {
  v: 1,
  needId,
  salt: "AAAAAAAAAAAAAAAAAAAAAA",
  input: { pool: [] },
  decision: { picks: [], score: 61.5 },
}

describe("step 10: a router decision", () => {
  test("opens for the coordinator it was sealed to", async () => {
    const opened = await openDecision(await sealed(record))
    expect(opened).toEqual({ ok: true, value: { needId, input: record.input, decision: record.decision } })
  })
  test("opens for nobody else, and for no other need", async () => {
    const mine = await sealed(record)
    const other = { ok: false, error: "not-for-me" }
    expect(await openDecision({ ...mine, keys: staff(helpline, "Bilal").keys })).toEqual(other)
    const needElsewhere = "11111111-6b7f-4c3a-9d7e-0123456789ab" as NeedId
    expect(await openDecision({ ...mine, needId: needElsewhere })).toEqual(other)
  })
  test("that is not the one whose hash was kept, or not in its form, is damaged", async () => {
    const damaged = { ok: false, error: "damaged" }
    const mine = await sealed(record)
    expect(await openDecision({ ...mine, inputHash: base64url(helpline.random(32)) })).toEqual(damaged)
    expect(await openDecision(await sealed({ ...record, v: 2 }))).toEqual(damaged)
    expect(await openDecision(await sealed({ ...record, extra: 1 }))).toEqual(damaged)
    expect(await openDecision({ ...mine, sealed: "=" })).toEqual(damaged)
  })
})
