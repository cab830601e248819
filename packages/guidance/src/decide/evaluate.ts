import type { PriorityLane } from "@shn/domain"
import { type Card, cardsOf, type Line } from "../schema.ts"
import type { CheckAnswers, NextStep } from "./answers.ts"
import { holds } from "./condition.ts"
import { dangerOf } from "./situation.ts"
import type { DecisionTables, Rule } from "./tables.ts"

/** An answer and the rule that gave it, so that a person can see why and an editor can find it. */
export type Reasoned<T extends string = string> = {
  readonly id: T
  readonly rule: string
  readonly why: readonly Line[]
  readonly isToVerify: boolean
  readonly sources: readonly string[]
}

/** The result of "Is this harassment?". Every part is always there: no set of answers ends without a way on. */
export type CheckResult = {
  readonly lane: PriorityLane
  /** P0: numbers to call come before everything else on the screen. */
  readonly isNumbersFirst: boolean
  readonly raisedBy: readonly Reasoned[]
  /** Ids of type cards, the most serious first; at least one. */
  readonly types: readonly Reasoned[]
  /** The step card, and the sentence of that place on the first type's own ladder. */
  readonly step: Reasoned & { readonly place: number; readonly here: Line | undefined }
  readonly laws: readonly string[]
  /** Id of the agency card that is competent. */
  readonly door: Reasoned
  readonly alsoDoors: readonly string[]
  readonly wrongDoors: readonly Reasoned[]
  readonly doNow: readonly Line[]
  readonly doNot: readonly Line[]
  readonly next: Reasoned<NextStep>
}

const UNNAMED = "type-unnamed"

/**
 * Decides what the answers amount to. Pure: nothing is stored, nothing leaves the device.
 * @param types the cards of the page "types" in the same language as the tables.
 * @throws Error if the tables lack a fallback (the validator refuses such content).
 */
export function evaluate(tables: DecisionTables, types: readonly Card[], answers: CheckAnswers): CheckResult {
  const { lane, because, situation } = dangerOf(tables, answers)
  const matching = <T extends string>(rules: readonly Rule<T>[]) =>
    rules.filter((rule) => holds(rule.when, situation)).map(reasoned)
  const all = onePerId(matching(tables.type))
  const named = all.filter(({ id }) => id !== UNNAMED)
  const found = named.length > 0 ? named : all
  const cards = found.flatMap(({ id }) => cardsOf("type", types).filter((card) => card.id === id))
  const first = must(cards[0], "a type card")
  const steps = matching(tables.step).map((answer) => ({ ...answer, place: placeOf(tables, answer.id) }))
  const step = must(steps.sort((a, b) => b.place - a.place)[0], "a step rule")
  const door = must(matching(tables.door)[0], "a door rule")
  const wrongDoors = onePerId(matching(tables.wrong_door)).filter(({ id }) => id !== door.id)
  const isWrong = (id: string): boolean => id === door.id || wrongDoors.some((wrong) => wrong.id === id)
  return {
    lane,
    isNumbersFirst: lane === "P0",
    raisedBy: because.map(reasoned),
    types: found,
    step: { ...step, here: first.text.ladder[step.place - 1] },
    laws: unique(cards.flatMap((card) => card.meta.laws ?? [])),
    door,
    alsoDoors: unique(cards.flatMap((card) => card.meta.doors)).filter((id) => !isWrong(id)),
    wrongDoors,
    doNow: first.text.do,
    doNot: first.text.not,
    next: must(matching(tables.next)[0], "a next rule"),
  }
}

function reasoned<T extends string>(rule: Rule<T>): Reasoned<T> {
  return { id: rule.gives, rule: rule.id, why: rule.why, isToVerify: rule.isToVerify, sources: rule.sources }
}

function placeOf(tables: DecisionTables, id: string): number {
  return Number(
    must(
      tables.steps.find((card) => card.id === id),
      "a step card",
    ).meta.place,
  )
}

function onePerId<T extends { readonly id: string }>(answers: readonly T[]): readonly T[] {
  return answers.filter((answer, at) => answers.findIndex((other) => other.id === answer.id) === at)
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the decision tables lack ${what}`)
  return value
}
