import type { Day } from "@shn/domain"
import type { RegistryAgency } from "@shn/guidance"
import type { FilingText } from "@shn/ui"
import type { CaseDesk, OpenCaseState } from "../come-back/case-desk.ts"
import type { BackText } from "../text/back/area.ts"
import type { FilingRoomText } from "../text/filing/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { FilingMatters } from "./matters.ts"

/** What the opened case hands to filing by hand. */
export type FilingEntryProps = {
  readonly state: OpenCaseState
  readonly desk: CaseDesk
  readonly back: BackText
  readonly help: HelpText
  /** The case as it is after something was told to it. */
  readonly onState: (state: OpenCaseState) => void
}

/** The same with everything that was fetched for it. */
export type FilingRoomProps = FilingEntryProps & {
  readonly matters: FilingMatters
  readonly registry: readonly RegistryAgency[]
  readonly text: FilingText
  readonly words: FilingRoomText
  readonly today: () => Day
}
