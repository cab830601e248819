import { useCallback, useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import type { FileNews, FileWork } from "./worker/file-work.ts"
import type { RunningWork } from "./worker/start-work.ts"

/** One piece of work at a time for one file on the screen; it ends when the file leaves the screen. */
export function useFileWork(): {
  /** Per what is under way; null when nothing is. */
  readonly step: Extract<FileNews, { is: "reading" }>["progress"] | null
  readonly begin: (work: FileWork, onResult: (news: FileNews) => void) => void
} {
  const { services } = useDesk()
  const [step, setStep] = useState<Extract<FileNews, { is: "reading" }>["progress"] | null>(null)
  const running = useRef<RunningWork | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const begin = useCallback(
    (work: FileWork, onResult: (news: FileNews) => void) => {
      running.current?.stop()
      setStep({ doneBytes: 0, totalBytes: 0, waitingFor: "nothing" })
      running.current = services.startFileWork(work, (news) => {
        if (news.is === "reading") return setStep(news.progress)
        setStep(null)
        onResult(news)
      })
    },
    [services],
  )
  return { step, begin }
}
