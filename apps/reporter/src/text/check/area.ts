import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** "Is this harassment?", the firm reply and the search: the parts of the guidance that answer to taps. */
export type CheckText = Messages<typeof messages>

export const loadCheck = areaLoader<CheckText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
