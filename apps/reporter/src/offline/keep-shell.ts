import type { Locale } from "@shn/domain"
import { LEAVING_MARK } from "../draft/stored-draft.ts"
import { pageHref } from "../locale.ts"
import { ownScriptUrl } from "../trusted-script.ts"
import type { WorkerMessage } from "./worker-message.ts"

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
  if (isLeaving()) return
  // The browser's own type wants a string; with Trusted Types on, it takes the trusted one as well.
  await navigator.serviceWorker.register(ownScriptUrl("/sw.js") as string)
  const { active } = await navigator.serviceWorker.ready
  if (isLeaving()) {
    // Somebody left while it was being set up: it must not outlive their visit.
    active?.postMessage({ leave: true } satisfies WorkerMessage)
    return
  }
  const message: WorkerMessage = {
    keep: [pageHref(locale, "home"), pageHref(locale, "danger"), ...assetsOfPage()],
  }
  active?.postMessage(message)
}

function isLeaving(): boolean {
  return document.documentElement.hasAttribute(LEAVING_MARK)
}

// The same hashed files serve the danger page; the browser has them already, so nothing is fetched twice.
function assetsOfPage(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith("/assets/"))
    .map((url) => url.pathname)
}
