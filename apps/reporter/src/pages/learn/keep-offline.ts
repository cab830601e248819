/** The cache of pages kept on request. Apart from the shell's, so that it can be removed alone; quick exit clears both. */
const KEPT = "learn"

/** What the index page carries: every address and file of the guidance in this language. */
type KeepList = { readonly keep: readonly string[] }

/** Keeps all guidance pages for days without internet, when the person asks, and says in words how far it is. */
export function keepOfflineWhenAsked(page: Document): void {
  const box = page.querySelector<HTMLElement>("[data-keep]")
  const line = page.querySelector<HTMLElement>("[data-keep-line]")
  const keep = page.querySelector<HTMLButtonElement>("[data-keep-all]")
  const drop = page.querySelector<HTMLButtonElement>("[data-keep-drop]")
  if (box === null || line === null || keep === null || drop === null) return
  if (typeof caches === "undefined" || !("serviceWorker" in navigator)) return
  const say = (words: string | undefined) => {
    line.textContent = words ?? ""
  }
  const showKept = (isKept: boolean) => {
    keep.hidden = isKept
    drop.hidden = !isKept
    say(isKept ? line.dataset.kept : "")
  }

  void caches
    .has(KEPT)
    .then((isKept) => {
      showKept(isKept)
      box.hidden = false
    })
    .catch(() => undefined)

  keep.addEventListener("click", async () => {
    keep.setAttribute("aria-busy", "true")
    const isWhole = await keepAll([...listOf(page).keep, ...fontsOfPage()], (done, total) =>
      say(line.dataset.progress?.replace("{done}", String(done)).replace("{total}", String(total))),
    )
    keep.removeAttribute("aria-busy")
    if (isWhole) showKept(true)
    else {
      await caches.delete(KEPT)
      say(line.dataset.failed)
    }
  })
  drop.addEventListener("click", async () => {
    await caches.delete(KEPT)
    showKept(false)
  })
}

/** @returns false when one of them did not come through */
async function keepAll(
  paths: readonly string[],
  tell: (done: number, total: number) => void,
): Promise<boolean> {
  try {
    const cache = await caches.open(KEPT)
    let done = 0
    for (const path of paths) {
      await cache.add(path)
      done++
      tell(done, paths.length)
    }
    return true
  } catch {
    return false
  }
}

function listOf(page: Document): KeepList {
  return JSON.parse(page.getElementById("page-data")?.textContent ?? '{"keep":[]}')
}

function fontsOfPage(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.endsWith(".woff2"))
    .map((url) => url.pathname)
}
