import { Button, useUi } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import { voiceFor } from "../pages/learn/read-aloud.ts"

/** Reads a text aloud with a voice of this very phone; not there where the phone has none for this language. */
export function ReadAloudButton(props: {
  readonly lines: readonly string[]
  readonly start: string
  readonly stop: string
}) {
  const { locale } = useUi()
  const [hasVoice, setVoice] = useState(false)
  const [isReading, setReading] = useState(false)
  const silence = () => {
    if ("speechSynthesis" in globalThis) speechSynthesis.cancel()
    setReading(false)
  }
  useEffect(() => {
    if (!("speechSynthesis" in globalThis)) return
    const look = () => setVoice(voiceFor(locale, speechSynthesis.getVoices()) !== null)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") silence()
    }
    look()
    speechSynthesis.addEventListener?.("voiceschanged", look)
    // A voice must not go on speaking after the words are gone, or while somebody leaves.
    addEventListener("pagehide", silence)
    addEventListener("keydown", onKey)
    const exit = document.querySelector(".quick-exit")
    exit?.addEventListener("click", silence)
    return () => {
      silence()
      speechSynthesis.removeEventListener?.("voiceschanged", look)
      removeEventListener("pagehide", silence)
      removeEventListener("keydown", onKey)
      exit?.removeEventListener("click", silence)
    }
  }, [])
  const read = () => {
    const voice = voiceFor(locale, speechSynthesis.getVoices())
    if (isReading || voice === null) return silence()
    setReading(true)
    props.lines.forEach((line, at) => {
      const said = new SpeechSynthesisUtterance(line)
      said.voice = voice
      said.lang = voice.lang
      if (at === props.lines.length - 1) said.addEventListener("end", () => setReading(false))
      speechSynthesis.speak(said)
    })
  }
  if (!hasVoice) return null
  return (
    <Button kind="quiet" onClick={read}>
      {isReading ? props.stop : props.start}
    </Button>
  )
}
