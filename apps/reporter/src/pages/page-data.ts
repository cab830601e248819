import type { Hotline } from "../hotlines/hotline.ts"
import type { PagesText } from "../text/pages/area.ts"

/** What the prerendered HTML carries for the page's own script, as inert JSON: no request, nothing to run. */
export type PageData = {
  readonly hotlines: readonly Hotline[]
  readonly site: PagesText["site"]
  readonly danger: Pick<PagesText["danger"], "everywhere" | "verify">
}

/** Id of the element that carries it. */
export const PAGE_DATA_ID = "page-data"

/** Reads what the prerender wrote into this very page. @throws Error in a page without it (a broken build). */
export function readPageData<Data extends PageData = PageData>(): Data {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent
  if (text === null || text === undefined) throw new Error("this page carries no data")
  return JSON.parse(text)
}
