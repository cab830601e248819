import type { Locale } from "@shn/domain"
import type { PageName } from "@shn/guidance"

/** Pages of the guidance that hold no card of their own, or all cards of a kind under each other. */
export type LearnPlace =
  | "index"
  | "check"
  | "reply"
  | "search"
  | "law"
  | "places"
  | "kinds"
  | "proof"
  | "plan"
  | "platforms"
  | "coping"
  | "quiz"

/** Address of such a page. */
export function learnHref(locale: Locale, place: LearnPlace): string {
  return place === "index" ? `/${locale}/learn/` : `/${locale}/learn/${place}/`
}

type Shelf = { readonly folder: string; readonly prefix: string } | { readonly page: string }

/** Where the cards of each content page are shown: one page for each card, or a place on a page of many. */
const SHELVES: { readonly [P in PageName]: Shelf } = {
  "danger-now": { page: "danger" },
  types: { folder: "learn/kinds", prefix: "type-" },
  playbooks: { folder: "learn/what-to-do", prefix: "play-" },
  law: { folder: "learn/law", prefix: "law-" },
  doors: { folder: "learn/places", prefix: "door-" },
  "for-others": { folder: "learn/for", prefix: "for-" },
  safety: { folder: "learn/safety", prefix: "safety-" },
  fair: { folder: "learn/after", prefix: "fair-" },
  coping: { page: "learn/coping" },
  evidence: { page: "learn/proof" },
  platforms: { page: "learn/platforms" },
  "safety-plan": { page: "learn/plan" },
  learn: { page: "learn/quiz" },
  check: { page: "learn/check" },
  reply: { page: "learn/reply" },
  notices: { page: "learn" },
}

/** Address of a card: its own page, or its place on a page of many. */
export function cardHref(locale: Locale, page: PageName, id: string): string {
  const shelf = SHELVES[page]
  if ("page" in shelf) return `/${locale}/${shelf.page}/#${id}`
  const slug = id.startsWith(shelf.prefix) ? id.slice(shelf.prefix.length) : id
  return `/${locale}/${shelf.folder}/${slug}/`
}
