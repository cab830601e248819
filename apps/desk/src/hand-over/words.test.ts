import { type AgencyAnswer, CONSENT_FINDINGS, HAND_OFF_FINDINGS } from "@shn/consent"
import { AGENCY_ANSWER_KINDS, type Day, LOCALES } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { loadHandOverText } from "../text/hand-over/area.ts"
import type { DeskFinding } from "./facts.ts"
import { answerWords, whatToDo } from "./words.ts"

const NOTE = "Please bring the phone."
const ANSWERS: readonly AgencyAnswer[] = [
  { kind: "received", diary: "12/26", note: NOTE },
  { kind: "wrong_form", reason: "signature_needed", note: NOTE },
  { kind: "wrong_forum", reason: "other_place", instead: "FIA Lahore", note: "" },
  { kind: "ask_more", fields: ["incident", "me.city"], question: "On which day?" },
  { kind: "verification", note: "" },
  { kind: "enquiry", number: "7", note: "" },
  { kind: "fir", number: "77/26", sections: ["PECA 2016, s. 20", "PPC, s. 509"], note: "" },
  { kind: "court", court: "Sessions Court", number: "9", hearing: "2026-12-01" as Day, note: "" },
  { kind: "closed", reason: "settled", note: "" },
  { kind: "stopped", note: "" },
  { kind: "cannot_stop", reason: "law_requires", note: "" },
]

describe.each(LOCALES)("in %s", (locale) => {
  it("every finding comes with something that can be done", async () => {
    const text = await loadHandOverText(locale)
    const findings: readonly DeskFinding[] = [
      ...CONSENT_FINDINGS,
      ...HAND_OFF_FINDINGS,
      "agency-gone",
      "list-too-old",
      "boundaries-unknown",
      "identity-shut",
    ]
    for (const finding of findings) {
      expect(text.finding[finding].length).toBeGreaterThan(10)
      expect(whatToDo(text, [finding])).toHaveLength(1)
    }
    // The same thing to do is said once.
    expect(whatToDo(text, ["file-missing", "file-changed", "expired"])).toEqual([text.what.again])
  })

  it("every answer of an agency is a sentence with what belongs to it, and the officer's own words stay theirs", async () => {
    const text = await loadHandOverText(locale)
    expect(ANSWERS.map(({ kind }) => kind)).toEqual(AGENCY_ANSWER_KINDS)
    const said = ANSWERS.map((answer) => answerWords(text, answer, locale))
    expect(said.map(({ ownWords }) => ownWords)).toEqual([
      [NOTE],
      [NOTE],
      [],
      ["On which day?"],
      ...Array.from({ length: 7 }, () => []),
    ])
    const details = said.map((one) => one.details.length)
    expect(details).toEqual([0, 1, 2, 2, 0, 0, 0, 2, 1, 0, 1])
    expect(said[6]?.sentence).toContain("PECA 2016, s. 20, PPC, s. 509")
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(ANSWERS.length)
    // A field is called by its name, never by its code.
    expect(said[3]?.details.join()).not.toContain("me.city")
  })
})
