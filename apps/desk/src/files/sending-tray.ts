import type { CaseId, Result, UploadId } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import {
  type Attachment,
  cleanFileName,
  cleanFileType,
  exactTime,
  type FileStart,
  type MessageContent,
  newUploadId,
  type SendProblem,
  type SendProgress,
  sameFiles,
} from "@shn/sealed"
import type { StartWork } from "./worker/start-work.ts"

/** Where a file is that I attach. It leaves the tray when the case itself tells of it. */
export type SendingState =
  /** The very same bytes are in the case: I decide. */
  | { readonly is: "twin"; readonly of: string }
  | { readonly is: "waiting" }
  | { readonly is: "sending"; readonly progress: SendProgress | null }
  | { readonly is: "paused" }
  | { readonly is: "stuck"; readonly problem: SendProblem | "not_told" }

export type Sending = { readonly caseId: CaseId; readonly start: FileStart; readonly state: SendingState }

export type TrayPorts = {
  readonly startWork: StartWork
  /** Seals and sends a message into the case as it is now; tries again by itself while the line is away. */
  readonly say: (caseId: CaseId, content: MessageContent, isStopped: () => boolean) => Promise<boolean>
  /** The server forgets the parts. */
  readonly drop: (caseId: CaseId, uploadId: UploadId) => Promise<Result<unknown, string>>
  readonly now: () => number
  readonly random: Random
}

/** The little of a picked file that is used. */
export type PickedFile = Blob & { readonly name: string; readonly lastModified: number }

/** Files on their way from this desk. They go on while another screen is looked at; one travels at a time. */
export type SendingTray = {
  readonly of: (caseId: CaseId) => readonly Sending[]
  /** @returns stops listening */
  readonly onChange: (listener: () => void) => () => void
  readonly attach: (caseId: CaseId, files: readonly PickedFile[], there: readonly Attachment[]) => void
  readonly attachAnyway: (uploadId: UploadId) => void
  /** After a reload the bytes are gone from this tab: the same file is picked again, and only the rest is sent. */
  readonly pickAgain: (caseId: CaseId, of: FileStart, file: PickedFile) => void
  readonly pause: (uploadId: UploadId) => void
  readonly goOn: (uploadId: UploadId) => void
  /** Nothing of it stays: neither here nor on the server. @returns false when that could not be told */
  readonly takeBack: (caseId: CaseId, uploadId: UploadId) => Promise<boolean>
  readonly close: () => void
}

type Held = {
  readonly caseId: CaseId
  readonly file: PickedFile
  readonly start: FileStart
  state: SendingState
  isAnnounced: boolean
  stop: () => void
}

export function sendingTray(ports: TrayPorts): SendingTray {
  const held = new Map<UploadId, Held>()
  const listeners = new Set<() => void>()
  let isClosed = false
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const put = (item: Held, state: SendingState) => {
    item.state = state
    changed()
  }
  const isGone = (item: Held) => isClosed || held.get(item.start.uploadId) !== item
  const isStill = (item: Held) => !isGone(item) && item.state.is === "sending"

  function next(): void {
    const items = [...held.values()]
    if (items.some(({ state }) => state.is === "sending")) return
    const first = items.find(({ state }) => state.is === "waiting")
    if (first !== undefined) void travel(first)
  }

  async function travel(item: Held): Promise<void> {
    put(item, { is: "sending", progress: null })
    const problem = await journey(item)
    if (!isStill(item)) return next()
    if (problem === null) held.delete(item.start.uploadId)
    else item.state = { is: "stuck", problem }
    changed()
    next()
  }

  /** @returns null when it is in the case */
  async function journey(item: Held): Promise<SendProblem | "not_told" | null> {
    const { caseId, start, file } = item
    const isStopped = () => !isStill(item)
    // First the word that something is coming, so that any desk of mine can go on with the same bytes.
    if (!item.isAnnounced && !(await ports.say(caseId, { kind: "upload", body: start }, isStopped)))
      return "not_told"
    item.isAnnounced = true
    if (isStopped()) return "stopped"
    const sent = await send(item, file)
    if (!sent.ok) return sent.error
    const body = { ...start, ...sent.value, note: "" }
    return (await ports.say(caseId, { kind: "file", body }, isStopped)) ? null : "not_told"
  }

  function send(item: Held, file: Blob) {
    const { caseId, start } = item
    const key = fromBase64url(start.key) ?? new Uint8Array(0)
    type Sent = Extract<Parameters<Parameters<StartWork>[1]>[0], { is: "sent" }>["result"]
    return new Promise<Sent>((resolve) => {
      const work = ports.startWork({ kind: "send", caseId, uploadId: start.uploadId, key, file }, (news) => {
        if (news.is === "sending" && isStill(item)) put(item, { is: "sending", progress: news.progress })
        if (news.is === "sent") resolve(news.result)
      })
      item.stop = () => {
        work.stop()
        resolve({ ok: false, error: "stopped" })
      }
    })
  }

  function hold(
    caseId: CaseId,
    start: FileStart,
    file: PickedFile,
    state: SendingState,
    isAnnounced: boolean,
  ) {
    const item: Held = { caseId, start, file, state, isAnnounced, stop: () => undefined }
    held.set(start.uploadId, item)
    return item
  }

  // Only a file as long as one that is there can be the same: no other is read for this.
  function twinOf(file: PickedFile, there: readonly Attachment[]): Promise<string | null> {
    if (!there.some(({ state, size }) => state === "there" && size === file.size))
      return Promise.resolve(null)
    return new Promise((resolve) => {
      ports.startWork({ kind: "digest", file }, (news) => {
        if (news.is !== "digest") return
        const [twin] = news.sha256 === null ? [] : sameFiles(there, news.sha256)
        resolve(twin?.name ?? null)
      })
    })
  }

  async function add(caseId: CaseId, file: PickedFile, there: readonly Attachment[]): Promise<void> {
    const twin = await twinOf(file, there)
    if (isClosed) return
    hold(
      caseId,
      startOf(file, ports),
      file,
      twin === null ? { is: "waiting" } : { is: "twin", of: twin },
      false,
    )
    changed()
    next()
  }

  const halt = (item: Held, state: SendingState) => {
    item.state = state
    item.stop()
    changed()
  }
  return {
    of: (caseId) => [...held.values()].filter((item) => item.caseId === caseId),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach(caseId, files, there) {
      for (const file of files) void add(caseId, file, there)
    },
    attachAnyway(uploadId) {
      const item = held.get(uploadId)
      if (item !== undefined) put(item, { is: "waiting" })
      next()
    },
    pickAgain(caseId, of, file) {
      const { uploadId, key, name, type, size, lastModified, origin, pickedAt } = of
      const start = { uploadId, key, name, type, size, lastModified, origin, pickedAt }
      // Another length is another file: that needs no journey to be known.
      const state: SendingState = file.size === size ? { is: "waiting" } : { is: "stuck", problem: "differs" }
      hold(caseId, start, file, state, true)
      changed()
      next()
    },
    pause(uploadId) {
      const item = held.get(uploadId)
      if (item !== undefined) halt(item, { is: "paused" })
    },
    goOn(uploadId) {
      const item = held.get(uploadId)
      if (item !== undefined) put(item, { is: "waiting" })
      next()
    },
    async takeBack(caseId, uploadId) {
      const item = held.get(uploadId)
      const wasSaid = item?.isAnnounced ?? true
      held.delete(uploadId)
      item?.stop()
      changed()
      next()
      if (!wasSaid) return true
      const isSaid = await ports.say(caseId, { kind: "file_gone", body: { uploadId } }, () => isClosed)
      // An upload that the server has never heard of, or has let go already, is gone as well.
      const dropped = await ports.drop(caseId, uploadId)
      return isSaid && (dropped.ok || dropped.error === "not_found")
    },
    close() {
      isClosed = true
      for (const item of held.values()) item.stop()
      held.clear()
      listeners.clear()
    },
  }
}

function startOf(file: PickedFile, { random, now }: TrayPorts): FileStart {
  return {
    uploadId: newUploadId(random),
    key: base64url(random(32)),
    name: cleanFileName(file.name.slice(0, LONGEST_RAW_NAME)),
    type: cleanFileType(file.type),
    size: file.size,
    lastModified: exactTime(file.lastModified),
    origin: "file",
    pickedAt: exactTime(now()) ?? "",
  }
}

/** A name is cleaned to 255 letters; a page of them need not be read for that. */
const LONGEST_RAW_NAME = 4_000
