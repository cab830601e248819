import { areaLoader } from "../load-area.ts"
import type { messages } from "./en.ts"

/** What both apps say about a complaint that somebody hands in by hand. */
export type FilingText = typeof messages

export const loadFilingText = areaLoader<FilingText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
