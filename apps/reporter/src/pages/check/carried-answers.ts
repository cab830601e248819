import { LANE_ITEMS, type LaneItem } from "@shn/domain"
import { actFamilyOf, type Card, type CheckAnswers, type CheckResult } from "@shn/guidance"
import type { HelpAnswers } from "../../get-help/answers.ts"

const ITEMS: readonly LaneItem[] = Object.values(LANE_ITEMS).flat()

/**
 * What "get help" can begin with, for a person who takes the answers along. Only what was clearly said: where nothing
 * was a "yes" the danger question stays open there, because an open question is never a "no".
 * @param flags what the check made of the danger questions
 */
export function carriedAnswers(
  empty: HelpAnswers,
  answers: CheckAnswers,
  flags: Readonly<Record<LaneItem, string>>,
  result: CheckResult,
  types: readonly Card[],
): HelpAnswers {
  const items = ITEMS.filter((item) => flags[item] === "yes")
  const family = actFamilyOf(result.types[0]?.id ?? "", types)
  return {
    ...empty,
    now: items.length > 0 ? { said: "some", items } : empty.now,
    age: answers.minor === "yes" ? "under_18" : empty.age,
    what: family === "ask_human" ? empty.what : family,
  }
}
