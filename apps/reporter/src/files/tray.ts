import type { Result, UploadId } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import {
  cleanFileName,
  cleanFileType,
  exactTime,
  type FileOrigin,
  type FileStart,
  newUploadId,
  type SendProblem,
  type SendProgress,
  type SentFile,
} from "@shn/sealed"
import { MAX_FILES_AT_ONCE } from "@shn/wire"

/** Where a chosen file is. "sent" only once the server has all of it and, in an opened case, the message about it. */
export type FileState =
  /** The same file seems to be there already: the person decides. */
  | { readonly is: "twin"; readonly of: UploadId }
  | { readonly is: "waiting" }
  | { readonly is: "working"; readonly progress: SendProgress | null }
  | { readonly is: "paused" }
  /** This phone does not hold the bytes any more: after a reload, or on another device. */
  | { readonly is: "pick_again"; readonly wrong: boolean }
  | { readonly is: "more_room"; readonly piece: number; readonly pieces: number }
  | { readonly is: "stuck"; readonly problem: SendProblem | "message_refused" }
  | { readonly is: "sent"; readonly result: SentFile }

export type FileItem = {
  readonly start: FileStart
  readonly state: FileState
}

/** The little of a picked file that is used. */
export type PickedFile = Blob & { readonly name: string; readonly lastModified: number }

/** What the tray works with. Everything that touches the world is handed in. */
export type TrayPorts = {
  /** Before the first byte: a case must be open, and in an opened one the message that something is coming. */
  readonly announce: (start: FileStart) => Promise<Result<unknown, string>>
  /** The long work. `done` is never settled after `stop`. */
  readonly transfer: (
    upload: { readonly uploadId: UploadId; readonly key: Uint8Array; readonly file: Blob },
    onProgress: (progress: SendProgress) => void,
  ) => { readonly done: Promise<Result<SentFile, SendProblem>>; readonly stop: () => void }
  /** After the last byte: in an opened case the message that makes it an attachment. */
  readonly tell: (start: FileStart, result: SentFile) => Promise<Result<unknown, string>>
  /** The person took it away: the server deletes what it has. Not waited for. */
  readonly drop: (start: FileStart) => unknown
  /** A piece of work for more room. @param onPiece how many are done of how many */
  readonly moreRoom: (
    start: FileStart,
    onPiece: (piece: number, pieces: number) => void,
  ) => Promise<Result<unknown, string>>
  readonly wait: (ms: number) => Promise<void>
  readonly now: () => number
  readonly random: Random
}

/** The chosen files of one report or one visit. One travels at a time, its parts four at a time. */
export type FileTray = {
  readonly items: () => readonly FileItem[]
  readonly onChange: (listener: () => void) => void
  /** @returns how many were left out because a report takes no more */
  readonly add: (files: readonly PickedFile[], origin: FileOrigin) => number
  /** The twin is wanted all the same. */
  readonly addAnyway: (id: UploadId) => void
  readonly pickAgain: (id: UploadId, file: PickedFile) => void
  readonly pause: (id: UploadId) => void
  readonly goOn: (id: UploadId) => void
  readonly moreRoom: (id: UploadId) => void
  readonly takeAway: (id: UploadId) => void
  /** Files of an earlier visit whose bytes this phone does not hold. */
  readonly restore: (items: readonly FileItem[]) => void
  /** Nothing travels any more; what is there stays. */
  readonly close: () => void
}

/** Waits between tries of a short message. Milliseconds. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000
const PASSING = ["offline", "nonsense_answer", "busy", "failed", "storage_unreachable"]

export function fileTray(ports: TrayPorts): FileTray {
  let items: readonly FileItem[] = []
  let listener: () => void = () => undefined
  let running: { readonly id: UploadId; stop: () => void } | null = null
  const bytes = new Map<UploadId, PickedFile>()

  const find = (id: UploadId) => items.find((item) => item.start.uploadId === id)
  const change = (next: readonly FileItem[]) => {
    items = next
    listener()
  }
  const set = (id: UploadId, state: FileState) =>
    change(items.map((item) => (item.start.uploadId === id ? { ...item, state } : item)))

  function pump(): void {
    const next = running === null ? items.find((item) => item.state.is === "waiting") : undefined
    if (next === undefined) return
    const file = bytes.get(next.start.uploadId)
    if (file !== undefined) void carry(next.start, file)
    else {
      set(next.start.uploadId, { is: "pick_again", wrong: false })
      pump()
    }
  }

  async function carry(start: FileStart, file: PickedFile): Promise<void> {
    const id = start.uploadId
    let isStopped = false
    const mine = {
      id,
      stop: () => {
        isStopped = true
      },
    }
    running = mine
    set(id, { is: "working", progress: null })
    const end = (state: FileState) => {
      if (isStopped) return
      running = null
      set(id, state)
      pump()
    }
    const waitingAt = (doneBytes: number) => (waitingFor: "line" | "server") => {
      const progress = { stage: "checking", doneBytes, totalBytes: start.size, waitingFor } as const
      if (!isStopped) set(id, { is: "working", progress })
    }
    const announced = await patiently(
      () => ports.announce(start),
      () => isStopped,
      waitingAt(0),
    )
    if (!announced.ok || isStopped) return end({ is: "stuck", problem: "message_refused" })
    const key = fromBase64url(start.key)
    if (key === null) throw new Error("a key of our own making is damaged")
    const transfer = ports.transfer({ uploadId: id, key, file }, (progress) => {
      if (!isStopped) set(id, { is: "working", progress })
    })
    mine.stop = () => {
      isStopped = true
      transfer.stop()
    }
    const sent = await transfer.done
    if (isStopped) return
    if (!sent.ok) return sent.error === "upload_gone" ? anew(start, file) : end(afterProblem(sent.error))
    const told = await patiently(
      () => ports.tell(start, sent.value),
      () => isStopped,
      waitingAt(start.size),
    )
    if (told.ok && !isStopped) bytes.delete(id)
    end(told.ok ? { is: "sent", result: sent.value } : { is: "stuck", problem: "message_refused" })
  }

  // The server has forgotten the upload (unfinished ones are kept a week): the same file under a new name and key.
  function anew(start: FileStart, file: PickedFile): void {
    const fresh = { ...start, uploadId: newUploadId(ports.random), key: base64url(ports.random(32)) }
    bytes.delete(start.uploadId)
    bytes.set(fresh.uploadId, file)
    running = null
    change(items.map((item) => (item.start === start ? { start: fresh, state: { is: "waiting" } } : item)))
    ports.drop(start)
    pump()
  }

  // A lost line is no answer; anything else is.
  async function patiently(
    call: () => Promise<Result<unknown, string>>,
    isStopped: () => boolean,
    onWait: (waitingFor: "line" | "server") => void,
  ): Promise<Result<unknown, string>> {
    for (let ms = FIRST_WAIT_MS; ; ms = Math.min(LONGEST_WAIT_MS, ms * 2)) {
      const answer = await call()
      if (answer.ok || isStopped() || !PASSING.includes(answer.error)) return answer
      onWait(answer.error === "offline" || answer.error === "nonsense_answer" ? "line" : "server")
      await ports.wait(ms)
    }
  }

  function stopIf(id: UploadId): void {
    if (running?.id !== id) return
    running.stop()
    running = null
  }

  const tray: FileTray = {
    items: () => items,
    onChange(next) {
      listener = next
    },
    add(files, origin) {
      const room = Math.max(0, MAX_FILES_AT_ONCE - items.length)
      const taken = files.slice(0, room)
      for (const file of taken) {
        const start = startOf(file, origin, ports)
        const twin = items.find((item) => looksAlike(item.start, start))
        bytes.set(start.uploadId, file)
        const state: FileState =
          twin === undefined ? { is: "waiting" } : { is: "twin", of: twin.start.uploadId }
        items = [...items, { start, state }]
      }
      change(items)
      pump()
      return files.length - taken.length
    },
    addAnyway(id) {
      set(id, { is: "waiting" })
      pump()
    },
    pickAgain(id, file) {
      const item = find(id)
      if (item === undefined) return
      // What was sent of a file that has changed meanwhile belongs to the file it was.
      if (item.state.is === "stuck" && item.state.problem === "changed_while_read") {
        tray.takeAway(id)
        tray.add([file], item.start.origin)
        return
      }
      if (file.size !== item.start.size) return set(id, { is: "pick_again", wrong: true })
      bytes.set(id, file)
      set(id, { is: "waiting" })
      pump()
    },
    pause(id) {
      stopIf(id)
      set(id, { is: "paused" })
      pump()
    },
    goOn(id) {
      set(id, { is: "waiting" })
      pump()
    },
    async moreRoom(id) {
      const item = find(id)
      if (item === undefined || item.state.is === "more_room") return
      set(id, { is: "more_room", piece: 0, pieces: 1 })
      const bought = await ports.moreRoom(item.start, (piece, pieces) =>
        set(id, { is: "more_room", piece, pieces }),
      )
      if (find(id)?.state.is !== "more_room") return
      set(id, bought.ok ? { is: "waiting" } : { is: "stuck", problem: "budget_used" })
      pump()
    },
    takeAway(id) {
      const item = find(id)
      if (item === undefined) return
      stopIf(id)
      bytes.delete(id)
      change(items.filter((other) => other !== item))
      if (item.state.is !== "twin") ports.drop(item.start)
      pump()
    },
    restore(saved) {
      change([...items, ...saved.filter(({ start }) => find(start.uploadId) === undefined)])
    },
    close() {
      running?.stop()
      running = null
      bytes.clear()
    },
  }
  return tray
}

/** Of two files with the same bytes, the later one names the earlier one. Known only after both were read. */
export function twinOf(item: FileItem, items: readonly FileItem[]): FileItem | null {
  const { state } = item
  if (state.is === "twin") return items.find((other) => other.start.uploadId === state.of) ?? null
  if (state.is !== "sent") return null
  const at = items.indexOf(item)
  return (
    items.find(
      (other, place) =>
        place < at && other.state.is === "sent" && other.state.result.sha256 === state.result.sha256,
    ) ?? null
  )
}

function afterProblem(problem: SendProblem): FileState {
  return problem === "differs" ? { is: "pick_again", wrong: true } : { is: "stuck", problem }
}

function startOf(file: PickedFile, origin: FileOrigin, { now, random }: TrayPorts): FileStart {
  return {
    uploadId: newUploadId(random),
    key: base64url(random(32)),
    name: cleanFileName(file.name),
    type: cleanFileType(file.type),
    size: file.size,
    lastModified: exactTime(file.lastModified),
    origin,
    pickedAt: exactTime(now()) ?? "1970-01-01T00:00:00.000Z",
  }
}

function looksAlike(a: FileStart, b: FileStart): boolean {
  return a.size === b.size && a.name === b.name && a.lastModified === b.lastModified && a.origin === b.origin
}
