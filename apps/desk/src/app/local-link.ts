import { type PageLink, parsePageLink } from "@shn/staff"
import type { DeskRoute } from "./route.ts"

/** A link that stays on this page: another language, a tab, or the main part for keyboards. */
export type LocalLink = PageLink | { readonly kind: "tab"; readonly route: DeskRoute }

/** Address of a tab. Only tabs and languages are ever addresses; a case has none. */
export function tabHref(tab: "offers" | "cases" | "board"): string {
  return `#/${tab}`
}

/** Reads the address of a link on the desk; null for any other. */
export function parseLocalLink(href: string): LocalLink | null {
  const link = parsePageLink(href)
  if (link !== null || !href.startsWith("#/")) return link
  const name = href.slice(2)
  return name === "offers" || name === "cases" || name === "board" ? { kind: "tab", route: { name } } : null
}
