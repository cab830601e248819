import type { Locale } from "@shn/domain"
import { type CommonText, loadCommonText, UiProvider } from "@shn/ui"
import { type ComponentChild, render } from "preact"
import { localeOfPage } from "../../locale.ts"
import { ISLAND_ID } from "./island-place.ts"

/** Fills the island of this page once everything it needs is here, so that nothing is fetched while somebody answers. */
export async function startIsland<Loaded>(
  load: (locale: Locale) => Promise<Loaded>,
  show: (loaded: Loaded, locale: Locale) => ComponentChild,
): Promise<void> {
  const place = document.getElementById(ISLAND_ID)
  if (place === null) return
  const locale = localeOfPage(document.documentElement.lang)
  const [common, loaded]: [CommonText, Loaded] = await Promise.all([loadCommonText(locale), load(locale)])
  place.replaceChildren()
  render(
    <UiProvider locale={locale} common={common}>
      {show(loaded, locale)}
    </UiProvider>,
    place,
  )
}
