import type { Locale } from "@shn/domain"
import { type CommonText, FailedState } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { ClockQuestion } from "../clock/clock-question.tsx"
import { leaveNow } from "../exit/browser-place.ts"
import { NEUTRAL_PAGE } from "../exit/neutral.ts"
import { Frame } from "../pages/frame.tsx"
import type { PageData } from "../pages/page-data.ts"
import { startPrivatePage } from "../pages/private-page.ts"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { PagesText } from "../text/pages/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { EnterFailure, OpenCaseState } from "./case-desk.ts"
import type { ComeBackRuntime } from "./come-back-runtime.ts"
import { EntryScreen } from "./entry-screen.tsx"

export type ComeBackAppProps = {
  readonly locale: Locale
  readonly name: string
  readonly isDemo: boolean
  readonly common: CommonText
  readonly site: PagesText["site"]
  readonly data: PageData
  readonly back: BackText
  readonly help: HelpText
  readonly words: WordsText
  /** Null while prerendering. */
  readonly loadRuntime: (() => Promise<ComeBackRuntime>) | null
}

type Screen =
  | { readonly kind: "entry"; readonly failure: EnterFailure | null; readonly isOpening: boolean }
  | { readonly kind: "case"; readonly first: OpenCaseState; readonly runtime: ComeBackRuntime }

const ENTRY: Screen = { kind: "entry", failure: null, isOpening: false }

/** "Come back": the code, then the case. Everything in memory; nothing stored. */
export function ComeBackApp(props: ComeBackAppProps) {
  const { locale, back, help } = props
  const [screen, setScreen] = useState<Screen>(ENTRY)
  const [slowWork, setSlowWork] = useState<number | null>(null)
  const runtime = useRef<Promise<ComeBackRuntime> | null>(null)
  const [clockOf, setClockOf] = useState<{ runtime: ComeBackRuntime; code: string } | null>(null)

  const newest = useRef(screen)
  newest.current = screen
  const close = async () => {
    const loaded = await runtime.current
    loaded?.desk.leave()
    setScreen(ENTRY)
  }
  const [isSecure, setSecure] = useState(true)
  useEffect(() => {
    setSecure(isSecureContext)
    runtime.current = props.loadRuntime?.() ?? null
    startPrivatePage(locale, "back", () => {
      if (newest.current.kind === "entry") return "leave"
      void close()
      return "stay"
    })
  }, [])

  const enter = async (code: string) => {
    if (runtime.current === null) return
    setClockOf(null)
    setSlowWork(null)
    setScreen({ kind: "entry", failure: null, isOpening: true })
    const loaded = await runtime.current
    const result = await loaded.desk.enter(code, setSlowWork)
    if (result.ok) {
      setScreen({ kind: "case", first: result.value, runtime: loaded })
      return
    }
    if (result.error === "clock_doubt") {
      setClockOf({ runtime: loaded, code })
      setScreen(ENTRY)
    } else {
      setScreen({ kind: "entry", failure: result.error, isOpening: false })
    }
  }

  return (
    <Frame {...props} page="back" onExit={() => void leaveNow(NEUTRAL_PAGE[locale])}>
      {!isSecure && <FailedState sentence={help.failed.insecure} />}
      {clockOf !== null && (
        <ClockQuestion
          text={help.clock}
          clock={clockOf.runtime.clock}
          onAnswer={() => void enter(clockOf.code)}
        />
      )}
      {screen.kind === "entry" ? (
        <EntryScreen
          back={back}
          help={help}
          isOpening={screen.isOpening}
          slowWork={slowWork}
          failure={screen.failure}
          onEnter={(code) => void enter(code)}
        />
      ) : (
        <screen.runtime.Screen
          desk={screen.runtime.desk}
          files={screen.runtime.files}
          clock={screen.runtime.clock}
          first={screen.first}
          back={back}
          help={help}
          words={props.words}
          onLeave={() => void close()}
        />
      )}
    </Frame>
  )
}
