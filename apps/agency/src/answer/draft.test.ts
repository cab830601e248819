import { answerOf } from "@shn/consent"
import { AGENCY_ANSWER_KINDS, type Day, type KeyId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { describe, expect, test } from "vitest"
import {
  answerFrom,
  type Draft,
  EMPTY_DRAFT,
  reasonsOf,
  STATUS_KINDS,
  STOP_KINDS,
  saysStop,
} from "./draft.ts"

const whole: Draft = {
  ...EMPTY_DRAFT,
  number: " 1182/2026 ",
  instead: "Punjab Police",
  fields: ["me.cnic", "details", "me.cnic"],
  question: "Which day?\r\nWhich account?",
  sections: "PECA 2016, s. 20\n\n  PPC, s. 509  \n",
  court: "Sessions Court, Lahore",
  hearing: "2026-12-14",
  note: " We will write again. ",
}

const release = {
  agency: "door-nccia",
  releaseId: "11111111-1111-4111-8111-111111111111",
  consent: base64url(new Uint8Array(32)),
}
const by = base64url(new Uint8Array(16)) as KeyId

describe("the form of an answer", () => {
  test.each(AGENCY_ANSWER_KINDS)("of the kind %s makes an answer that can be signed", (kind) => {
    const read = answerFrom({ ...whole, kind, reason: reasonsOf(kind)[0] ?? "" })
    if (!read.ok) throw new Error(read.problems.join())
    expect(read.answer.kind).toBe(kind)
    expect(answerOf({ release, earlier: null, by, nowMs: 0, answer: read.answer })).not.toBeNull()
  })

  test("asks for everything a kind needs, and for nothing else", () => {
    const missing = (kind: Draft["kind"], change: Partial<Draft> = {}) => {
      const read = answerFrom({ ...EMPTY_DRAFT, kind, ...change })
      return read.ok ? [] : read.problems
    }
    expect(missing(null)).toEqual(["kind"])
    expect(missing("received")).toEqual(["number"])
    expect(missing("wrong_form")).toEqual(["reason"])
    expect(missing("wrong_forum")).toEqual(["reason"])
    expect(missing("ask_more")).toEqual(["question"])
    expect(missing("verification")).toEqual([])
    expect(missing("enquiry")).toEqual(["number"])
    expect(missing("fir")).toEqual(["number", "sections"])
    expect(missing("court")).toEqual(["court"])
    expect(missing("court", { court: "Sessions", hearing: "14 December" })).toEqual(["hearing"])
    expect(missing("closed")).toEqual(["reason"])
    expect(missing("stopped")).toEqual([])
    expect(missing("cannot_stop")).toEqual(["reason"])
  })

  test("takes no reason of another kind: one that was chosen before must not slip in", () => {
    const read = answerFrom({ ...EMPTY_DRAFT, kind: "cannot_stop", reason: "settled" })
    expect(read).toEqual({ ok: false, problems: ["reason"] })
  })

  test("takes away what pasting brings along, and keeps what the officer wrote", () => {
    const fir = answerFrom({ ...whole, kind: "fir" })
    expect(fir).toEqual({
      ok: true,
      answer: {
        kind: "fir",
        number: "1182/2026",
        sections: ["PECA 2016, s. 20", "PPC, s. 509"],
        note: "We will write again.",
      },
    })
    const asked = answerFrom({ ...whole, kind: "ask_more" })
    expect(asked).toMatchObject({
      answer: { fields: ["details", "me.cnic"], question: "Which day?\nWhich account?" },
    })
    expect(answerFrom({ ...whole, kind: "court" })).toMatchObject({
      answer: { hearing: "2026-12-14" as Day },
    })
  })
})

test("what is asked after a taking back is never among the ordinary answers", () => {
  expect([...STATUS_KINDS, ...STOP_KINDS].sort()).toEqual([...AGENCY_ANSWER_KINDS].sort())
  expect(STATUS_KINDS.some(saysStop)).toBe(false)
  expect(STOP_KINDS.every(saysStop)).toBe(true)
})
