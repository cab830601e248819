import type { CaseId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { Attachment, FileFacts } from "@shn/sealed"
import { handToDownloads, MOST_IN_MEMORY, savePicker } from "@shn/staff"
import { Button, FileCard, FilePick, formatFileSize, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { type ClaimedKind, claimedKind } from "./claimed-kind.ts"
import { DownloadQuestion } from "./DownloadQuestion.tsx"
import { FileViewer } from "./FileViewer.tsx"
import { useArrival } from "./use-arrival.ts"
import { useFileWork } from "./use-file-work.ts"
import { isDamage, shareOf, troubleWords } from "./words.ts"
import type { FileWork, ReadTrouble } from "./worker/file-work.ts"

const ICONS = { picture: "picture", media: "film", pages: "file", text: "file", other: "file" } as const

type RowProps = { readonly caseId: CaseId; readonly who: string; readonly day: string }
type There = Extract<Attachment, { state: "there" }>

/** One file of the case, wherever it is. */
export function FileRow(props: RowProps & { readonly file: Attachment; readonly isMine: boolean }) {
  const { text } = useDesk()
  const { file } = props
  switch (file.state) {
    case "there":
      return <FileThere {...props} file={file} />
    case "on_its_way":
      return <FileOnItsWay {...props} />
    case "stopped":
      return <FileCard {...useLook(file, props)} status={text.files.stopped} tone="bad" />
  }
}

function useLook(file: Attachment, { who, day }: RowProps) {
  const { text, locale } = useDesk()
  const { files } = text
  const kind: ClaimedKind = claimedKind(file)
  return {
    name: file.name === "" ? files.noName : file.name,
    icon: ICONS[kind],
    facts: (
      <>
        {files.facts(files.kind[kind], formatFileSize(file.size, locale))}
        <br />
        {files.from(who, day)}
      </>
    ),
  }
}

function FileOnItsWay(props: RowProps & { readonly file: Attachment; readonly isMine: boolean }) {
  const { text, sending } = useDesk()
  const { files } = text
  const { file, caseId, isMine } = props
  const arrival = useArrival(caseId, file.uploadId)
  const [hasFailed, setHasFailed] = useState(false)
  const look = useLook(file, props)
  const takeBack = async () => setHasFailed(!(await sending.takeBack(caseId, file.uploadId)))
  const actions = isMine ? (
    <>
      {arrival !== "expired" && (
        <FilePick onPick={([picked]) => picked !== undefined && sending.pickAgain(caseId, file, picked)}>
          {files.pickAgainButton}
        </FilePick>
      )}
      <Button kind="quiet" onClick={() => void takeBack()}>
        {files.takeBack}
      </Button>
    </>
  ) : undefined
  if (arrival === "expired") return <FileCard {...look} status={files.expired} tone="bad" actions={actions} />
  return (
    <FileCard {...look} status={files.onItsWay} fraction={arrival} actions={actions}>
      <p class="quiet">{isMine ? files.pickAgain : files.onItsWayNote}</p>
      <StatusLine tone="warning">{hasFailed ? files.takeBackFailed : ""}</StatusLine>
    </FileCard>
  )
}

function FileThere(props: RowProps & { readonly file: There }) {
  const { text, locale } = useDesk()
  const { files } = text
  const { file } = props
  const look = useLook(file, props)
  const { step, begin } = useFileWork()
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null)
  const [trouble, setTrouble] = useState<ReadTrouble | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [doing, setDoing] = useState<"opening" | "saving">("opening")
  const [wasSaved, setWasSaved] = useState(false)
  const isTooLarge = file.size > MOST_IN_MEMORY

  const read = (work: FileWork, as: "opening" | "saving", onBytes: (bytes: ArrayBuffer) => void) => {
    setBytes(null)
    setTrouble(null)
    setWasSaved(false)
    setDoing(as)
    begin(work, (news) => {
      if (news.is !== "opened" && news.is !== "saved") return
      if (!news.result.ok) return setTrouble(news.result)
      if (news.is === "opened") onBytes(news.result.value)
      if (as === "saving") setWasSaved(true)
    })
  }
  const save = async () => {
    setIsAsking(false)
    const pick = savePicker()
    const place = { uploadId: file.uploadId, facts: factsOf(file) }
    if (pick === null) {
      return read({ kind: "open", ...place }, "saving", (whole) => handToDownloads(whole, look.name))
    }
    // The person closed the browser's own question: then nothing is saved, and nothing has to be said.
    const to = await pick({ suggestedName: look.name }).catch(() => null)
    if (to !== null) read({ kind: "save", ...place, to }, "saving", () => undefined)
  }

  const waiting =
    step === null || step.waitingFor === "nothing"
      ? files[doing]
      : step.waitingFor === "line"
        ? files.waitingLine
        : files.waitingServer
  const isDamaged = trouble !== null && isDamage(trouble)
  return (
    <FileCard
      {...look}
      status={step !== null ? waiting : isDamaged ? files.damaged : files.there}
      tone={isDamaged ? "bad" : "good"}
      fraction={step === null ? undefined : shareOf(step)}
      actions={
        bytes === null && (
          <>
            {!isTooLarge && (
              <Button
                kind="quiet"
                busy={step !== null}
                label={`${files.open}: ${look.name}`}
                onClick={() =>
                  read({ kind: "open", uploadId: file.uploadId, facts: factsOf(file) }, "opening", setBytes)
                }
              >
                {files.open}
              </Button>
            )}
            <Button
              kind="quiet"
              busy={step !== null}
              label={`${files.download}: ${look.name}`}
              onClick={() => setIsAsking(true)}
            >
              {files.download}
            </Button>
          </>
        )
      }
    >
      {file.note !== "" && (
        <p class="as-written notranslate" dir="auto">
          {file.note}
        </p>
      )}
      {isTooLarge && <p class="quiet">{files.cannot.large(formatFileSize(MOST_IN_MEMORY, locale))}</p>}
      {trouble !== null && (
        <p class="file-trouble" role="alert">
          {troubleWords(files, trouble)}
        </p>
      )}
      <StatusLine tone="success">{wasSaved ? files.saved : ""}</StatusLine>
      {bytes !== null && <FileViewer file={file} bytes={bytes} onClose={() => setBytes(null)} />}
      <DownloadQuestion
        name={look.name}
        size={file.size}
        open={isAsking}
        onYes={() => void save()}
        onClose={() => setIsAsking(false)}
      />
    </FileCard>
  )
}

function factsOf({ key, size, sha256, parts, partsDigest }: There): FileFacts {
  return { key: fromBase64url(key) ?? new Uint8Array(0), size, sha256, parts, partsDigest }
}
