import { type Card, type CheckAnswers, type DecisionTables, nextQuestion } from "@shn/guidance"

/** Answers so far, and the questions behind them in the order they were answered. In memory only. */
export type CheckState = { readonly answers: CheckAnswers; readonly fields: readonly string[] }

export const NO_CHECK: CheckState = { answers: { act: [], flags: {} }, fields: [] }

/** The question to show, or null when the result can be shown. */
export function questionNow(tables: DecisionTables, state: CheckState): Card<"question"> | null {
  return nextQuestion(tables, state.answers) ?? null
}

/** Takes the chosen codes of a question as its answer. */
export function answer(state: CheckState, card: Card<"question">, codes: readonly string[]): CheckState {
  const { field } = card.meta
  return {
    answers: withField(state.answers, field, codes),
    fields: [...state.fields.filter((other) => other !== field), field],
  }
}

/** Takes the last answer back, so that its question is asked again: exactly the state before it. */
export function takeBack(state: CheckState): CheckState {
  const last = state.fields[state.fields.length - 1]
  if (last === undefined) return state
  return { answers: withoutField(state.answers, last), fields: state.fields.slice(0, -1) }
}

const FLAG = "flag."

// The codes of a question are the values of its field: the validator of the content checks it.
function withField(answers: CheckAnswers, field: string, codes: readonly string[]): CheckAnswers {
  if (field.startsWith(FLAG))
    return { ...answers, flags: { ...answers.flags, [field.slice(FLAG.length)]: codes[0] } } as CheckAnswers
  return { ...answers, [field]: field === "act" ? codes : codes[0] } as CheckAnswers
}

function withoutField(answers: CheckAnswers, field: string): CheckAnswers {
  if (field === "act") return { ...answers, act: [] }
  if (field.startsWith(FLAG)) {
    const { [field.slice(FLAG.length) as keyof CheckAnswers["flags"]]: _, ...flags } = answers.flags
    return { ...answers, flags }
  }
  const { [field as "medium"]: _, ...rest } = answers
  return rest
}
