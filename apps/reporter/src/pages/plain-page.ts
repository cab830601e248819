import "@shn/ui/styles.css"
import "../styles/reporter.css"
import { loadNastaliq } from "@shn/ui"
import { leaveNow } from "../exit/browser-place.ts"
import { escapeTwice } from "../exit/escape-twice.ts"
import { NEUTRAL_PAGE } from "../exit/neutral.ts"
import { localeOfPage } from "../locale.ts"
import { keepShellOffline } from "../offline/keep-shell.ts"

// The whole script of a page that is only read: leaving fast, and the danger page for days without internet.
const locale = localeOfPage(document.documentElement.lang)
const exit = () => void leaveNow(NEUTRAL_PAGE[locale])
const isSecondEscape = escapeTwice()

document.querySelector(".quick-exit")?.addEventListener("click", (event) => {
  event.preventDefault()
  exit()
})
addEventListener("keydown", (event) => {
  if (isSecondEscape(event.key, event.timeStamp)) exit()
})
keepShellOffline(locale)
loadNastaliq(window)
