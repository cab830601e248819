import type { CaseId } from "@shn/domain"
import type { Remembered } from "@shn/sealed"

/** What each case looked like when this tab last opened it. In memory: nothing of a case is written to the device. */
export type CaseMemory = Map<CaseId, Remembered>
