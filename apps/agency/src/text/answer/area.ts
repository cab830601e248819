import { areaLoader } from "@shn/ui"
import type { messages as en } from "./en.ts"

export type AnswerText = typeof en

/** Loads the sentences of this area in one language. */
export const loadAnswerText = areaLoader<AnswerText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
