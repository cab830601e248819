import {
  ACT_FAMILIES,
  type ActFamily,
  type AgeBand,
  LANE_ITEMS,
  type LaneItem,
  PROVINCES,
  type Province,
} from "@shn/domain"
import type { Intake } from "@shn/sealed"

/** The four taps of the form, sorted out of the sealed answers. Unknown questions are kept as they are. */
export type IntakeFacts = {
  readonly age: AgeBand
  readonly act: ActFamily | null
  readonly province: Province | "any" | null
  /** What the person said is true right now. */
  readonly trueNow: readonly LaneItem[]
  /** "none": every question was answered with no. "unsaid": at least one was left open and none is true. */
  readonly danger: "some" | "none" | "unsaid"
  readonly others: readonly { readonly question: string; readonly answer: string }[]
}

const ITEMS: readonly LaneItem[] = [...LANE_ITEMS.P0, ...LANE_ITEMS.P1, ...LANE_ITEMS.P2]

/** Reads the answers by question code. A code that this version does not know is shown, never dropped. */
export function intakeFacts(intake: Intake): IntakeFacts {
  const { answers } = intake
  const trueNow = ITEMS.filter((item) => answers[item] === "yes")
  const isAllNo = ITEMS.every((item) => answers[item] === "no")
  const known = new Set<string>([...ITEMS, "actFamily", "province"])
  return {
    age: intake.ageBand,
    act: ACT_FAMILIES.find((act) => act === answers.actFamily) ?? null,
    province:
      answers.province === "any" ? "any" : (PROVINCES.find((one) => one === answers.province) ?? null),
    trueNow,
    danger: trueNow.length > 0 ? "some" : isAllNo ? "none" : "unsaid",
    others: Object.entries(answers)
      .filter(([question, answer]) => !known.has(question) && answer !== "")
      .map(([question, answer]) => ({ question, answer })),
  }
}
