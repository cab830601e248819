import { useEffect, useRef } from "preact/hooks"

/**
 * Keeps the browser's Back and Forward in step with the trail. An entry holds a position only: what stood there is
 * known to this tab's memory and to nobody else.
 * @param at position on the trail; null while nobody is signed in
 */
export function useHistory(at: number | null, onMove: (position: unknown) => void): void {
  const latest = useRef(onMove)
  latest.current = onMove
  useEffect(() => {
    const onPop = (event: PopStateEvent) => latest.current(positionOf(event.state))
    window.addEventListener("popstate", onPop)
    return () => window.removeEventListener("popstate", onPop)
  }, [])

  useEffect(() => {
    if (at === null) return
    const here = positionOf(history.state)
    if (here === at) return
    if (typeof here === "number" && here < at) history.pushState({ at }, "")
    else history.replaceState({ at }, "")
  }, [at])
}

function positionOf(state: unknown): unknown {
  return typeof state === "object" && state !== null && "at" in state ? state.at : null
}
