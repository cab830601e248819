import type { LaneItem, Locale, ThreeWay } from "@shn/domain"
import type { Card, CheckAnswers, CheckResult } from "@shn/guidance"
import { loadCommonText } from "@shn/ui"
import { render } from "preact"
import { deploymentOfBuild, isDemoBuild } from "../../deployment.ts"
import { noAnswers } from "../../get-help/answers.ts"
import { GetHelpApp } from "../../get-help/get-help-app.tsx"
import { localeOfPage, spokenLanguageOf } from "../../locale.ts"
import { loadHelp } from "../../text/help/area.ts"
import { loadWords } from "../../text/words/area.ts"
import { readPageData } from "../page-data.ts"
import { carriedAnswers } from "./carried-answers.ts"

/** Shows "get help" in this very page with the answers already in it: they are carried in memory, never stored. */
export type CarryOn = (
  answers: CheckAnswers,
  flags: Readonly<Record<LaneItem, ThreeWay>>,
  result: CheckResult,
  types: readonly Card[],
) => void

/** Fetches the words of the form. */
export async function loadCarryOn(): Promise<CarryOn> {
  const locale: Locale = localeOfPage(document.documentElement.lang)
  const [common, help, words] = await Promise.all([
    loadCommonText(locale),
    loadHelp(locale),
    loadWords(locale),
  ])
  const data = readPageData()
  return (answers, flags, result, types) => {
    const root = document.getElementById("app")
    const island = document.getElementById("island")
    if (root === null) return
    if (island !== null) render(null, island)
    root.replaceChildren()
    document.title = data.site.help
    scrollTo(0, 0)
    render(
      <GetHelpApp
        locale={locale}
        name={deploymentOfBuild().name[locale]}
        isDemo={isDemoBuild}
        common={common}
        site={data.site}
        data={data}
        help={help}
        words={words}
        begin={carriedAnswers(noAnswers(spokenLanguageOf(locale)), answers, flags, result, types)}
        loadRuntime={async () => {
          const { browserHelpRuntime } = await import("../../get-help/browser-runtime.ts")
          return browserHelpRuntime(locale, help)
        }}
      />,
      root,
    )
  }
}
