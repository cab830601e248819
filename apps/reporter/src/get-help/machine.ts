import {
  type Boundary,
  type BoundaryNotice,
  type Discipline,
  type ExclusionReason,
  type LaneItem,
  type SpokenLanguage,
  toggleBoundary,
} from "@shn/domain"
import { type HelpAnswers, laneOfAnswers, toggleNow, wordsForgotten } from "./answers.ts"

/** The screens of "get help", in order. `numbers` is shown only when somebody may be in danger now. */
export const STEPS = [
  "safe",
  "now",
  "numbers",
  "age",
  "what",
  "where",
  "boundaries",
  "kinds",
  "expert",
  "story",
  "about",
  "review",
  "receipt",
  "type_back",
  "sent",
] as const
export type Step = (typeof STEPS)[number]

/** Longest story, in UTF-16 code units, as a text area counts. */
export const MAX_STORY = 200_000

/** Longest "who is it about", in UTF-16 code units: what a preview may hold. */
export const MAX_ABOUT = 4_000
/** Longest field of the safe way to be reached: four of them and their labels fit one sealed line. */
export const MAX_CONTACT_PART = 900

/** What must be mended before the next screen. */
export type StepProblem =
  | "choose_one"
  | "choose_language"
  | "story_empty"
  | "story_long"
  | "contact_long"
  | "about_long"

export type HelpState = {
  readonly step: Step
  readonly answers: HelpAnswers
  /** Set by a refused "next", cleared by the next change. */
  readonly problem: StepProblem | null
  /** Switches that went off by themselves with the last tap, to be told. */
  readonly switchedOff: readonly { readonly boundary: Boundary; readonly because: ExclusionReason }[]
  readonly notices: readonly BoundaryNotice[]
  /** Set while one screen is being changed from the review. */
  readonly returnsToReview: boolean
}

export type HelpEvent =
  | { readonly type: "set"; readonly change: Partial<HelpAnswers> }
  | { readonly type: "toggle_now"; readonly item: LaneItem }
  | { readonly type: "toggle_boundary"; readonly boundary: Boundary }
  | { readonly type: "toggle_need"; readonly discipline: Discipline }
  | { readonly type: "toggle_language"; readonly language: SpokenLanguage }
  | { readonly type: "next" }
  | { readonly type: "back" }
  | { readonly type: "edit"; readonly step: Step }
  /** The server has it, durably. */
  | { readonly type: "sent" }
  | { readonly type: "restore"; readonly step: Step; readonly answers: HelpAnswers }

export function startOf(answers: HelpAnswers): HelpState {
  return { step: "safe", answers, problem: null, switchedOff: [], notices: [], returnsToReview: false }
}

/** The one place that decides what a tap does. Pure: the screen shows, this decides. */
export function helpReducer(state: HelpState, event: HelpEvent): HelpState {
  switch (event.type) {
    case "set":
      return changed(state, event.change)
    case "toggle_now":
      return changed(state, { now: toggleNow(state.answers.now, event.item) })
    case "toggle_boundary": {
      const toggled = toggleBoundary(state.answers.boundaries, event.boundary)
      const next = changed(state, { boundaries: toggled.set })
      return { ...next, switchedOff: toggled.switchedOff, notices: toggled.notices }
    }
    case "toggle_need":
      return changed(state, { needs: toggled(state.answers.needs, event.discipline) })
    case "toggle_language":
      return changed(state, { languages: toggled(state.answers.languages, event.language) })
    case "next":
      return goOn(state)
    case "back":
      return { ...calm(state), step: stepBefore(state), returnsToReview: false }
    case "edit":
      return { ...calm(state), step: event.step, returnsToReview: event.step !== "review" }
    case "sent":
      // What was sealed has no business in memory any longer; the lane still tells when somebody answers.
      return { ...calm(state), step: "sent", answers: wordsForgotten(state.answers), returnsToReview: false }
    case "restore":
      return { ...startOf(event.answers), step: event.step }
  }
}

/** The screens that this person will see. */
export function stepsFor(answers: HelpAnswers): readonly Step[] {
  return STEPS.filter((step) => step !== "numbers" || laneOfAnswers(answers) === "P0")
}

/** The screen before; the same screen where there is none. A sent case has no way back into the form. */
export function stepBefore(state: HelpState): Step {
  if (state.step === "sent") return "sent"
  if (state.returnsToReview) return "review"
  const steps = stepsFor(state.answers)
  return steps[Math.max(0, steps.indexOf(state.step) - 1)] ?? "safe"
}

/** True where Back leaves the page instead of showing an earlier screen. */
export function leavesOnBack(state: HelpState): boolean {
  return state.step === "safe" || state.step === "sent"
}

/** What is missing on a screen, or null. Every question except these may be left open. */
export function problemOf(step: Step, answers: HelpAnswers): StepProblem | null {
  switch (step) {
    case "kinds":
      return answers.needs.length === 0 ? "choose_one" : null
    case "expert":
      return answers.languages.length === 0 ? "choose_language" : null
    case "story":
      if (answers.story.trim() === "") return "story_empty"
      if (answers.story.length > MAX_STORY) return "story_long"
      return Object.values(answers.contact).some(isLongContact) ? "contact_long" : null
    case "about":
      return answers.about.length > MAX_ABOUT ? "about_long" : null
    default:
      return null
  }
}

/** Whether one field of the safe way to be reached is longer than we can seal. */
export function isLongContact(part: string): boolean {
  return part.trim().length > MAX_CONTACT_PART
}

function goOn(state: HelpState): HelpState {
  const problem = problemOf(state.step, state.answers)
  if (problem !== null) return { ...state, problem }
  if (state.returnsToReview) return { ...calm(state), step: "review", returnsToReview: false }
  const steps = stepsFor(state.answers)
  return { ...calm(state), step: steps[steps.indexOf(state.step) + 1] ?? state.step }
}

function changed(state: HelpState, change: Partial<HelpAnswers>): HelpState {
  return { ...calm(state), answers: { ...state.answers, ...change } }
}

function calm(state: HelpState): HelpState {
  return { ...state, problem: null, switchedOff: [], notices: [] }
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
