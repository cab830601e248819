import { needsCodeWord } from "@shn/consent"
import { addDays } from "@shn/domain"
import type { ReleaseView } from "@shn/wire"
import type { GivenStage } from "./given.ts"

/** The screens between "may this go?" and the signature. Each says one thing. */
export const SIGN_STEPS = ["who", "what", "against", "truth", "code", "when", "sign"] as const
export type SignStep = (typeof SIGN_STEPS)[number]

/** What the person has done so far. Nothing is ticked or typed for them. */
export type SignForm = {
  readonly isTrue: boolean
  readonly codeWord: string
  /** Their own tick: it cannot wait for the day to think. */
  readonly urgent: boolean
}

export const EMPTY_FORM: SignForm = { isTrue: false, codeWord: "", urgent: false }

export function stepsFor(asksCodeWord: boolean): readonly SignStep[] {
  return SIGN_STEPS.filter((step) => step !== "code" || asksCodeWord)
}

/** What is still missing on a step; null when the person may go on. */
export function missingOn(step: SignStep, form: SignForm): "truth" | "code" | null {
  if (step === "truth" && !form.isTrue) return "truth"
  if (step === "code" && form.codeWord.trim() === "") return "code"
  return null
}

/** Whether every step has what it needs. */
export function maySign(steps: readonly SignStep[], form: SignForm): boolean {
  return steps.every((step) => missingOn(step, form) === null)
}

/**
 * Whether the word agreed in conversation is asked for: before the first package of a case, and where another one left within
 * seven days or may leave any moment.
 * @param releases the server's view; days, so each counts to its end
 */
export function asksCodeWord(
  releases: readonly Pick<ReleaseView, "handed">[],
  stages: readonly GivenStage[],
  nowMs: number,
): boolean {
  const left = releases.flatMap(({ handed }) =>
    handed.map(({ day }) => Math.min(nowMs, Date.parse(`${addDays(day, 1)}T00:00:00Z`))),
  )
  const isOneUnderWay = stages.some(
    (stage) => stage === "unsent" || stage === "thinking" || stage === "packing",
  )
  return needsCodeWord(isOneUnderWay ? [...left, nowMs] : left, nowMs)
}
