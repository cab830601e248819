import { type Day, dayOf } from "@shn/domain"
import { loadRegistry, type RegistryAgency } from "@shn/guidance"
import {
  type FilingText,
  failed,
  LOADING,
  loadFilingText,
  PAKISTAN_OFFSET_MINUTES,
  ready,
  StateView,
  useUi,
  type ViewState,
} from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import { backSentence } from "../come-back/failure-sentence.ts"
import { type FilingRoomText, loadFilingRoom } from "../text/filing/area.ts"
import type { FilingEntryProps, FilingRoomProps } from "./filing-props.ts"
import { filingMatters } from "./matters.ts"

/** Everything that is fetched when there is something to file, and that is there without a network afterwards. */
export type FilingParts = {
  readonly Room: (props: FilingRoomProps) => preact.JSX.Element
  readonly registry: readonly RegistryAgency[]
  readonly text: FilingText
  readonly words: FilingRoomText
}

/** In the opened case: what the person may file by hand, and what has been. Nothing at all where there is neither. */
export function FilingEntry(props: FilingEntryProps) {
  const { locale } = useUi()
  const { desk, help, back } = props
  const matters = filingMatters(props.state)
  const isNeeded = matters.drafts.length + matters.filed.length > 0
  const [parts, setParts] = useState<ViewState<FilingParts>>(LOADING)
  // The day on the wall: whoever files at two in the morning files today.
  const today = (): Day => dayOf((desk.hold()?.now() ?? 0) + PAKISTAN_OFFSET_MINUTES * 60_000)
  const load = async () => {
    setParts(LOADING)
    try {
      const [{ FilingRoom }, registry, text, words] = await Promise.all([
        import("./filing-room.tsx"),
        loadRegistry(locale, today()),
        loadFilingText(locale),
        loadFilingRoom(locale),
      ])
      setParts(ready({ Room: FilingRoom, registry, text, words }))
    } catch {
      setParts(failed(backSentence("offline", back, help)))
    }
  }
  useEffect(() => {
    if (isNeeded) void load()
  }, [isNeeded])
  if (!isNeeded) return null
  return (
    <StateView state={parts} empty={null} onRetry={() => void load()}>
      {({ Room, ...loaded }) => <Room {...props} {...loaded} matters={matters} today={today} />}
    </StateView>
  )
}
