import { failed, LOADING, ready, type ViewState } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { CaseDesk, OpenCaseState, ReadFailure } from "../come-back/case-desk.ts"
import { type Papers, readPapers } from "./papers.ts"

export type UsedPapers = {
  readonly view: ViewState<Papers>
  /** What is shown is older than the last try, which did not work. */
  readonly isStale: boolean
  /** @returns whether it worked */
  readonly again: () => Promise<boolean>
}

/**
 * Reads everything again whenever the case is read again. What is shown stays while the newer is on its way, so that nobody is
 * thrown out of a paper they are reading.
 */
export function usePapers(
  desk: CaseDesk,
  state: OpenCaseState,
  sentence: (failure: ReadFailure | "left") => string,
): UsedPapers {
  const [view, setView] = useState<ViewState<Papers>>(LOADING)
  const [isStale, setStale] = useState(false)
  const newest = useRef<OpenCaseState | null>(null)
  const again = async () => {
    newest.current = desk.hold()?.state ?? null
    const read = await readPapers(desk)
    setStale(!read.ok)
    setView((shown) => {
      if (read.ok) return ready(read.value)
      return shown.kind === "ready" ? shown : failed(sentence(read.error))
    })
    return read.ok
  }
  useEffect(() => {
    if (newest.current !== state) void again()
  }, [state])
  return {
    view,
    isStale,
    async again() {
      if (view.kind === "failed") setView(LOADING)
      return again()
    },
  }
}
