import { ACT_FAMILIES, LANE_ITEMS, LANES } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { NEXT_STEPS } from "../decide/answers.ts"
import { CONDITION_FIELDS, parseCondition } from "../decide/condition.ts"
import { DECISIONS, type Decision } from "../decide/tables.ts"
import { words } from "../word-file.ts"
import { finding } from "./finding.ts"

/** Decisions that must always have an answer, so that no set of answers is a dead end. */
const NEEDS_FALLBACK: readonly Decision[] = ["type", "step", "door", "next"]

/** Checks the decision tables: every rule readable and answerable, a fallback for each, every type reachable. */
export function checkDecisions(bundle: ContentBundle): readonly Finding[] {
  const shown = bundle.cards.filter((card) => card.shown)
  const ids = (kind: string): readonly string[] =>
    shown.filter((card) => card.kind === kind).map((card) => card.id)
  const answers: Readonly<Record<Decision, readonly string[]>> = {
    type: ids("type"),
    step: ids("step"),
    flag: Object.values(LANE_ITEMS).flat(),
    lane: LANES,
    door: ids("agency"),
    wrong_door: ids("agency"),
    next: NEXT_STEPS,
  }
  const rules = shown.filter((card) => card.kind === "rule")
  return [
    ...rules.flatMap((card) => checkRule(card, answers)),
    ...shown.filter((card) => card.kind === "question").flatMap(checkQuestion),
    ...shown.filter((card) => card.kind === "type").flatMap((card) => checkType(card, rules)),
    ...NEEDS_FALLBACK.flatMap((decides) => checkFallback(rules, decides)),
  ]
}

function checkRule(
  card: SourceCard,
  answers: Readonly<Record<Decision, readonly string[]>>,
): readonly Finding[] {
  const { decides = "", when = "", gives = "", order } = card.meta
  const decision = DECISIONS.find((known) => known === decides)
  if (decision === undefined)
    return [finding("bad-rule", card, `"${decides}" is not something a rule decides`, { field: "decides" })]
  const found: Finding[] = []
  if (!parseCondition(when).ok)
    found.push(finding("bad-rule", card, `cannot read "${when}"`, { field: "when" }))
  if (!answers[decision].includes(gives))
    found.push(finding("unknown-id", card, `"${gives}" is not an answer for ${decision}`, { field: "gives" }))
  if (order !== undefined && !/^\d+$/.test(order))
    found.push(finding("bad-rule", card, "order is a whole number", { field: "order" }))
  return found
}

function checkQuestion(card: SourceCard): readonly Finding[] {
  const codes = words(card.meta.codes ?? "")
  const known = CONDITION_FIELDS.get(card.meta.field ?? "")
  if (
    known === undefined ||
    codes.some((code) => !known.includes(code)) ||
    !parseCondition(card.meta.when ?? "").ok
  )
    return [finding("bad-rule", card, "field, codes or when holds a word the rules do not know")]
  if (codes.length !== (card.text.options?.en?.length ?? 0))
    return [finding("bad-length", card, "one option for each code, in the same order", { field: "options" })]
  return []
}

function checkType(card: SourceCard, rules: readonly SourceCard[]): readonly Finding[] {
  const found: Finding[] = []
  if (!rules.some((rule) => rule.meta.decides === "type" && rule.meta.gives === card.id))
    found.push(finding("unreachable-type", card, "no rule of check-rules.md leads to this type"))
  if (!ACT_FAMILIES.some((family) => family === card.meta.family))
    found.push(
      finding("unknown-id", card, `"${card.meta.family}" is not a family of acts`, { field: "family" }),
    )
  return found
}

function checkFallback(rules: readonly SourceCard[], decides: Decision): readonly Finding[] {
  if (rules.some((rule) => rule.meta.decides === decides && rule.meta.when === "always")) return []
  return [
    {
      code: "no-fallback",
      card: `rules for ${decides}`,
      at: "check-rules.md",
      advice: `one rule that decides ${decides} must say "when: always"`,
    },
  ]
}
