/**
 * Nothing of a case or form may be left in the browser's memory of the page: it is emptied when the page is left, and
 * loaded afresh should the browser bring it back (back-forward cache).
 * @param homeHref where a page that was brought back leads
 */
export function forgetWhenLeft(homeHref: string): void {
  addEventListener("pagehide", () => document.body.replaceChildren())
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.replace(homeHref)
  })
}
