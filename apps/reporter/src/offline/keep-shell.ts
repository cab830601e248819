import type { Locale } from "@shn/domain"
import { pageHref } from "../locale.ts"
import { ownScriptUrl } from "../trusted-script.ts"

/** What a page tells the service worker to keep. */
export type KeepMessage = { readonly keep: readonly string[] }

/**
 * After the page has loaded: keeps the home page and "danger now" of this language, with the style and font files
 * this page used. Nothing else, and nothing where service workers are not allowed.
 */
export function keepShellOffline(locale: Locale): void {
  if (!("serviceWorker" in navigator)) return
  addEventListener("load", () => {
    register(locale).catch(() => undefined)
  })
}

async function register(locale: Locale): Promise<void> {
  // The browser's own type wants a string; with Trusted Types on, it takes the trusted one as well.
  await navigator.serviceWorker.register(ownScriptUrl("/sw.js") as string)
  const { active } = await navigator.serviceWorker.ready
  const message: KeepMessage = {
    keep: [pageHref(locale, "home"), pageHref(locale, "danger"), ...assetsOfPage()],
  }
  active?.postMessage(message)
}

// The same hashed files serve the danger page; the browser has them already, so nothing is fetched twice.
function assetsOfPage(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith("/assets/"))
    .map((url) => url.pathname)
}
