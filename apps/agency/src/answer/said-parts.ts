import type { AgencyAnswer } from "@shn/consent"
import type { Day } from "@shn/domain"
import { isolateLtr, isolateName } from "@shn/ui"
import type { AnswerText } from "../text/answer/area.ts"

/** An answer as it is shown below its kind. */
export type SaidParts = {
  /** One line for each part that says something, in the language of the page; what the officer typed in them is isolated. */
  readonly facts: readonly string[]
  /** What the officer wrote, in whatever language; "" for nothing. */
  readonly words: string
}

export function saidParts(
  answer: AgencyAnswer,
  words: AnswerText,
  names: { readonly day: (day: Day) => string; readonly field: (code: string) => string },
): SaidParts {
  return {
    facts: factsOf(answer, words, names).filter((part) => part !== ""),
    words: answer.kind === "ask_more" ? answer.question : answer.note,
  }
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
      return [answer.fields.length === 0 ? "" : said.fields(answer.fields.map(names.field).join(" · "))]
    case "enquiry":
      return [said.number(isolateLtr(answer.number))]
    case "fir":
      return [said.number(isolateLtr(answer.number)), ...answer.sections.map(isolateName)]
    case "court":
      return [
        isolateName(answer.court),
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
