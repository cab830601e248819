type DataSaver = { readonly connection?: { readonly saveData?: boolean } }

/**
 * Fetches the Nastaliq letters (112 kB) once the page stands, for Urdu screens on phones without their own.
 * Not when the person saves data. The first visit stays in Naskh (`font-display: optional`: nothing moves
 * under the reader's eyes); later pages find the letters in the cache. Call once at start; safe on any page,
 * since the browser only fetches the font when Urdu text needs it.
 */
export function loadNastaliq(view: Window): void {
  const { connection } = view.navigator as DataSaver
  if (connection?.saveData === true || view.matchMedia("(prefers-reduced-data: reduce)").matches) return
  const start = () => view.document.documentElement.classList.add("nastaliq")
  if (view.document.readyState === "complete") start()
  else view.addEventListener("load", start, { once: true })
}
