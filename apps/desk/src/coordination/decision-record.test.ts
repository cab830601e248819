import { type AssignmentInput, assign, type NeedId, POLICY } from "@shn/domain"
import { base64url, framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad } from "@shn/primitives/pad"
import { sealTo } from "@shn/primitives/seal-to"
import { beforeAll, describe, expect, it } from "vitest"
import { type MadeUpHelpline, madeUpHelpline, NOW_MS, staff } from "../../../../tests/support/helpline.ts"
import { readDecisionRecord } from "./decision-record.ts"

const NEED = "3f2b8c1e-5a4d-4c6f-8b7a-9d0e1f2a3b4c" as NeedId
const OTHER_NEED = "4f2b8c1e-5a4d-4c6f-8b7a-9d0e1f2a3b4c" as NeedId

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline("desk decision")
})

const input: AssignmentInput = {
  facets: {
    discipline: "psych",
    languages: ["ur"],
    genderWish: { strength: "any" },
    channel: "messages",
    province: "any",
    lane: "P0",
    actFamily: "ask_human",
    minor: "no",
  },
  pool: [],
  policy: POLICY,
  nowMs: NOW_MS,
  helplineOffsetMinutes: 300,
  excluded: [],
}

/** What the server stores and hands out, with one thing changed per test. */
async function stored(
  change: {
    readonly decision?: object
    readonly to?: string
    readonly needId?: NeedId
    readonly sealedFor?: NeedId
  } = {},
) {
  const reader = staff(helpline, change.to ?? "Sana").keys
  const needId = change.needId ?? NEED
  const record = {
    v: 1,
    needId,
    salt: base64url(helpline.random(16)),
    input,
    decision: { ...assign(input), ...change.decision },
  }
  const plaintext = utf8(JSON.stringify(record))
  const id = fromBase64url(reader.keyId)!
  const info = framed(labelBytes(LABELS.decision), utf8(change.sealedFor ?? needId), id)
  const sealed = await sealTo(reader.kem.publicKey, info, pad(plaintext), helpline.random)
  return {
    policyVersion: POLICY.version,
    inputHash: base64url(sha256(plaintext)),
    winner: null,
    sealed: base64url(sealed),
  }
}

describe("the stored decision of the router", () => {
  it("opens for the coordinator it was sealed to, and working it out again gives the same answer", async () => {
    const opened = await readDecisionRecord(await stored(), NEED, staff(helpline, "Sana").keys)
    expect(opened).toMatchObject({
      ok: true,
      value: { replayed: "same", madeAtMs: NOW_MS, facets: input.facets },
    })
  })
  it("is shown as different when the answer does not follow from the inputs", async () => {
    const forged = await stored({ decision: { bindingRule: "gender_must" } })
    const opened = await readDecisionRecord(forged, NEED, staff(helpline, "Sana").keys)
    expect(opened).toMatchObject({ ok: true, value: { replayed: "different" } })
  })
  it("does not open for another coordinator", async () => {
    expect(await readDecisionRecord(await stored(), NEED, staff(helpline, "Bilal").keys)).toEqual({
      ok: false,
      error: "unreadable",
    })
  })
  it("is not shown for another need", async () => {
    const answer = await stored({ needId: OTHER_NEED })
    expect(await readDecisionRecord(answer, NEED, staff(helpline, "Sana").keys)).toEqual({
      ok: false,
      error: "unreadable",
    })
  })
  it("is not shown when it was sealed for this need but speaks of another", async () => {
    const answer = await stored({ needId: OTHER_NEED, sealedFor: NEED })
    expect(await readDecisionRecord(answer, NEED, staff(helpline, "Sana").keys)).toEqual({
      ok: false,
      error: "unreadable",
    })
  })
  it("is not shown when it does not fit the stored hash", async () => {
    const answer = { ...(await stored()), inputHash: base64url(sha256(utf8("something else"))) }
    expect(await readDecisionRecord(answer, NEED, staff(helpline, "Sana").keys)).toEqual({
      ok: false,
      error: "unreadable",
    })
  })
  it("says so when no copy was made for me", async () => {
    const answer = { ...(await stored()), sealed: null }
    expect(await readDecisionRecord(answer, NEED, staff(helpline, "Sana").keys)).toEqual({
      ok: false,
      error: "no-copy",
    })
  })
})
