import { failed, LOADING, ready, StateView, useUi, type ViewState } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import type { ConsentSectionProps } from "../consent/consent-section.tsx"
import type { loadConsentSection } from "../consent/load.ts"

export type ConsentTabProps = Omit<ConsentSectionProps, "text">

/** "What may leave": its code and its sentences come when it is opened for the first time. */
export function ConsentTab(props: ConsentTabProps) {
  const { locale } = useUi()
  const [part, setPart] = useState<ViewState<Awaited<ReturnType<typeof loadConsentSection>>>>(LOADING)
  const load = async () => {
    setPart(LOADING)
    try {
      const loader = await import("../consent/load.ts")
      setPart(ready(await loader.loadConsentSection(locale)))
    } catch {
      setPart(failed(props.back.leaves.failed))
    }
  }
  useEffect(() => {
    void load()
  }, [])
  return (
    <StateView state={part} empty={null} onRetry={() => void load()}>
      {({ Section, text }) => <Section {...props} text={text} />}
    </StateView>
  )
}
