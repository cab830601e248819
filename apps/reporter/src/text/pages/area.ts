import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Home, danger now, privacy, not found: the pages that need no JavaScript. */
export type PagesText = Messages<typeof messages>

export const loadPages = areaLoader<PagesText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
