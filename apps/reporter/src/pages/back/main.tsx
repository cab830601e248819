import "@shn/ui/styles.css"
import "../../styles/reporter.css"
import { loadCommonText } from "@shn/ui"
import { ComeBackApp } from "../../come-back/come-back-app.tsx"
import { deploymentOfBuild, isDemoBuild } from "../../deployment.ts"
import { localeOfPage } from "../../locale.ts"
import { loadBack } from "../../text/back/area.ts"
import { loadHelp } from "../../text/help/area.ts"
import { loadWords } from "../../text/words/area.ts"
import { readPageData } from "../page-data.ts"
import { wake } from "../wake.ts"

// The entry of "come back": wakes the prerendered code entry, which then fetches the heavy half.
async function start(): Promise<void> {
  const locale = localeOfPage(document.documentElement.lang)
  const [common, back, help, words] = await Promise.all([
    loadCommonText(locale),
    loadBack(locale),
    loadHelp(locale),
    loadWords(locale),
  ])
  const data = readPageData()
  const root = document.getElementById("app")
  if (root === null) return
  wake(
    <ComeBackApp
      locale={locale}
      name={deploymentOfBuild().name[locale]}
      isDemo={isDemoBuild}
      common={common}
      site={data.site}
      data={data}
      back={back}
      help={help}
      words={words}
      loadRuntime={async () => {
        const { browserComeBackRuntime } = await import("../../come-back/browser-runtime.ts")
        return browserComeBackRuntime(locale)
      }}
    />,
    root,
  )
}

void start()
