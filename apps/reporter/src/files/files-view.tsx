import type { UploadId } from "@shn/domain"
import { Button, FileCard, FilePick, formatNumber, Notice, Stack, useUi } from "@shn/ui"
import { useRef, useState } from "preact/hooks"
import type { FilesText } from "../text/files/area.ts"
import { type FileRoom, factsOf, fractionOf, iconOf, nameOfFile, stateSentence } from "./sentences.ts"
import { type FileItem, type FileTray, type PickedFile, twinOf } from "./tray.ts"
import { VoiceNote } from "./voice/voice-note.tsx"

export type FilesProps = {
  readonly tray: FileTray
  readonly items: readonly FileItem[]
  readonly text: FilesText
  readonly room: FileRoom
  /** Files that the case holds already: the same one again is offered as a duplicate. */
  readonly others?: readonly KnownFile[]
  /** This device's clock: a voice note is named by its time of day. */
  readonly now: () => number
}

type KnownFile = { readonly uploadId: UploadId; readonly name: string; readonly sha256: string }

/** What must never be sent, the ways to add something, and everything that was chosen with where it is. */
export function FilesView({ now, ...list }: FilesProps) {
  const { tray, text } = list
  const [leftOut, setLeftOut] = useState(0)
  const [isVoiceOpen, setVoiceOpen] = useState(false)
  const ways = useRef<HTMLDivElement>(null)
  const closeVoice = () => {
    setVoiceOpen(false)
    // After the ways stand again.
    setTimeout(() => ways.current?.focus())
  }
  const add = (origin: Parameters<FileTray["add"]>[1]) => (files: readonly PickedFile[]) =>
    setLeftOut(tray.add(files, origin))
  return (
    <Stack>
      <Notice kind="care" title={text.never.title}>
        <p>{text.never.intimate}</p>
        <p>{text.never.young}</p>
      </Notice>
      <p class="small">{text.pick.lead}</p>
      {isVoiceOpen ? (
        <VoiceNote
          text={text}
          now={now}
          onAdd={(file) => {
            closeVoice()
            add("voice")([file])
          }}
          onClose={closeVoice}
        />
      ) : (
        <div ref={ways} tabIndex={-1} class="file-ways">
          <FilePick accept="image/*" camera onPick={add("camera")}>
            {text.pick.camera}
          </FilePick>
          <FilePick accept="image/*,video/*" multiple onPick={add("gallery")}>
            {text.pick.gallery}
          </FilePick>
          <Button kind="quiet" wide onClick={() => setVoiceOpen(true)}>
            {text.pick.voice}
          </Button>
          <FilePick multiple onPick={add("file")}>
            {text.pick.any}
          </FilePick>
        </div>
      )}
      {leftOut > 0 && (
        <Notice kind="warning" live="polite">
          <p>{text.pick.tooMany(formatNumber(leftOut))}</p>
        </Notice>
      )}
      <FileList {...list} />
    </Stack>
  )
}

/** The chosen files with their states and buttons. */
export function FileList(list: Omit<FilesProps, "now">) {
  const { items, text, tray } = list
  const place = useRef<HTMLElement>(null)
  const isMoving = items.some(({ state: { is } }) => is === "waiting" || is === "working")
  const takeAway = (id: UploadId) => {
    tray.takeAway(id)
    // The button that was pressed is gone: whoever listens goes on at the list.
    place.current?.focus()
  }
  if (items.length === 0) return null
  return (
    <section ref={place} tabIndex={-1} aria-label={text.list}>
      <Stack gap="tight">
        {items.map((item) => (
          <ChosenFile key={item.start.uploadId} {...list} item={item} onTakeAway={takeAway} />
        ))}
        {isMoving && <p class="small">{text.keepOpen}</p>}
      </Stack>
    </section>
  )
}

function ChosenFile(
  props: Omit<FilesProps, "now"> & {
    readonly item: FileItem
    readonly onTakeAway: (id: UploadId) => void
  },
) {
  const { tray, item, text, room } = props
  const { locale } = useUi()
  const { start, state } = item
  const id = start.uploadId
  const twin = twinName(props)
  const name = nameOfFile(start, text)
  // One place, one button: "pause" becomes "go on" under the same finger and with the same focus.
  const act = (words: string, onClick: () => void, place = "first") => (
    <Button key={place} kind="link" label={text.act.of(words, name)} onClick={onClick}>
      {words}
    </Button>
  )
  const takeAway = act(text.act.takeAway, () => props.onTakeAway(id), "away")
  const actions = () => {
    switch (state.is) {
      case "twin":
        return [
          act(text.act.addAnyway, () => tray.addAnyway(id)),
          act(text.act.leaveOut, () => props.onTakeAway(id), "away"),
        ]
      case "waiting":
      case "working":
        return [act(text.act.pause, () => tray.pause(id)), takeAway]
      case "paused":
        return [act(text.act.goOn, () => tray.goOn(id)), takeAway]
      case "pick_again":
        return [<PickAgain key="pick" {...props} />, takeAway]
      case "stuck":
        return state.problem === "budget_used"
          ? [act(text.act.moreRoom, () => tray.moreRoom(id)), takeAway]
          : state.problem === "unreadable" || state.problem === "changed_while_read"
            ? [<PickAgain key="pick" {...props} />, takeAway]
            : [act(text.act.tryAgain, () => tray.goOn(id)), takeAway]
      default:
        return [takeAway]
    }
  }
  return (
    <FileCard
      name={name}
      facts={factsOf(start, text, locale)}
      icon={iconOf(start)}
      status={<span role="status">{stateSentence(item, twin, room, text)}</span>}
      tone={toneOf(item)}
      fraction={fractionOf(state)}
      actions={actions()}
    />
  )
}

function twinName({
  item,
  items,
  others = [],
  text,
}: Omit<FilesProps, "now"> & { readonly item: FileItem }): string | null {
  const twin = twinOf(item, items)
  if (twin !== null) return nameOfFile(twin.start, text)
  const { start, state } = item
  if (state.is !== "sent") return null
  const known = others.find(
    ({ uploadId, sha256 }) => uploadId !== start.uploadId && sha256 === state.result.sha256,
  )
  return known === undefined ? null : nameOfFile(known, text)
}

function PickAgain({ tray, item, text }: Omit<FilesProps, "now"> & { readonly item: FileItem }) {
  return (
    <FilePick
      label={text.act.of(text.act.pickAgain, nameOfFile(item.start, text))}
      onPick={([file]) => {
        if (file !== undefined) tray.pickAgain(item.start.uploadId, file)
      }}
    >
      {text.act.pickAgain}
    </FilePick>
  )
}

function toneOf({ state }: FileItem): "plain" | "good" | "bad" {
  if (state.is === "sent") return "good"
  return state.is === "stuck" || state.is === "pick_again" || state.is === "twin" ? "bad" : "plain"
}
