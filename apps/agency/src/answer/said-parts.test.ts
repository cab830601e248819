import type { AgencyAnswer } from "@shn/consent"
import type { Day } from "@shn/domain"
import { expect, test } from "vitest"
import { messages as en } from "../text/answer/en.ts"
import { saidParts } from "./said-parts.ts"

const names = { day: (day: Day) => `day ${day}`, field: (code: string) => `field ${code}` }
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "")
const parts = (answer: AgencyAnswer) => {
  const { facts, words } = saidParts(answer, en, names)
  return [...facts.map(plain), words]
}

test.each<[AgencyAnswer, readonly string[]]>([
  [{ kind: "received", diary: "1/26", note: "" }, ["Diary number 1/26", ""]],
  [{ kind: "wrong_form", reason: "unreadable", note: "page 2" }, [en.wrongForm.unreadable, "page 2"]],
  [{ kind: "wrong_forum", reason: "other_place", instead: "", note: "" }, [en.wrongForum.other_place, ""]],
  [
    { kind: "wrong_forum", reason: "other_agency", instead: "FIA", note: "" },
    [en.wrongForum.other_agency, "Instead: FIA", ""],
  ],
  [
    { kind: "ask_more", fields: ["details", "me.cnic"], question: "Which day?" },
    ["Asked for: field details · field me.cnic", "Which day?"],
  ],
  [{ kind: "ask_more", fields: [], question: "Which day?" }, ["Which day?"]],
  [{ kind: "verification", note: "" }, [""]],
  [{ kind: "enquiry", number: "7", note: "" }, ["No. 7", ""]],
  [
    { kind: "fir", number: "77/26", sections: ["s. 20", "s. 24"], note: "" },
    ["No. 77/26", "s. 20", "s. 24", ""],
  ],
  [
    { kind: "court", court: "Sessions", number: "", hearing: "2026-12-14" as Day, note: "" },
    ["Sessions", "Next hearing: day 2026-12-14", ""],
  ],
  [{ kind: "closed", reason: "decided", note: "" }, [en.closed.decided, ""]],
  [{ kind: "stopped", note: "" }, [""]],
  [{ kind: "cannot_stop", reason: "court_seized", note: "" }, [en.cannotStop.court_seized, ""]],
])("an answer is shown with every part that says something: %o", (answer, shown) => {
  expect(parts(answer)).toEqual(shown)
})

test("what an officer typed turns no sentence around it", () => {
  expect(saidParts({ kind: "received", diary: "1182/2026", note: "" }, en, names).facts[0]).toBe(
    "Diary number \u20661182/2026\u2069",
  )
})
