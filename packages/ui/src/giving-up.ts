/** Longest that a call of a few kilobytes may take. A phone that lost its line in silence is told so by nobody. */
export const CALL_MS = 120_000
/** Longest that one try of a part may take. What came by then is kept, and the next try goes on behind it. */
export const PART_TRY_MS = 60_000

/**
 * A `fetch` that ends a call which takes too long, its answer included. Without this a connection that died unheard holds
 * a screen for a quarter of an hour, and six of them hold the whole site.
 */
export function givingUp<Init extends object, Answer>(
  ms: number,
  fetch: (url: string, init: Init & { readonly signal: AbortSignal }) => Promise<Answer>,
): (url: string, init: Init) => Promise<Answer> {
  return (url, init) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), ms)
    return fetch(url, { ...init, signal: stop.signal })
  }
}
