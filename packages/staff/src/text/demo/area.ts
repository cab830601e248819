import { areaLoader } from "@shn/ui"
import type { messages as en } from "./en.ts"

export type DemoText = typeof en

/** Loads the sentences of this area in one language. Reached from demo builds only. */
export const loadDemoText = areaLoader<DemoText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
