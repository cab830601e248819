import { type AgencyStatement, fieldName } from "@shn/consent"
import type { Locale } from "@shn/domain"
import { formatDay, isolateLtr, isolateName } from "@shn/ui"
import type { ConsentText } from "../text/consent/area.ts"

/** What an agency says, as sentences, and what its officer added in their own words ("" for nothing). */
export type SaidAnswer = { readonly sentences: readonly string[]; readonly words: string }

/** Puts one answer of an agency into sentences. Numbers and names of its own keep their order inside a line of another direction. */
export function sayAnswer({ answer }: AgencyStatement, text: ConsentText, locale: Locale): SaidAnswer {
  const say = text.answer
  switch (answer.kind) {
    case "received":
      return { sentences: [say.received(isolateLtr(answer.diary))], words: answer.note }
    case "wrong_form":
      return { sentences: [say.wrong_form[answer.reason]], words: answer.note }
    case "wrong_forum": {
      const instead = answer.instead === "" ? [] : [say.instead(isolateName(answer.instead))]
      return { sentences: [say.wrong_forum[answer.reason], ...instead], words: answer.note }
    }
    case "ask_more": {
      const names = answer.fields.map((code) => fieldName(code, locale) ?? code)
      const fields = names.length === 0 ? [] : [say.fields(names.join(locale === "ur" ? "، " : ", "))]
      return { sentences: [say.ask_more, ...fields], words: answer.question }
    }
    case "verification":
      return { sentences: [say.verification], words: answer.note }
    case "enquiry":
      return { sentences: [say.enquiry(isolateLtr(answer.number))], words: answer.note }
    case "fir": {
      const sections = answer.sections.map(isolateLtr).join(locale === "ur" ? "، " : ", ")
      return { sentences: [say.fir(isolateLtr(answer.number), sections)], words: answer.note }
    }
    case "court": {
      const number = answer.number === "" ? [] : [say.courtNumber(isolateLtr(answer.number))]
      const hearing = answer.hearing === null ? [] : [say.hearing(formatDay(answer.hearing, locale))]
      return { sentences: [say.court(isolateName(answer.court)), ...number, ...hearing], words: answer.note }
    }
    case "closed":
      return { sentences: [say.closed[answer.reason]], words: answer.note }
    case "stopped":
      return { sentences: [say.stopped], words: answer.note }
    case "cannot_stop":
      return { sentences: [say.cannot_stop[answer.reason]], words: answer.note }
  }
}
