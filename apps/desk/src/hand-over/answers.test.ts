import { type AgencyAnswer, answerOf, sealAnswer, signAnswerOfAgency } from "@shn/consent"
import { base64url } from "@shn/primitives/encode"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import type { ReleaseView } from "@shn/wire"
import { beforeAll, describe, expect, it } from "vitest"
import { officerOf } from "../../../../tests/support/agency.ts"
import { NOW_MS } from "../../../../tests/support/helpline.ts"
import { type SignedCase, signedCase } from "../../../../tests/support/signed-case.ts"
import { answersTo } from "./answers.ts"

const RECEIVED: AgencyAnswer = { kind: "received", diary: "12/26", note: "" }
const FIR: AgencyAnswer = { kind: "fir", number: "77/26", sections: ["PECA 2016, s. 20"], note: "" }
let signed: SignedCase
beforeAll(async () => {
  signed = await signedCase()
})

/** Answers of Rabia in a chain, as our computer hands them out. @param by whose key signs them in truth */
async function delivered(
  answers: readonly AgencyAnswer[],
  by: SignKeyPair = officerOf(signed.agency, "Rabia").keys.sign,
): Promise<ReleaseView["answers"]> {
  const { consent, release, digest } = signed.papers
  const { releaseId } = release
  const { keyId } = officerOf(signed.agency, "Rabia").keys
  const list: ReleaseView["answers"] = []
  let earlier: Parameters<typeof answerOf>[0]["earlier"] = null
  for (const answer of answers) {
    const about = { agency: "door-nccia", releaseId, consent: digest }
    const statement = answerOf({ release: about, earlier, by: keyId, nowMs: NOW_MS, answer })
    if (statement === null) throw new Error("not an answer")
    earlier = statement
    const to = { reply: consent.reply, releaseId }
    const bytes = await sealAnswer(signAnswerOfAgency(statement, by), to, signed.helpline.random)
    list.push({
      answerId: `answer-${list.length}`,
      position: list.length,
      keyId,
      at: "2026-11-23T09:00:00.000Z",
      stops: false,
      bytes: base64url(bytes),
    })
  }
  return list
}
const read = (answers: ReleaseView["answers"]) =>
  answersTo(signed.papers, signed.view({ answers }), signed.directory)

describe("what the agency says, on the desk", () => {
  it("opens with the seed that the person put into the case, in the agency's own order", async () => {
    const answers = await delivered([RECEIVED, FIR])
    const chain = await read([...answers].reverse())
    expect(chain.findings).toEqual([])
    expect(chain.answers.map(({ answer }) => answer)).toEqual([RECEIVED, FIR])
  })

  it("is not shown when no officer of the list signed it, though it opens", async () => {
    const forged = await delivered([FIR], signKeyPair(signed.helpline.random(32)))
    expect(await read(forged)).toEqual({ answers: [], findings: ["answer-forged"] })
  })

  it("is known to be missing when our computer leaves one out before another", async () => {
    const [, second] = await delivered([RECEIVED, FIR])
    const chain = await read(second === undefined ? [] : [second])
    expect(chain.findings).toEqual(["answer-missing"])
    expect(chain.answers.map(({ answer }) => answer.kind)).toEqual(["fir"])
  })
})
