import type { Clock } from "@shn/domain"
import { useCallback, useRef, useState } from "preact/hooks"

/**
 * The server's clock as best known here.
 * @returns `offsetMs`: how far it is ahead of the device's, 0 until it has been heard; `serverNow`: its time, ms since
 * 1970 UTC; `onServerTime`: to be told what it said
 */
export function useServerClock(clock: Clock) {
  const offset = useRef(0)
  const [offsetMs, setOffsetMs] = useState(0)
  const onServerTime = useCallback(
    (serverMs: number) => {
      const next = serverMs - clock()
      // The header counts whole seconds: smaller changes are noise and would redraw the page for nothing.
      if (Math.abs(next - offset.current) < 2_000) return
      offset.current = next
      setOffsetMs(next)
    },
    [clock],
  )
  const serverNow = useCallback(() => clock() + offset.current, [clock])
  return { offsetMs, serverNow, onServerTime }
}
