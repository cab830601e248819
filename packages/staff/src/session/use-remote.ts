import type { Result } from "@shn/domain"
import type { ApiFailure } from "@shn/wire"
import { useCallback, useEffect, useRef, useState } from "preact/hooks"
import { nextPollMs } from "./poll.ts"
import { afterLook, type Remote } from "./remote.ts"

/**
 * Shows something from the server and looks again while somebody watches.
 * @param key names what is looked at; another key begins afresh
 * @param look asks once; must not change what it asks while the key stays
 */
export function useRemote<T>(
  key: string,
  look: () => Promise<Result<T, ApiFailure>>,
): { readonly remote: Remote<T>; readonly lookAgain: () => Promise<void> } {
  const [held, setHeld] = useState<{ readonly key: string; readonly remote: Remote<T> }>({
    key,
    remote: { kind: "loading" },
  })
  const latest = useRef(look)
  latest.current = look
  const current = useRef(key)
  current.current = key
  const failures = useRef(0)

  const lookAgain = useCallback(async () => {
    const result = await latest.current()
    // The screen may have moved on while the answer was under way.
    if (current.current !== key) return
    failures.current = result.ok ? 0 : failures.current + 1
    setHeld((before) => ({
      key,
      remote: afterLook(before.key === key ? before.remote : { kind: "loading" }, result),
    }))
  }, [key])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const schedule = () => {
      clearTimeout(timer)
      const ms = nextPollMs({ isVisible: !document.hidden, failures: failures.current })
      if (ms !== null && !isOver) timer = setTimeout(ask, ms)
    }
    const ask = () => void lookAgain().then(schedule)
    const onVisibility = () => (document.hidden ? clearTimeout(timer) : ask())
    ask()
    document.addEventListener("visibilitychange", onVisibility)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", onVisibility)
    }
  }, [lookAgain])

  const remote: Remote<T> = held.key === key ? held.remote : { kind: "loading" }
  return { remote, lookAgain }
}
