import type { Day } from "@shn/domain"
import type { CaseDesk } from "./case-desk.ts"

/** The heavy half of "come back": keys, opening, the network. */
export type ComeBackRuntime = {
  readonly desk: CaseDesk
  readonly clock: {
    readonly days: () => { readonly phone: Day; readonly server: Day }
    readonly trust: (whose: "phone" | "server") => void
  }
}
