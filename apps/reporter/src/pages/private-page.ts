import type { Locale } from "@shn/domain"
import { loadNastaliq } from "@shn/ui"
import { browserBack, keepBackInside } from "../exit/back-inside.ts"
import { leaveNow } from "../exit/browser-place.ts"
import { escapeTwice } from "../exit/escape-twice.ts"
import { forgetWhenLeft } from "../exit/forget-when-left.ts"
import { NEUTRAL_PAGE } from "../exit/neutral.ts"
import { pageHref } from "../locale.ts"
import { keepShellOffline } from "../offline/keep-shell.ts"

/**
 * What every page with a form or a case does once: Back stays inside, Escape twice leaves, nothing stays behind in
 * the browser's memory of the page.
 */
export function startPrivatePage(
  locale: Locale,
  page: "help" | "back",
  onBack: () => "stay" | "leave",
): void {
  const home = pageHref(locale, "home")
  keepBackInside(browserBack(), { home, page: pageHref(locale, page) }, onBack)
  forgetWhenLeft(home)
  const isSecondEscape = escapeTwice()
  addEventListener("keydown", (event) => {
    if (isSecondEscape(event.key, event.timeStamp)) void leaveNow(NEUTRAL_PAGE[locale])
  })
  keepShellOffline(locale)
  loadNastaliq(window)
}
