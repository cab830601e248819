import "@shn/ui/styles.css"
import "@shn/ui/living.css"
import {
  DemoBanner,
  LivingPage,
  loadCommonText,
  loadLivingTexts,
  loadNastaliq,
  Page,
  QuickExit,
  UiProvider,
} from "@shn/ui"
import { render } from "preact"
import { leaveNow } from "../../exit/browser-place.ts"
import { NEUTRAL_PAGE } from "../../exit/neutral.ts"

/** Every component in every state. Demo builds only: a real build has no such entry. */
async function start(): Promise<void> {
  const root = document.getElementById("app")
  if (root === null) return
  const [common, texts] = await Promise.all([loadCommonText("en"), loadLivingTexts()])
  render(
    <UiProvider locale="en" common={common}>
      <QuickExit onExit={() => void leaveNow(NEUTRAL_PAGE.en)} fallbackHref={NEUTRAL_PAGE.en} />
      <Page width="desk" banner={<DemoBanner />}>
        <LivingPage texts={texts} />
      </Page>
    </UiProvider>,
    root,
  )
  loadNastaliq(window)
}

void start()
