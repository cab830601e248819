import { areaLoader, type Messages } from "@shn/ui"
import type { messages } from "./en.ts"

/** Everything said about pictures, recordings and files. Comes with the code for them, not with the page. */
export type FilesText = Messages<typeof messages>

export const loadFiles = areaLoader<FilesText>({
  en: () => import("./en.ts"),
  ur: () => import("./ur.ts"),
  "ur-Latn": () => import("./ur-Latn.ts"),
})
