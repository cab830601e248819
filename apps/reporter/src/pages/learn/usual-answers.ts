import { LANE_ITEMS, type LaneItem } from "@shn/domain"
import type { CheckAnswers, DecisionTables } from "@shn/guidance"

const ITEMS: readonly LaneItem[] = Object.values(LANE_ITEMS).flat()
const PLAIN = ["medium", "relationship", "setting"] as const

/**
 * How somebody with this kind of harassment would usually answer, read from the rule that names it: what the rule
 * wants, and calm answers to everything else. For pages about a kind, where nobody has been asked anything.
 */
export function usualAnswers(tables: DecisionTables, typeId: string): CheckAnswers {
  const rule = tables.type.find((each) => each.gives === typeId)
  const wanted = new Map(
    (rule?.when ?? [])
      .filter((clause) => !clause.isNegated)
      .map((clause) => [clause.field, clause.values[0] ?? ""]),
  )
  const plain = Object.fromEntries(
    PLAIN.flatMap((field) => (wanted.has(field) ? [[field, wanted.get(field)]] : [])),
  )
  const flags = Object.fromEntries(ITEMS.map((item) => [item, wanted.get(`flag.${item}`) ?? "no"]))
  return {
    act: [wanted.get("act") ?? "unsure"],
    minor: wanted.get("minor") ?? "no",
    ...plain,
    flags,
  } as CheckAnswers
}
