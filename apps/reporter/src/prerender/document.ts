import type { Locale } from "@shn/domain"
import { directionOf } from "@shn/ui"
import { PAGE_DATA_ID } from "../pages/page-data.ts"

/** Files of a page's own script, as the bundler named them. */
export type PageAssets = {
  readonly icon: string
  readonly script: string
  readonly styles: readonly string[]
  /** Scripts needed at once, so that they are fetched side by side. */
  readonly preloads: readonly string[]
}

export type DocumentParts = {
  readonly locale: Locale
  readonly title: string
  readonly description: string
  readonly assets: PageAssets
  readonly body: string
  /** Shown where scripts do not run; already HTML. */
  readonly noScript: string
  /** What the page's own script reads, as JSON. */
  readonly data: object | null
  /** Files of the page people go to next, fetched when the line is idle; browsers leave it out when data is saved. */
  readonly prefetches: readonly string[]
  /** A form or a case has no place in a search engine. */
  readonly isPrivate: boolean
}

/** One whole HTML page. Nothing inline that runs or styles: the content policy forbids it. */
export function htmlDocument(parts: DocumentParts): string {
  const { locale, assets } = parts
  return [
    "<!doctype html>",
    `<html lang="${locale}" dir="${directionOf(locale)}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(parts.title)}</title>`,
    parts.isPrivate
      ? '<meta name="robots" content="noindex">'
      : `<meta name="description" content="${escapeHtml(parts.description)}">`,
    `<link rel="icon" href="/${assets.icon}" type="image/svg+xml">`,
    ...assets.styles.map((href) => `<link rel="stylesheet" href="/${href}">`),
    ...assets.preloads.map((href) => `<link rel="modulepreload" href="/${href}">`),
    `<script type="module" src="/${assets.script}"></script>`,
    ...parts.prefetches.map((href) => `<link rel="prefetch" href="${href}">`),
    "</head>",
    "<body>",
    parts.noScript === "" ? "" : `<noscript>${parts.noScript}</noscript>`,
    `<div id="app">${parts.body}</div>`,
    parts.data === null
      ? ""
      : `<script type="application/json" id="${PAGE_DATA_ID}">${inertJson(parts.data)}</script>`,
    "</body>",
    "</html>",
    "",
  ]
    .filter((line) => line !== "")
    .join("\n")
}

// "<" is all that could end the element early.
function inertJson(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c")
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}
