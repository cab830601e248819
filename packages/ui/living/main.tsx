import { render } from "preact"
import "../src/styles/index.css"
import "../src/styles/living.css"
import { Page } from "../src/components/page.tsx"
import { loadNastaliq } from "../src/fonts/load-nastaliq.ts"
import { LivingPage, loadLivingTexts } from "../src/living/LivingPage.tsx"

const root = document.getElementById("root")
if (root === null) throw new Error("no #root in the page")
const texts = await loadLivingTexts()
render(
  <Page width="desk">
    <LivingPage texts={texts} />
  </Page>,
  root,
)
loadNastaliq(window)
