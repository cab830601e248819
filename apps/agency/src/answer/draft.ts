import type { AgencyAnswer } from "@shn/consent"
import {
  AGENCY_ANSWER_KINDS,
  CANNOT_STOP_REASONS,
  CLOSED_REASONS,
  parseDay,
  WRONG_FORM_REASONS,
  WRONG_FORUM_REASONS,
  withoutUnseen,
} from "@shn/domain"

export type AnswerKind = AgencyAnswer["kind"]

/** What an officer has typed and chosen so far; each kind of answer uses some of it. */
export type Draft = {
  readonly kind: AnswerKind | null
  /** Diary number, number of the enquiry, of the FIR or of the court's case. */
  readonly number: string
  readonly reason: string
  readonly instead: string
  /** Codes of fields that are asked for. */
  readonly fields: readonly string[]
  readonly question: string
  /** One law and section a line. */
  readonly sections: string
  readonly court: string
  readonly hearing: string
  readonly note: string
}

export const EMPTY_DRAFT: Draft = {
  kind: null,
  number: "",
  reason: "",
  instead: "",
  fields: [],
  question: "",
  sections: "",
  court: "",
  hearing: "",
  note: "",
}

/** A part of the form that is missing or not in its form. "form": a part is too long, or holds letters nobody can see. */
export type DraftProblem = "kind" | "number" | "reason" | "question" | "sections" | "court" | "hearing"

/** Kinds that an officer gives in the ordinary way, in the order of a complaint's life. */
export const STATUS_KINDS: readonly AnswerKind[] = AGENCY_ANSWER_KINDS.filter(
  (kind) => kind !== "stopped" && kind !== "cannot_stop",
)
/** What is asked once the person has taken the consent back. */
export const STOP_KINDS = ["stopped", "cannot_stop"] as const satisfies readonly AnswerKind[]

/** Whether an answer says what the agency does about a taking back. */
export function saysStop(kind: AnswerKind): boolean {
  return STOP_KINDS.some((each) => each === kind)
}

/** The codes among which the reason of this kind is chosen; empty where it has none. */
export function reasonsOf(kind: AnswerKind): readonly string[] {
  switch (kind) {
    case "wrong_form":
      return WRONG_FORM_REASONS
    case "wrong_forum":
      return WRONG_FORUM_REASONS
    case "closed":
      return CLOSED_REASONS
    case "cannot_stop":
      return CANNOT_STOP_REASONS
    default:
      return []
  }
}

/** The draft as an answer, or everything that is missing. What is too long is found by `answerOf` afterwards. */
export function answerFrom(
  draft: Draft,
):
  | { readonly ok: true; readonly answer: AgencyAnswer }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] } {
  const problems: DraftProblem[] = []
  const need = (problem: DraftProblem, isThere: boolean) => {
    if (!isThere) problems.push(problem)
  }
  const number = draft.number.trim()
  const note = proseOf(draft.note)
  const reason = <Code extends string>(codes: readonly Code[]): Code | undefined => {
    const found = codes.find((code) => code === draft.reason)
    need("reason", found !== undefined)
    return found
  }
  const given = (answer: AgencyAnswer | undefined) =>
    problems.length > 0 || answer === undefined
      ? ({ ok: false, problems } as const)
      : ({ ok: true, answer } as const)

  switch (draft.kind) {
    case null:
      return { ok: false, problems: ["kind"] }
    case "received":
      need("number", number !== "")
      return given({ kind: "received", diary: number, note })
    case "wrong_form": {
      const why = reason(WRONG_FORM_REASONS)
      return given(why && { kind: "wrong_form", reason: why, note })
    }
    case "wrong_forum": {
      const why = reason(WRONG_FORUM_REASONS)
      return given(why && { kind: "wrong_forum", reason: why, instead: draft.instead.trim(), note })
    }
    case "ask_more": {
      const question = proseOf(draft.question)
      need("question", question !== "")
      return given({ kind: "ask_more", fields: [...new Set(draft.fields)].sort(), question })
    }
    case "verification":
      return given({ kind: "verification", note })
    case "enquiry":
      need("number", number !== "")
      return given({ kind: "enquiry", number, note })
    case "fir": {
      const sections = draft.sections
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
      need("number", number !== "")
      need("sections", sections.length > 0)
      return given({ kind: "fir", number, sections, note })
    }
    case "court": {
      const court = draft.court.trim()
      const hearing = draft.hearing.trim() === "" ? null : parseDay(draft.hearing.trim())
      need("court", court !== "")
      need("hearing", hearing === null || hearing.ok)
      return given({ kind: "court", court, number, hearing: hearing?.ok ? hearing.value : null, note })
    }
    case "closed": {
      const why = reason(CLOSED_REASONS)
      return given(why && { kind: "closed", reason: why, note })
    }
    case "stopped":
      return given({ kind: "stopped", note })
    case "cannot_stop": {
      const why = reason(CANNOT_STOP_REASONS)
      return given(why && { kind: "cannot_stop", reason: why, note })
    }
  }
}

/** Lines of other systems end in more than a line feed, and what is copied brings along marks that nobody sees. */
function proseOf(text: string): string {
  return withoutUnseen(text).replace(/\r\n?/g, "\n").trim()
}
