import { LANE_ITEMS, LANES, type LaneItem, type PriorityLane } from "@shn/domain"
import { type Card, cardsOf, type Line } from "../schema.ts"
import { NEXT_STEPS, type NextStep } from "./answers.ts"
import { type Condition, parseCondition } from "./condition.ts"

/** A rule that settles one thing. `id` and `sources` go with every answer, so that each "why" can be traced. */
export type Rule<Answer extends string> = {
  readonly id: string
  readonly sources: readonly string[]
  /** The rule itself rests on a medium fact: show "verify" beside its reason. */
  readonly isToVerify: boolean
  readonly when: Condition
  readonly gives: Answer
  readonly order: number
  readonly why: readonly Line[]
}

/** What a rule may decide. */
export const DECISIONS = ["type", "step", "flag", "lane", "door", "wrong_door", "next"] as const
export type Decision = (typeof DECISIONS)[number]

/** The decision tables of "Is this harassment?", read once from the cards of the page "check". */
export type DecisionTables = {
  readonly questions: readonly { readonly card: Card<"question">; readonly when: Condition }[]
  readonly steps: readonly Card<"step">[]
  readonly type: readonly Rule<string>[]
  readonly step: readonly Rule<string>[]
  readonly flag: readonly Rule<LaneItem>[]
  readonly lane: readonly Rule<PriorityLane>[]
  readonly door: readonly Rule<string>[]
  readonly wrong_door: readonly Rule<string>[]
  readonly next: readonly Rule<NextStep>[]
}

const ANY_ID = (word: string): word is string => word !== ""
const LANE_ITEM_LIST: readonly LaneItem[] = Object.values(LANE_ITEMS).flat()
const isLaneItem = (word: string): word is LaneItem => LANE_ITEM_LIST.some((item) => item === word)
const isLane = (word: string): word is PriorityLane => LANES.some((lane) => lane === word)
const isNextStep = (word: string): word is NextStep => NEXT_STEPS.some((step) => step === word)

/**
 * Reads the tables from the cards of one language. The validator has passed these cards at build time.
 * @throws Error if a card is not what the validator lets through (a bug).
 */
export function decisionTables(cards: readonly Card[]): DecisionTables {
  const rules = cardsOf("rule", cards)
  const pick = <Answer extends string>(decides: Decision, isAnswer: (word: string) => word is Answer) =>
    rules
      .filter((card) => card.meta.decides === decides)
      .map((card) => ruleOf(card, isAnswer))
      .sort((a, b) => a.order - b.order)
  return {
    questions: cardsOf("question", cards).map((card) => ({
      card,
      when: conditionOf(card.id, card.meta.when),
    })),
    steps: [...cardsOf("step", cards)].sort((a, b) => Number(a.meta.place) - Number(b.meta.place)),
    type: pick("type", ANY_ID),
    step: pick("step", ANY_ID),
    flag: pick("flag", isLaneItem),
    lane: pick("lane", isLane),
    door: pick("door", ANY_ID),
    wrong_door: pick("wrong_door", ANY_ID),
    next: pick("next", isNextStep),
  }
}

function ruleOf<Answer extends string>(
  card: Card<"rule">,
  isAnswer: (word: string) => word is Answer,
): Rule<Answer> {
  const { gives } = card.meta
  if (!isAnswer(gives)) throw new Error(`${card.id}: "${gives}" cannot be decided here`)
  return {
    id: card.id,
    sources: card.sources,
    isToVerify: card.confidence === "medium",
    when: conditionOf(card.id, card.meta.when),
    gives,
    order: Number(card.meta.order ?? 0),
    why: card.text.why,
  }
}

function conditionOf(id: string, text: string): Condition {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(`${id}: "${text}" is not a condition`)
  return parsed.value
}
