import type { MessageId } from "@shn/domain"
import { signManifest } from "@shn/evidence"
import { randomUuidV4 } from "@shn/primitives/random"
import type { PackagePlanBody } from "@shn/sealed"
import { beforeAll, describe, expect, it, test } from "vitest"
import { NOW_MS } from "../../../../tests/support/helpline.ts"
import { type SignedCase, signedCase } from "../../../../tests/support/signed-case.ts"
import { type HandOverView, judge } from "./judge.ts"
import type { Leave } from "./leave.ts"
import { packingOrder } from "./order.ts"
import { extensionOf, planAsApprover, planAsDrafter } from "./plan.ts"

let signed: SignedCase
let sana: HandOverView & { readonly leave: Leave }
let bilal: HandOverView & { readonly leave: Leave }
let body: Omit<PackagePlanBody, "draftId" | "rev">
beforeAll(async () => {
  signed = await signedCase()
  await signed.approve("Sana", "code_word_checked")
  sana = withLeave(judge(await signed.at("Sana")))
  if (sana.signers === null) throw new Error("nobody signs")
  const planned = planAsDrafter({
    leave: sana.leave,
    signers: sana.signers,
    use: 1,
    packageId: randomUuidV4(signed.helpline.random),
    nowMs: NOW_MS,
    sign: signed.keys("Sana").sign,
  })
  if (!planned.ok) throw new Error(planned.error)
  body = planned.body
  const { draftId, rev } = signed.papers.said.body
  await signed.say("Sana", { kind: "package_plan", body: { ...body, draftId, rev } })
  bilal = withLeave(judge(await signed.at("Bilal")))
})

function withLeave(view: HandOverView): HandOverView & { readonly leave: Leave } {
  if (view.leave === null) throw new Error(`${view.step} ${view.findings.join()}`)
  return { ...view, leave: view.leave }
}
const withBody = (change: Partial<typeof body>) => {
  const plan = bilal.plan === null ? null : { ...bilal.plan, body: { ...bilal.plan.body, ...change } }
  return planAsApprover({ ...bilal, plan }, signed.directory, NOW_MS)
}
const whyNot = (change: Partial<typeof body>) => {
  const own = withBody(change)
  return own.ok ? "the same" : own.error
}

describe("the second member's desk", () => {
  it("makes the same list of the same case, and signs that one", async () => {
    expect(whyNot({})).toBe("the same")
    const looked = {
      handOff: (await signed.at("Bilal")).handOff,
      view: bilal,
      directory: signed.directory,
    }
    const { sign } = signed.keys("Bilal")
    const about = {
      caseId: (await signed.at("Bilal")).opened.caseKeys.caseId,
      signedMsgId: signed.papers.said.msgId,
    }
    const order = packingOrder({ ...about, looked, sign, nowMs: NOW_MS, random: signed.helpline.random })
    if (!order.ok) throw new Error(order.error)
    const { work } = order.value
    expect(work.signatures[0]).toEqual(body.signature)
    expect(work.signatures[1].payload).toBe(body.signature.payload)
    expect(work.kept).toHaveLength(1)
    expect(work.recipient).toBe(signed.agency.inbox.recipient)
    expect(work.files.map(({ id }) => id)).toEqual(body.files.map(({ id }) => id))
  })

  it("never signs as the second for the one who signed first", async () => {
    const looked = { handOff: (await signed.at("Sana")).handOff, view: sana, directory: signed.directory }
    const order = packingOrder({
      caseId: (await signed.at("Sana")).opened.caseKeys.caseId,
      signedMsgId: signed.papers.said.msgId,
      looked,
      sign: signed.keys("Sana").sign,
      nowMs: NOW_MS,
      random: signed.helpline.random,
    })
    expect(order).toEqual({ ok: false, error: "not-now" })
  })

  it("signs nothing that it did not make itself", () => {
    const [one, two] = body.signers
    expect(whyNot({ signers: [two, one] })).toBe("other-signers")
    expect(whyNot({ at: body.at + 3600 })).toBe("other-time")
    expect(whyNot({ at: signed.papers.consent.nbf - 1 })).toBe("other-time")
    expect(whyNot({ at: body.at + 60 })).toBe("differs")
    expect(whyNot({ packageId: randomUuidV4(signed.helpline.random) })).toBe("differs")
    expect(whyNot({ approvals: [...body.approvals].reverse() })).toBe("differs")
    expect(whyNot({ approvals: ["nothing of this case" as MessageId] })).toBe("other-papers")
  })

  it("signs no list with a part that the case does not give, though the drafter signed it", () => {
    const own = withBody({})
    if (!own.ok) throw new Error(own.error)
    const { manifest } = own.plan
    const sign = signed.keys("Sana").sign
    const longer = signManifest({ ...manifest, entries: [...manifest.entries].slice(0, -1) }, sign)
    expect(whyNot({ signature: longer })).toBe("differs")
    expect(whyNot({ signature: signManifest(manifest, signed.keys("Bilal").sign) })).toBe("differs")
    expect(whyNot({ signature: signManifest(manifest, sign) })).toBe("the same")
  })
})

test.each([
  ["IMG_1.PNG", "png"],
  ["clip.mp4", "mp4"],
  ["no ending", ""],
  ["a.b/c", ""],
  ["x.toolongending", ""],
  [".", ""],
])("the kind of a file called %j goes along as %j", (name, kind) => {
  expect(extensionOf(name)).toBe(kind)
})
