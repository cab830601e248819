import { areaLoader } from "../load-area.ts"
import type { messages } from "./en.ts"

/** The sentences that components share. Load once at start and give to `UiProvider`. */
export type CommonText = typeof messages

export const loadCommonText = areaLoader<CommonText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
