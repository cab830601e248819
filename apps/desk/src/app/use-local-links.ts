import { useEffect, useRef } from "preact/hooks"
import { type LocalLink, parseLocalLink } from "./local-link.ts"

/** Follows links of this page without a new page. A click with a modifier key stays the browser's. */
export function useLocalLinks(follow: (link: LocalLink) => void): void {
  const latest = useRef(follow)
  latest.current = follow
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const target = event.target instanceof Element ? event.target.closest("a[href]") : null
      const link = target === null ? null : parseLocalLink(target.getAttribute("href") ?? "")
      if (link === null) return
      event.preventDefault()
      latest.current(link)
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [])
}
