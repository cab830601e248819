import { LANE_ITEMS, type LaneItem } from "@shn/domain"
import type { Card, CheckAnswers, DecisionTables, Setting } from "@shn/guidance"

const ITEMS: readonly LaneItem[] = Object.values(LANE_ITEMS).flat()
/** Where kinds of these families happen, when their rules do not say. */
const SETTING_OF_FAMILY: Readonly<Record<string, Setting>> = { workplace: "work", education: "study" }
const PLAIN = ["medium", "relationship", "setting"] as const

/**
 * How somebody with this kind of harassment would usually answer, read from the rules that name it: what they
 * want, and calm answers to everything else. For pages about a kind, where nobody has been asked anything.
 */
export function usualAnswers(tables: DecisionTables, type: Card<"type">): CheckAnswers {
  const wanted = new Map<string, string>()
  for (const { gives, when } of tables.type) {
    if (gives !== type.id) continue
    for (const { field, isNegated, values } of when)
      if (!isNegated && !wanted.has(field)) wanted.set(field, values[0] ?? "")
  }
  const setting = SETTING_OF_FAMILY[type.meta.family]
  if (setting !== undefined && !wanted.has("setting")) wanted.set("setting", setting)
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
