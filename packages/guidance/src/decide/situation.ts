import {
  LANE_ITEMS,
  type LaneAnswers,
  type LaneItem,
  laneOf,
  type PriorityLane,
  raiseOnly,
  type ThreeWay,
} from "@shn/domain"
import type { Card } from "../schema.ts"
import type { CheckAnswers } from "./answers.ts"
import { holds, type Situation } from "./condition.ts"
import type { DecisionTables, Rule } from "./tables.ts"

/** What the answers say about danger: the lane, and every rule that raised it. */
export type Danger = {
  readonly lane: PriorityLane
  readonly flags: Readonly<Record<LaneItem, ThreeWay>>
  readonly because: readonly Rule<string>[]
  readonly situation: Situation
}

const ITEMS: readonly LaneItem[] = Object.values(LANE_ITEMS).flat()

/**
 * Turns the answers into a situation the rules can look at, and into a lane. A danger question that applies but
 * has no clear answer stays "unknown", and unknown on a P0 item counts one lane up (domain `laneOf`). A danger
 * question that does not apply to these answers counts as "no".
 */
export function dangerOf(tables: DecisionTables, answers: CheckAnswers): Danger {
  const said = situationOf(answers)
  const asked = new Map(questionsFor(tables, answers).map((card) => [card.meta.field, card]))
  const raised = tables.flag.filter((rule) => holds(rule.when, said))
  const flagOf = (item: LaneItem): ThreeWay => {
    if (raised.some((rule) => rule.gives === item) || answers.flags[item] === "yes") return "yes"
    return asked.has(`flag.${item}`) ? (answers.flags[item] ?? "unknown") : "no"
  }
  const flags = Object.fromEntries(ITEMS.map((item) => [item, flagOf(item)])) as Record<LaneItem, ThreeWay>
  const floors = tables.lane.filter((rule) => holds(rule.when, said))
  const lane = floors.reduce((now, rule) => raiseOnly(now, rule.gives), laneOf(flags satisfies LaneAnswers))
  const situation = new Map([
    ...said,
    ["lane", [lane]],
    ...ITEMS.map((item): [string, string[]] => [`flag.${item}`, [flags[item]]]),
  ])
  return { lane, flags, because: [...raised, ...floors], situation }
}

/** The questions that apply to the answers so far, in order. */
export function questionsFor(tables: DecisionTables, answers: CheckAnswers): readonly Card<"question">[] {
  const said = situationOf(answers)
  return tables.questions.filter(({ when }) => holds(when, said)).map(({ card }) => card)
}

/** The first question that applies and has no answer yet; undefined when the result can be shown. */
export function nextQuestion(tables: DecisionTables, answers: CheckAnswers): Card<"question"> | undefined {
  const said = answeredFields(answers)
  return questionsFor(tables, answers).find((card) => !said.has(card.meta.field))
}

function answeredFields(answers: CheckAnswers): ReadonlySet<string> {
  const flags = ITEMS.filter((item) => answers.flags[item] !== undefined).map((item) => `flag.${item}`)
  const plain = (["medium", "relationship", "setting", "minor"] as const).filter(
    (field) => answers[field] !== undefined,
  )
  return new Set([...flags, ...plain, ...(answers.act.length > 0 ? ["act"] : [])])
}

function situationOf(answers: CheckAnswers): Situation {
  const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])
  return new Map<string, readonly string[]>([
    ["act", answers.act],
    ["medium", one(answers.medium)],
    ["relationship", one(answers.relationship)],
    ["setting", one(answers.setting)],
    ["minor", one(answers.minor ?? "unknown")],
    ...ITEMS.map((item): [string, readonly string[]] => [
      `flag.${item}`,
      one(answers.flags[item] ?? "unknown"),
    ]),
  ])
}
