import { useEffect, useRef } from "preact/hooks"
import type { Trust } from "./directory-check.ts"

/** How often a signed-in app checks the list of staff keys again: somebody may have left, or a key been renewed. */
const DIRECTORY_MS = 10 * 60_000
/** While the list is refused: it may only have been the network, and the app is of little use without it. */
const REFUSED_MS = 15_000

/** Somebody who is signed in, and the list as last checked for them. */
export type WatchedTrust<Own extends object> = {
  readonly trust: Trust<Own>
  /** Fetches and judges the list. */
  readonly check: () => Promise<Trust<Own>>
  /** Told what another look found. */
  readonly onNews: (trust: Trust<Own>) => void
}

/** Checks the list of staff keys again while somebody is signed in. @param watched null while nobody is */
export function useTrust<Own extends object>(watched: WatchedTrust<Own> | null): void {
  const latest = useRef(watched)
  latest.current = watched
  const trust = watched?.trust ?? null
  useEffect(() => {
    if (trust === null) return
    const look = async () => {
      // Kept over the wait: another person may be signed in when the answer comes.
      const asked = latest.current
      const news = await asked?.check()
      // No network is no news about the list: the one we checked before still holds.
      if (news === undefined || (news.kind === "refused" && news.trouble === "offline")) return
      asked?.onNews(news)
    }
    const timer = setInterval(() => void look(), trust.kind === "refused" ? REFUSED_MS : DIRECTORY_MS)
    return () => clearInterval(timer)
  }, [trust])
}
