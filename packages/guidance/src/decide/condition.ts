import { err, LANE_ITEMS, LANES, ok, type Result, THREE_WAY } from "@shn/domain"
import { words } from "../word-file.ts"
import { ACTS, MEDIA, RELATIONSHIPS, SETTINGS } from "./answers.ts"

/** One part of a condition: the field has (or, negated, has none) of the values. */
export type Clause = {
  readonly field: string
  readonly isNegated: boolean
  readonly values: readonly string[]
}
/** All clauses must hold; an empty condition always holds. */
export type Condition = readonly Clause[]
/** The values of each field at the moment of asking; a field without an answer has none. */
export type Situation = ReadonlyMap<string, readonly string[]>

/** The words a condition may use, by field. */
export const CONDITION_FIELDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["act", ACTS],
  ["medium", MEDIA],
  ["relationship", RELATIONSHIPS],
  ["setting", SETTINGS],
  ["minor", THREE_WAY],
  ["lane", LANES],
  ...Object.values(LANE_ITEMS)
    .flat()
    .map((item): [string, readonly string[]] => [`flag.${item}`, THREE_WAY]),
])

const CLAUSE = /^([a-z_.]+) (is|not) (.+)$/

/** Reads "act is images, expose; setting not work" or "always". Unknown fields and values are refused. */
export function parseCondition(text: string): Result<Condition, "not-a-condition"> {
  if (text.trim() === "always") return ok([])
  const clauses: Clause[] = []
  for (const part of text.split(";")) {
    const [, field = "", verb = "", list = ""] = CLAUSE.exec(part.trim()) ?? []
    const known = CONDITION_FIELDS.get(field)
    const values = words(list)
    if (known === undefined || values.length === 0 || values.some((value) => !known.includes(value)))
      return err("not-a-condition")
    clauses.push({ field, isNegated: verb === "not", values })
  }
  return ok(clauses)
}

/** Whether the condition holds. A field without an answer satisfies "not" and never satisfies "is". */
export function holds(condition: Condition, situation: Situation): boolean {
  return condition.every(({ field, isNegated, values }) => {
    const has = (situation.get(field) ?? []).some((value) => values.includes(value))
    return has !== isNegated
  })
}
