import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Everything said while a person asks for help. */
export type HelpText = Messages<typeof messages>

export const loadHelp = areaLoader<HelpText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
