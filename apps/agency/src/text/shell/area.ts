import { areaLoader } from "@shn/ui"
import type { messages as en } from "./en.ts"

export type ShellText = typeof en

/** Loads the sentences of this area in one language. */
export const loadShellText = areaLoader<ShellText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
