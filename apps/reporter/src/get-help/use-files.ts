import type { FileContent } from "@shn/sealed"
import { useCallback, useEffect, useState } from "preact/hooks"
import type { HelpFiles } from "../files/help-files.ts"
import type { FileItem } from "../files/tray.ts"
import type { HelpRuntime } from "./help-runtime.ts"

export type UsedFiles = {
  /** "closed" until the person wants to add something: the code for it is fetched then. */
  readonly stage: "closed" | "loading" | "failed" | "open"
  readonly half: HelpFiles | null
  readonly items: readonly FileItem[]
  /** How many are not with us yet. */
  readonly missing: number
  /** What the report says about them. */
  readonly told: () => readonly FileContent[]
  readonly open: () => void
  /** Files of a draft. */
  readonly restore: (saved: readonly FileItem[]) => void
}

const NONE: readonly FileItem[] = []

/** The chosen files of a report, above all its screens: they go on travelling while the person writes. */
export function useFiles(runtime: HelpRuntime | null): UsedFiles {
  const [stage, setStage] = useState<UsedFiles["stage"]>("closed")
  const [half, setHalf] = useState<HelpFiles | null>(null)
  const [items, setItems] = useState<readonly FileItem[]>(NONE)

  const load = useCallback(async () => {
    if (runtime === null) return null
    setStage("loading")
    try {
      const loaded = await runtime.files()
      loaded.tray.onChange(() => setItems(loaded.tray.items()))
      setHalf(loaded)
      setStage("open")
      return loaded
    } catch {
      setStage("failed")
      return null
    }
  }, [runtime])
  useEffect(() => () => half?.tray.close(), [half])

  return {
    stage,
    half,
    items,
    missing: items.filter(({ state }) => state.is !== "sent" && state.is !== "twin").length,
    told: () => half?.toTell(half.tray.items()) ?? [],
    open: () => void load(),
    async restore(saved) {
      if (saved.length === 0) return
      const loaded = await load()
      loaded?.tray.restore(saved)
    },
  }
}
