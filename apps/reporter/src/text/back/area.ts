import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Everything said when a person comes back. */
export type BackText = Messages<typeof messages>

export const loadBack = areaLoader<BackText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
