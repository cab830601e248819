import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** What the phone says about a complaint that the person files themselves. Comes with the code for it. */
export type FilingRoomText = Messages<typeof messages>

export const loadFilingRoom = areaLoader<FilingRoomText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
