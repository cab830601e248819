import "@shn/ui/styles.css"
import "../../styles/reporter.css"
import { loadCommonText } from "@shn/ui"
import { deploymentOfBuild, isDemoBuild } from "../../deployment.ts"
import { GetHelpApp } from "../../get-help/get-help-app.tsx"
import { localeOfPage } from "../../locale.ts"
import { loadHelp } from "../../text/help/area.ts"
import { loadWords } from "../../text/words/area.ts"
import { readPageData } from "../page-data.ts"
import { wake } from "../wake.ts"

// The entry of "get help": wakes the prerendered first screen, which then fetches the heavy half.
async function start(): Promise<void> {
  const locale = localeOfPage(document.documentElement.lang)
  const [common, help, words] = await Promise.all([
    loadCommonText(locale),
    loadHelp(locale),
    loadWords(locale),
  ])
  const data = readPageData()
  const root = document.getElementById("app")
  if (root === null) return
  wake(
    <GetHelpApp
      locale={locale}
      name={deploymentOfBuild().name[locale]}
      isDemo={isDemoBuild}
      common={common}
      site={data.site}
      data={data}
      help={help}
      words={words}
      loadRuntime={async () => {
        const { browserHelpRuntime } = await import("../../get-help/browser-runtime.ts")
        return browserHelpRuntime(locale, help)
      }}
    />,
    root,
  )
}

void start()
