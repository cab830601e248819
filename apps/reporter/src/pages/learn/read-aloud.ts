/**
 * Lets the browser read the page aloud where it has a voice for this language on the phone itself. A voice that is
 * not local would send the text away, so it is never used.
 */
export function readAloudWhenAsked(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>("[data-aloud]")
  if (button === null || !("speechSynthesis" in globalThis)) return
  const language = page.documentElement.lang
  const words = { start: button.textContent ?? "", stop: button.dataset.aloud ?? "" }
  let isReading = false
  const show = () => {
    button.hidden = voiceFor(language, speechSynthesis.getVoices()) === null
  }
  const stop = () => {
    isReading = false
    speechSynthesis.cancel()
    button.textContent = words.start
  }

  show()
  speechSynthesis.addEventListener?.("voiceschanged", show)
  // A voice must not go on speaking after the page is gone.
  addEventListener("pagehide", stop)
  page.querySelector(".quick-exit")?.addEventListener("click", stop)
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop()
  })
  button.addEventListener("click", () => {
    const voice = voiceFor(language, speechSynthesis.getVoices())
    if (isReading || voice === null) return stop()
    isReading = true
    button.textContent = words.stop
    const parts = sentencesOf(page)
    parts.forEach((part, at) => {
      const said = new SpeechSynthesisUtterance(part)
      said.voice = voice
      said.lang = voice.lang
      if (at === parts.length - 1) said.addEventListener("end", stop)
      speechSynthesis.speak(said)
    })
  })
}

type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService">

/** A voice on the phone itself for a language of ours, or null. Roman Urdu has no voice: an English one garbles it. */
export function voiceFor<V extends Voice>(language: string, voices: readonly V[]): V | null {
  if (language === "ur-Latn") return null
  const mine = voices.filter(
    (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language,
  )
  return mine[0] ?? null
}

function sentencesOf(page: Document): readonly string[] {
  const parts = page.querySelectorAll<HTMLElement>(":is(main, #main) :is(h1, h2, h3, p, li, dt, dd)")
  return [...parts]
    .filter(
      (part) => part.closest("nav, .learn-foot, [hidden]") === null && part.querySelector("p, li") === null,
    )
    .map((part) => part.innerText.trim())
    .filter((part) => part !== "")
}
