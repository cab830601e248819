import type { AgencyAnswer } from "@shn/consent"
import type { Day } from "@shn/domain"
import { isolateLtr, isolateName } from "@shn/ui"
import type { AnswerText } from "../text/answer/area.ts"

/** An answer in words, one line for each of its parts that says something; what kind it is stands above. */
export function saidParts(
  answer: AgencyAnswer,
  words: AnswerText,
  names: { readonly day: (day: Day) => string; readonly field: (code: string) => string },
): readonly string[] {
  return [...factsOf(answer, words, names), "note" in answer ? answer.note : ""].filter((part) => part !== "")
}

function factsOf(
  answer: AgencyAnswer,
  words: AnswerText,
  names: Parameters<typeof saidParts>[2],
): readonly string[] {
  const { said } = words
  switch (answer.kind) {
    case "received":
      return [said.diary(isolateLtr(answer.diary))]
    case "wrong_form":
      return [words.wrongForm[answer.reason]]
    case "wrong_forum":
      return [
        words.wrongForum[answer.reason],
        answer.instead === "" ? "" : said.instead(isolateName(answer.instead)),
      ]
    case "ask_more":
      return [
        answer.fields.length === 0 ? "" : said.fields(answer.fields.map(names.field).join(" · ")),
        answer.question,
      ]
    case "enquiry":
      return [said.number(isolateLtr(answer.number))]
    case "fir":
      return [said.number(isolateLtr(answer.number)), ...answer.sections]
    case "court":
      return [
        answer.court,
        answer.number === "" ? "" : said.number(isolateLtr(answer.number)),
        answer.hearing === null ? "" : said.hearing(names.day(answer.hearing)),
      ]
    case "closed":
      return [words.closed[answer.reason]]
    case "cannot_stop":
      return [words.cannotStop[answer.reason]]
    case "verification":
    case "stopped":
      return []
  }
}
