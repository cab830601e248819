import "../plain-page.ts"
import "../../styles/learn.css"
import { keepOfflineWhenAsked } from "./keep-offline.ts"
import { readAloudWhenAsked } from "./read-aloud.ts"

// The script of a guidance page. The page reads without it; it adds reading aloud, printing and keeping.
const tools = document.querySelector<HTMLElement>("[data-tools]")
if (tools !== null) tools.hidden = false
document.querySelector("[data-print]")?.addEventListener("click", () => print())
// On paper nothing can be unfolded.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true
})
readAloudWhenAsked(document)
keepOfflineWhenAsked(document)
