import type { AgencyAnswer, AgencyStatement } from "@shn/consent"
import {
  AGENCY_ANSWER_KINDS,
  CANNOT_STOP_REASONS,
  CLOSED_REASONS,
  type Day,
  LOCALES,
  WRONG_FORM_REASONS,
  WRONG_FORUM_REASONS,
} from "@shn/domain"
import { describe, expect, it } from "vitest"
import { type ConsentText, loadConsent } from "../text/consent/area.ts"
import { sayAnswer } from "./answer-sentences.ts"

const texts = new Map<string, ConsentText>()
for (const locale of LOCALES) texts.set(locale, await loadConsent(locale))
const textIn = (locale: (typeof LOCALES)[number]): ConsentText => {
  const text = texts.get(locale)
  if (text === undefined) throw new Error(locale)
  return text
}
const said = (answer: AgencyAnswer) => ({ answer }) as AgencyStatement

const EVERY: readonly AgencyAnswer[] = [
  { kind: "received", diary: "1234/26", note: "" },
  ...WRONG_FORM_REASONS.map((reason) => ({ kind: "wrong_form", reason, note: "" }) as const),
  ...WRONG_FORUM_REASONS.map((reason) => ({ kind: "wrong_forum", reason, instead: "", note: "" }) as const),
  { kind: "ask_more", fields: [], question: "When?" },
  { kind: "verification", note: "" },
  { kind: "enquiry", number: "77/26", note: "" },
  { kind: "fir", number: "9/26", sections: ["PECA 2016, s. 20"], note: "" },
  { kind: "court", court: "Court no. 3", number: "", hearing: null, note: "" },
  ...CLOSED_REASONS.map((reason) => ({ kind: "closed", reason, note: "" }) as const),
  { kind: "stopped", note: "" },
  ...CANNOT_STOP_REASONS.map((reason) => ({ kind: "cannot_stop", reason, note: "" }) as const),
]

describe("what an agency answers", () => {
  it.each(LOCALES)("has a sentence of its own for every kind and reason, in %s", (locale) => {
    const first = EVERY.map((answer) => sayAnswer(said(answer), textIn(locale), locale).sentences[0])
    expect(new Set(first).size).toBe(EVERY.length)
    expect(new Set(EVERY.map(({ kind }) => kind)).size).toBe(AGENCY_ANSWER_KINDS.length)
  })
  it("names number, sections, court and the next hearing", () => {
    const fir = sayAnswer(
      said({ kind: "fir", number: "9/26", sections: ["a", "b"], note: "" }),
      textIn("ur"),
      "ur",
    )
    expect(fir.sentences[0]).toContain("\u20669/26\u2069")
    expect(fir.sentences[0]).toContain("\u2066a\u2069، \u2066b\u2069")
    const hearing = "2026-12-03" as Day
    const court = sayAnswer(
      said({ kind: "court", court: "Court no. 3", number: "4", hearing, note: "Bring the phone." }),
      textIn("en"),
      "en",
    )
    expect(court.sentences).toEqual([
      "It is before a court: \u2068Court no. 3\u2069.",
      "Its number there is \u20664\u2069.",
      "The next hearing is on 3 December 2026.",
    ])
    expect(court.words).toBe("Bring the phone.")
  })
  it("says what they ask for by the names of the consent, and keeps their question as their own words", () => {
    const asked = sayAnswer(
      said({ kind: "ask_more", fields: ["links", "me.city"], question: "Which account?" }),
      textIn("en"),
      "en",
    )
    expect(asked.sentences[1]).toBe("They ask for: the web addresses, my city")
    expect(asked.words).toBe("Which account?")
  })
})
