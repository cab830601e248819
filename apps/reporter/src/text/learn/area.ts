import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** What stands around the guidance cards: headings, ways on, where a fact comes from. */
export type LearnText = Messages<typeof messages>

export const loadLearn = areaLoader<LearnText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
