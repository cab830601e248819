import { Button, FileCard, useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { BackFiles, WholeFile } from "../files/back-files.ts"
import { bareType, FileShown, shownAs } from "../files/file-shown.tsx"
import { factsOf, iconOf, refusalSentence } from "../files/sentences.ts"
import type { ConsentText } from "../text/consent/area.ts"
import type { OfferedFile } from "./offer.ts"

/** A picture up to this size comes by itself, covered; a larger one when it is asked for: data costs money. */
const SMALL_PICTURE_BYTES = 1_048_576

/** A file that would leave, under the name that the consent gives it. */
export function LeavingFile(props: {
  readonly item: OfferedFile
  readonly files: BackFiles
  readonly text: ConsentText["sign"]["what"]
}) {
  const { item, files, text } = props
  const { file } = item
  const { locale } = useUi()
  if (file === null) return <FileCard name={item.label} facts={text.gone} icon="file" tone="bad" />
  const facts = factsOf(file, files.text, locale)
  if (shownAs(file.type) !== "image") return <FileShown file={{ ...file, name: item.label }} files={files} />
  return <CoveredPicture label={item.label} facts={facts} file={file} files={files} text={text} />
}

type Step =
  | { readonly is: "closed" }
  | { readonly is: "fetching"; readonly stop: () => void }
  | { readonly is: "covered" | "clear"; readonly url: string }
  | { readonly is: "refused"; readonly sentence: string }

/** A picture as a small, covered one first: nobody has to see again what hurt them, and nobody who looks over a shoulder does. */
function CoveredPicture(props: {
  readonly label: string
  readonly facts: string
  readonly file: WholeFile
  readonly files: BackFiles
  readonly text: ConsentText["sign"]["what"]
}) {
  const { label, file, files, text } = props
  const [step, setStep] = useState<Step>({ is: "closed" })
  const newest = useRef(step)
  newest.current = step
  const open = async () => {
    const reading = files.read(file, () => undefined)
    setStep({ is: "fetching", stop: reading.stop })
    const result = await reading.done
    if (!result.ok) {
      setStep({ is: "refused", sentence: refusalSentence(result, label, files.text) })
      return
    }
    // Only a type that a browser draws without running anything of it, whatever the file itself may say.
    const url = URL.createObjectURL(new Blob([result.bytes], { type: bareType(file.type) }))
    setStep({ is: "covered", url })
  }
  useEffect(() => {
    if (file.size <= SMALL_PICTURE_BYTES) void open()
    return () => forget(newest.current)
  }, [])
  const act = (words: string, onClick: () => void) => (
    <Button kind="link" label={files.text.act.of(words, label)} onClick={onClick}>
      {words}
    </Button>
  )
  return (
    <FileCard
      name={label}
      facts={props.facts}
      icon={iconOf(file)}
      tone={step.is === "refused" ? "bad" : "plain"}
      status={
        step.is === "refused" ? (
          <span role="alert">{step.sentence}</span>
        ) : step.is === "fetching" ? (
          text.opening
        ) : undefined
      }
      fraction={step.is === "fetching" ? null : undefined}
      actions={
        step.is === "closed" || step.is === "refused"
          ? act(text.open, () => void open())
          : step.is === "covered"
            ? act(text.clear, () => setStep({ ...step, is: "clear" }))
            : step.is === "clear"
              ? act(text.cover, () => setStep({ ...step, is: "covered" }))
              : undefined
      }
    >
      {(step.is === "covered" || step.is === "clear") && (
        <div class={step.is === "covered" ? "thumb thumb--covered" : "thumb"}>
          <img src={step.url} alt={step.is === "covered" ? text.covered(label) : text.picture(label)} />
        </div>
      )}
    </FileCard>
  )
}

function forget(step: Step): void {
  if (step.is === "fetching") step.stop()
  if (step.is === "covered" || step.is === "clear") URL.revokeObjectURL(step.url)
}
