import { Actions, Button, FileCard, Notice, useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { BackFiles, WholeFile } from "./back-files.ts"
import type { ReadResult } from "./file-task.ts"
import { factsOf, iconOf, nameOfFile, refusalSentence } from "./sentences.ts"

/** What a browser draws or plays without running anything of it. Everything else can be saved, not opened. */
const SHOWN = {
  image: ["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp"],
  audio: ["audio/mpeg", "audio/mp4", "audio/aac", "audio/ogg", "audio/webm", "audio/wav", "audio/x-m4a"],
  video: ["video/mp4", "video/webm", "video/ogg", "video/quicktime", "video/3gpp"],
} as const
type Shown = keyof typeof SHOWN

type Step =
  | { readonly is: "closed" }
  | { readonly is: "fetching"; readonly fraction: number | null; readonly stop: () => void }
  | { readonly is: "open"; readonly url: string; readonly as: Shown }
  | { readonly is: "ask_save" }
  | { readonly is: "refused"; readonly sentence: string }

export type FileShownProps = {
  readonly file: WholeFile
  readonly files: BackFiles
}

/** A file of the conversation: fetched, unlocked and checked when it is opened, and forgotten when it is closed. */
export function FileShown({ file, files }: FileShownProps) {
  const { text } = files
  const { shown } = text
  const { locale } = useUi()
  const [step, setStep] = useState<Step>({ is: "closed" })
  const newest = useRef(step)
  newest.current = step
  useEffect(() => () => forget(newest.current), [])
  const name = nameOfFile(file, text)
  const as = shownAs(file.type)

  const fetched = async (): Promise<Blob | null> => {
    const reading = files.read(file, ({ doneBytes, totalBytes }) =>
      setStep({
        is: "fetching",
        fraction: totalBytes === 0 ? null : doneBytes / totalBytes,
        stop: reading.stop,
      }),
    )
    setStep({ is: "fetching", fraction: null, stop: reading.stop })
    const result: ReadResult = await reading.done
    if (result.ok) return result.bytes
    setStep({ is: "refused", sentence: refusalSentence(result, name, text) })
    return null
  }
  const open = async () => {
    const bytes = await fetched()
    if (bytes === null || as === null) return
    // Only a type of the list above, whatever the file itself may say.
    const url = URL.createObjectURL(new Blob([bytes], { type: bareType(file.type) }))
    setStep({ is: "open", url, as })
  }
  const save = async () => {
    const bytes = await fetched()
    if (bytes === null) return
    saveAs(new Blob([bytes], { type: "application/octet-stream" }), name)
    setStep({ is: "closed" })
  }
  const close = () => {
    forget(step)
    setStep({ is: "closed" })
  }
  const act = (words: string, onClick: () => void) => (
    <Button kind="link" label={text.act.of(words, name)} onClick={onClick}>
      {words}
    </Button>
  )

  return (
    <FileCard
      name={name}
      facts={factsOf(file, text, locale)}
      icon={iconOf(file)}
      tone={step.is === "refused" ? "bad" : "plain"}
      status={
        step.is === "refused" ? (
          <span role="alert">{step.sentence}</span>
        ) : step.is === "fetching" ? (
          shown.opening
        ) : as === null ? (
          shown.asText
        ) : undefined
      }
      fraction={step.is === "fetching" ? step.fraction : undefined}
      actions={
        step.is === "fetching" || step.is === "open" ? (
          act(shown.close, close)
        ) : step.is === "ask_save" ? (
          <Notice
            kind="warning"
            live="polite"
            actions={
              <Actions>
                <Button onClick={() => void save()}>{shown.saveYes}</Button>
                <Button kind="quiet" onClick={close}>
                  {shown.close}
                </Button>
              </Actions>
            }
          >
            <p>{shown.saveAsk}</p>
          </Notice>
        ) : (
          <>
            {as !== null && act(shown.open, () => void open())}
            {act(shown.save, () => setStep({ is: "ask_save" }))}
          </>
        )
      }
    >
      {step.is === "open" && <Opened step={step} label={shown.picture(name)} />}
    </FileCard>
  )
}

function Opened({ step, label }: { readonly step: Extract<Step, { is: "open" }>; readonly label: string }) {
  if (step.as === "image") return <img class="file-shown" src={step.url} alt={label} />
  // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions.
  if (step.as === "audio") return <audio class="file-shown" controls src={step.url} aria-label={label} />
  // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions.
  return <video class="file-shown" controls playsInline src={step.url} aria-label={label} />
}

/** How a browser shows this kind of file without running anything of it; null when it is only saved. */
export function shownAs(type: string): Shown | null {
  const kinds = Object.keys(SHOWN) as Shown[]
  return kinds.find((kind) => SHOWN[kind].some((one) => one === bareType(type))) ?? null
}

/** The type without its parameters. */
export function bareType(type: string): string {
  return type.split(";")[0]?.trim() ?? ""
}

function forget(step: Step): void {
  if (step.is === "fetching") step.stop()
  if (step.is === "open") URL.revokeObjectURL(step.url)
}

function saveAs(bytes: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
