import { Actions, Button, Card, formatClockTime, Notice, StatusLine, useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { FilesText } from "../../text/files/area.ts"
import { type RecorderProblem, type Recording, startRecording, voiceFile } from "./recorder.ts"

/** Longest recording, in seconds. */
const LONGEST_SECONDS = 3600

type Step =
  | { readonly is: "ready"; readonly problem: RecorderProblem | "broken" | null }
  | { readonly is: "asking" }
  | { readonly is: "recording"; readonly recording: Recording }
  | { readonly is: "done"; readonly sound: Blob; readonly url: string; readonly isLongest: boolean }

export type VoiceNoteProps = {
  readonly text: FilesText
  readonly now: () => number
  readonly onAdd: (file: File) => void
  readonly onClose: () => void
}

/** A voice note: record, listen, then add it or throw it away. Until it is added it is in memory only. */
export function VoiceNote({ text, now, onAdd, onClose }: VoiceNoteProps) {
  const { voice } = text
  const { locale } = useUi()
  const [step, setStep] = useState<Step>({ is: "ready", problem: null })
  const [seconds, setSeconds] = useState(0)
  const newest = useRef(step)
  newest.current = step

  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  // Leaving the screen in the middle keeps nothing and lets go of the microphone.
  useEffect(() => () => forget(newest.current), [])
  const isRecording = step.is === "recording"
  useEffect(() => {
    if (!isRecording) return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [isRecording])
  useEffect(() => {
    if (isRecording && seconds >= LONGEST_SECONDS) void stop(true)
  }, [isRecording, seconds])

  const start = async () => {
    forget(newest.current)
    setSeconds(0)
    setStep({ is: "asking" })
    const begun = await startRecording()
    if (!begun.ok) return setStep({ is: "ready", problem: begun.error })
    // The person may have closed this while the phone was asking.
    if (newest.current.is !== "asking") return begun.value.discard()
    begun.value.onBroken(() => setStep({ is: "ready", problem: "broken" }))
    setStep({ is: "recording", recording: begun.value })
  }
  const stop = async (isLongest: boolean) => {
    if (newest.current.is !== "recording") return
    const sound = await newest.current.recording.stop()
    setStep({ is: "done", sound, url: URL.createObjectURL(sound), isLongest })
  }
  const close = () => {
    forget(newest.current)
    setStep({ is: "ready", problem: null })
    onClose()
  }

  return (
    <div ref={place} tabIndex={-1}>
      <Card title={voice.title} level={3}>
        <p class="small">{voice.lead}</p>
        {step.is === "ready" && step.problem !== null && (
          <Notice kind="warning" live="polite">
            <p>{voice[step.problem]}</p>
          </Notice>
        )}
        <StatusLine>{step.is === "asking" ? voice.asking : ""}</StatusLine>
        {isRecording && (
          <p class="voice-time" role="timer">
            {voice.recording(clockOf(seconds))}
          </p>
        )}
        {step.is === "done" && (
          <>
            {step.isLongest && <p>{voice.longest}</p>}
            {/* biome-ignore lint/a11y/useMediaCaption: the person's own voice, just recorded; there are no captions. */}
            <audio class="file-shown" controls src={step.url} aria-label={voice.listen} />
          </>
        )}
        <Actions>
          {step.is === "ready" && (
            <Button onClick={() => void start()}>{step.problem === null ? voice.start : voice.again}</Button>
          )}
          {isRecording && <Button onClick={() => void stop(false)}>{voice.stop}</Button>}
          {step.is === "done" && (
            <>
              <Button
                onClick={() =>
                  onAdd(voiceFile(step.sound, voice.name(formatClockTime(now(), locale)), now()))
                }
              >
                {voice.add}
              </Button>
              <Button kind="quiet" onClick={() => void start()}>
                {voice.again}
              </Button>
            </>
          )}
          <Button kind="quiet" onClick={close}>
            {voice.discard}
          </Button>
        </Actions>
      </Card>
    </div>
  )
}

function forget(step: Step): void {
  if (step.is === "recording") step.recording.discard()
  if (step.is === "done") URL.revokeObjectURL(step.url)
}

/** Seconds as "1:05". */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}
