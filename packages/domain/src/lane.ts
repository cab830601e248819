import { LANES, type PriorityLane, type ThreeWay } from "./vocabulary.ts"

/**
 * What the first few taps ask, grouped by the lane a "yes" leads to. PRODUCT section 4, Lanes.
 * The order inside a group is the order on the screen.
 */
export const LANE_ITEMS = {
  P0: ["danger_now", "suicidal_plan", "minor_contact_or_images", "live_extortion_deadline"],
  P1: [
    "threats",
    "offline_stalking",
    "household_respondent",
    "powerful_respondent",
    "images_spread",
    "suicidal_thoughts",
  ],
  P2: ["repeated", "authority_over"],
} as const

/** A question whose answer can raise the lane of a case. */
export type LaneItem = (typeof LANE_ITEMS)[keyof typeof LANE_ITEMS][number]

/** Answers so far. "Rather not say" and a question not reached are both `unknown`: silence is not a "no". */
export type LaneAnswers = Partial<Readonly<Record<LaneItem, ThreeWay>>>

/**
 * The lane that the answers alone give.
 *
 * A "yes" leads to the lane of its group, the most urgent group wins, no "yes" at all is P3. If any P0 question
 * has no clear answer the case counts one lane up: people in danger are often the least able to say so.
 */
export function laneOf(answers: LaneAnswers): PriorityLane {
  const said = laneOfYes(answers)
  const isUnclear = LANE_ITEMS.P0.some((item) => (answers[item] ?? "unknown") === "unknown")
  return isUnclear ? oneLaneUp(said) : said
}

/**
 * What software may do to the lane of a case: keep it or make it more urgent. Only a human moves a case down,
 * and does so by setting the lane directly, with a reason, not through this function.
 */
export function raiseOnly(current: PriorityLane, proposed: PriorityLane): PriorityLane {
  return isMoreUrgent(proposed, current) ? proposed : current
}

/** True if `a` is handled before `b`. */
export function isMoreUrgent(a: PriorityLane, b: PriorityLane): boolean {
  return LANES.indexOf(a) < LANES.indexOf(b)
}

function laneOfYes(answers: LaneAnswers): PriorityLane {
  if (LANE_ITEMS.P0.some((item) => answers[item] === "yes")) return "P0"
  if (LANE_ITEMS.P1.some((item) => answers[item] === "yes")) return "P1"
  if (LANE_ITEMS.P2.some((item) => answers[item] === "yes")) return "P2"
  return "P3"
}

function oneLaneUp(lane: PriorityLane): PriorityLane {
  return LANES[Math.max(0, LANES.indexOf(lane) - 1)] ?? "P0"
}
