import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Words for the codes of the vocabulary. */
export type WordsText = Messages<typeof messages>

export const loadWords = areaLoader<WordsText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
