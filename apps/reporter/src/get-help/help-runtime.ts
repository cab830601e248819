import type { Day, KeyId, Result } from "@shn/domain"
import type { ListedMember } from "@shn/sealed"
import type { HelpDraft } from "../draft/draft-format.ts"
import type { DraftProblem, DraftState } from "../draft/draft-keeper.ts"
import type { HelpFiles } from "../files/help-files.ts"
import type { FileItem } from "../files/tray.ts"
import type { StaffListFailure } from "../session/staff-list.ts"
import type { HelpAnswers } from "./answers.ts"
import type { Step } from "./machine.ts"
import type { Submission } from "./submission.ts"

/** Who works here, for "this concerns someone who works here": names and roles from the signed list. */
export type StaffName = {
  readonly keyId: KeyId
  readonly alias: string
  readonly role: "expert" | "coordinator"
  readonly disciplines: ListedMember["disciplines"]
}
export type StaffNames = {
  readonly people: readonly StaffName[]
  /** Trustees from outside who would be added. */
  readonly trustees: readonly string[]
}

/** The heavy half of "get help": keys, sealing, the network. Loaded after the first screen stands. */
export type HelpRuntime = {
  readonly hasDraft: () => boolean
  /** False when another window of this browser is writing. */
  readonly claimDraft: () => Promise<boolean>
  readonly openDraft: () => Promise<Result<HelpDraft, DraftProblem>>
  readonly saveDraft: (step: Step, answers: HelpAnswers, files: readonly FileItem[]) => Promise<DraftState>
  readonly dropDraft: () => Promise<void>
  /** Takes over the receipt of a restored draft. Before `startAhead`. */
  readonly useSecret: (secret: Uint8Array) => void
  /** Keys and puzzle, while the person writes. Safe to call again. */
  readonly startAhead: () => void
  /** Share of the slow path done, 0 to 1; null while nothing slow is going on. */
  readonly onSlowWork: (listener: (done: number | null) => void) => void
  readonly staffNames: () => Promise<Result<StaffNames, StaffListFailure>>
  readonly submission: Submission
  /** The code for files, fetched when it is first asked for. @throws when it does not arrive */
  readonly files: () => Promise<HelpFiles>
  readonly receipt: () => { readonly groups: readonly string[]; readonly words: readonly string[] }
  /** Two different positions of the code, from 0, in order: asked back before sending. */
  readonly askedParts: readonly [number, number]
  readonly clock: {
    /** The day by this device and by the server's last answer. */
    readonly days: () => { readonly phone: Day; readonly server: Day }
    readonly trust: (whose: "phone" | "server") => void
    readonly now: () => number
  }
}
