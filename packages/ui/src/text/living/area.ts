import { areaLoader } from "../load-area.ts"
import type { messages } from "./en.ts"

/** Sample sentences of the living page. */
export type LivingText = typeof messages

export const loadLivingText = areaLoader<LivingText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
