import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Everything said about what may leave. Comes with the code for it, when that part of a case is opened. */
export type ConsentText = Messages<typeof messages>

export const loadConsent = areaLoader<ConsentText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
