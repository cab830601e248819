import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import type { Packing } from "./packing-tray.ts"

/** The package that this tab is making for a hand-off; null when there is none. @param onGone called when it has been handed over */
export function usePacking(draftId: string, onGone: () => Promise<void>): Packing | null {
  const { packing } = useDesk()
  const [held, setHeld] = useState<Packing | null>(() => packing.of(draftId))
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    let last = packing.of(draftId)
    setHeld(last)
    return packing.onChange(() => {
      const now = packing.of(draftId)
      setHeld(now)
      const isOver =
        (last !== null && now === null) || (now?.state.is === "failed" && last?.state.is !== "failed")
      if (isOver) void gone.current()
      last = now
    })
  }, [packing, draftId])
  return held
}
