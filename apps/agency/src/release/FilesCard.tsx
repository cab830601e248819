import type { ManifestEntry } from "@shn/evidence"
import { handToDownloads, MOST_IN_MEMORY, savePicker } from "@shn/staff"
import { Button, Card, Dialog, FileCard, formatFileSize, isolateName, StatusLine } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { useAgency } from "../app/agency-context.tsx"
import { shortNumber } from "../inbox/short-number.ts"
import type { PackageOutcome, PackagePlace, WholePackage, Wish } from "../worker/package-work.ts"

type SaveState =
  | { readonly is: "idle" }
  | { readonly is: "saving"; readonly share: number | null }
  | { readonly is: "saved" }
  | { readonly is: "trouble"; readonly outcome: PackageOutcome }

/** The files that came along, and all of it together. Saved on purpose, after a question; never shown here. */
export function FilesCard(props: { readonly opened: WholePackage; readonly place: PackagePlace | null }) {
  const { text, locale } = useAgency()
  const words = text.release
  const { opened, place } = props
  const files = (opened.manifest?.entries ?? []).filter((entry) => entry.role === "file")
  return (
    <Card title={words.filesTitle}>
      <p class="quiet">{files.length === 0 ? words.noFiles : words.filesIntro}</p>
      {place !== null && (
        <div class="files">
          {files.map((entry) => (
            <SaveRow
              key={entry.path}
              name={shownName(entry, opened)}
              savedAs={savedName(entry)}
              size={entry.size}
              facts={words.file(formatFileSize(entry.size, locale))}
              label={words.save}
              spoken={words.saveFile(isolateName(shownName(entry, opened)))}
              place={place}
              wish={(to) => ({ keep: "file", path: entry.path, to })}
            />
          ))}
          <SaveRow
            name={`${shortNumber(place.releaseId)}.zip`}
            savedAs={`${shortNumber(place.releaseId)}.zip`}
            size={place.facts.size}
            facts={words.saveAllNote}
            label={words.saveAll}
            spoken={words.saveAll}
            place={place}
            wish={(to) => ({ keep: "zip", to })}
          />
        </div>
      )}
    </Card>
  )
}

/** Without its folder: "001-Screenshot.png", made from what the person saw it named, with nothing that leads elsewhere. */
function savedName({ path }: ManifestEntry): string {
  return path.slice(path.lastIndexOf("/") + 1)
}

/** What the person saw it named, with the ending it is saved under. */
function shownName(entry: ManifestEntry, { disclosure }: WholePackage): string {
  const label = disclosure.files.find(({ id }) => id === entry.ref)?.label
  const ending = /\.[a-z0-9]{1,8}$/.exec(entry.path)?.[0] ?? ""
  return label === undefined ? savedName(entry) : `${label}${ending}`
}

function SaveRow(props: {
  readonly name: string
  readonly savedAs: string
  readonly size: number
  readonly facts: string
  readonly label: string
  /** The button's name where several stand on the screen. */
  readonly spoken: string
  readonly place: PackagePlace
  readonly wish: (to: Extract<Wish, { keep: "zip" }>["to"]) => Wish
}) {
  const { text, services } = useAgency()
  const words = text.release
  const { name, savedAs, size, place } = props
  const [isAsking, setIsAsking] = useState(false)
  const [state, setState] = useState<SaveState>({ is: "idle" })
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])

  const save = async () => {
    setIsAsking(false)
    const pick = savePicker()
    // The person closed the browser's own question: then nothing is saved, and nothing has to be said.
    const to = pick === null ? null : await pick({ suggestedName: savedAs }).catch(() => "closed" as const)
    if (to === "closed") return
    setState({ is: "saving", share: null })
    stop.current = services.startPackageWork({ place, wish: props.wish(to) }, (news) => {
      if (news.is === "reading") {
        const { doneBytes, totalBytes } = news.progress
        return setState({ is: "saving", share: totalBytes === 0 ? null : doneBytes / totalBytes })
      }
      if (news.outcome.is !== "whole") return setState({ is: "trouble", outcome: news.outcome })
      if (news.outcome.saved !== null) handToDownloads(news.outcome.saved, savedAs)
      setState({ is: "saved" })
    })
  }
  return (
    <FileCard
      name={name}
      icon="file"
      facts={props.facts}
      status={state.is === "saving" ? words.saving : undefined}
      fraction={state.is === "saving" ? state.share : undefined}
      tone="plain"
      actions={
        <Button
          kind="quiet"
          busy={state.is === "saving"}
          label={props.spoken}
          onClick={() => setIsAsking(true)}
        >
          {props.label}
        </Button>
      }
    >
      <StatusLine tone="success">{state.is === "saved" ? words.saved : ""}</StatusLine>
      {state.is === "trouble" && (
        <p class="file-trouble" role="alert">
          {
            words.trouble[
              state.outcome.is === "trouble" && state.outcome.why === "not_written"
                ? "not_written"
                : "changed"
            ]
          }
        </p>
      )}
      <Question
        name={name}
        size={size}
        open={isAsking}
        onYes={() => void save()}
        onClose={() => setIsAsking(false)}
      />
    </FileCard>
  )
}

/** Asks before a copy leaves the protected place. */
function Question(props: {
  readonly name: string
  readonly size: number
  readonly open: boolean
  readonly onYes: () => void
  readonly onClose: () => void
}) {
  const { text, locale } = useAgency()
  const { ask } = text.release
  const isPossible = savePicker() !== null || props.size <= MOST_IN_MEMORY
  return (
    <Dialog
      title={ask.title(isolateName(props.name))}
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          {isPossible && (
            <Button kind="danger" onClick={props.onYes}>
              {ask.yes}
            </Button>
          )}
          <Button kind="quiet" onClick={props.onClose}>
            {text.common.cancel}
          </Button>
        </>
      }
    >
      {isPossible ? (
        <>
          <p>{ask.leaves}</p>
          <p>{ask.harmful}</p>
        </>
      ) : (
        <p>{ask.tooLarge(formatFileSize(MOST_IN_MEMORY, locale))}</p>
      )}
    </Dialog>
  )
}
