import type { Day } from "@shn/domain"
import type { BackFiles } from "../files/back-files.ts"
import type { CaseDesk } from "./case-desk.ts"
import type { CaseScreen } from "./case-screen.tsx"

/** The heavy half of "come back": keys, opening, the network. */
export type ComeBackRuntime = {
  readonly desk: CaseDesk
  readonly files: BackFiles
  /** The screens of an opened case come along: they read what only the heavy half can open. */
  readonly Screen: typeof CaseScreen
  readonly clock: {
    readonly days: () => { readonly phone: Day; readonly server: Day }
    readonly trust: (whose: "phone" | "server") => void
  }
}
