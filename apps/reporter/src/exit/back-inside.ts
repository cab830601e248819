/** The little of `history` and `location` that is used. */
export type BackPlace = {
  readonly replaceState: (href: string) => void
  readonly pushState: (href: string) => void
  readonly replacePage: (href: string) => void
  readonly onPop: (listener: () => void) => void
}

/**
 * The history rule: a form is one entry plus a sentinel. The entry beneath carries the address of the home page, so
 * that Back after quick exit (which replaces the sentinel) can only ever show the home page.
 * @param onBack shows an earlier screen and says "stay", or says "leave" where there is none
 */
export function keepBackInside(
  place: BackPlace,
  hrefs: { readonly home: string; readonly page: string },
  onBack: () => "stay" | "leave",
): void {
  place.replaceState(hrefs.home)
  place.pushState(hrefs.page)
  place.onPop(() => {
    if (onBack() === "leave") place.replacePage(hrefs.home)
    else place.pushState(hrefs.page)
  })
}

/** The browser's own history. */
export function browserBack(): BackPlace {
  return {
    replaceState: (href) => history.replaceState(null, "", href),
    pushState: (href) => history.pushState(null, "", href),
    replacePage: (href) => location.replace(href),
    onPop: (listener) => addEventListener("popstate", listener),
  }
}
