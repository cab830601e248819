import {
  ACT_FAMILIES,
  type ActFamily,
  type AgeBand,
  CHANNELS,
  type Channel,
  LANE_ITEMS,
  type LaneItem,
  PROVINCES,
  type Province,
} from "@shn/domain"
import type { Intake } from "@shn/sealed"

/** The taps of the form, sorted out of the sealed answers. Null: not asked or not said. */
export type IntakeFacts = {
  readonly age: AgeBand
  readonly isSafeToTalk: boolean | null
  readonly act: ActFamily | null
  readonly province: Province | "any" | null
  readonly channel: Channel | null
  /** What the person said is true right now. */
  readonly trueNow: readonly LaneItem[]
  /** "none": they said that nothing of it is. "unsaid": they did not say. */
  readonly danger: "some" | "none" | "unsaid"
  /** Who it is about, in the person's words, "" if they left it out. */
  readonly about: string
  /** Questions that this version does not know: shown as they are, never dropped. */
  readonly others: readonly { readonly question: string; readonly answer: string }[]
}

const ITEMS: readonly LaneItem[] = [...LANE_ITEMS.P0, ...LANE_ITEMS.P1, ...LANE_ITEMS.P2]
const KNOWN = new Set(["safe_to_talk", "now", "what", "where", "channel", "about"])

/** Reads the answers by question code; the form of the reporter's app says which codes there are. */
export function intakeFacts(intake: Intake): IntakeFacts {
  const { answers } = intake
  const said = (answers.now ?? "").split(" ")
  const trueNow = ITEMS.filter((item) => said.includes(item))
  return {
    age: intake.ageBand,
    isSafeToTalk: answers.safe_to_talk === "yes" ? true : answers.safe_to_talk === "no" ? false : null,
    act: ACT_FAMILIES.find((act) => act === answers.what) ?? null,
    province: answers.where === "any" ? "any" : (PROVINCES.find((one) => one === answers.where) ?? null),
    channel: CHANNELS.find((channel) => channel === answers.channel) ?? null,
    trueNow,
    danger: trueNow.length > 0 ? "some" : answers.now === "none" ? "none" : "unsaid",
    about: (answers.about ?? "").trim(),
    others: Object.entries(answers)
      .filter(([question, answer]) => !KNOWN.has(question) && answer !== "")
      .map(([question, answer]) => ({ question, answer })),
  }
}
