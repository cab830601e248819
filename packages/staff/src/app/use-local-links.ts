import { useEffect, useRef } from "preact/hooks"

/**
 * Follows links of this page without a new page. A click with a modifier key stays the browser's.
 * @param parse reads an address; null for one that is not this page's
 */
export function useLocalLinks<Link>(
  parse: (href: string) => Link | null,
  follow: (link: Link) => void,
): void {
  const latest = useRef({ parse, follow })
  latest.current = { parse, follow }
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const target = event.target instanceof Element ? event.target.closest("a[href]") : null
      const link = target === null ? null : latest.current.parse(target.getAttribute("href") ?? "")
      if (link === null) return
      event.preventDefault()
      latest.current.follow(link)
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [])
}
