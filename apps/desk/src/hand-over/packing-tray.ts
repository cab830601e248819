import type { CaseId, UploadId } from "@shn/domain"
import type { SendProgress } from "@shn/sealed"
import type { ApiFailure } from "@shn/wire"
import type { DeskFinding } from "./facts.ts"
import type { PackageTrouble, PackageWork } from "./worker/package-work.ts"
import type { RunningPackage, StartPackage } from "./worker/start-package.ts"

/** Why nothing was handed over. "changed": another look found that it may no longer leave, for these reasons where it can tell. */
export type HandingTrouble =
  | PackageTrouble
  | { readonly at: "changed"; readonly findings: readonly DeskFinding[] }
  | { readonly at: "handing"; readonly problem: ApiFailure }

/** Where a package is that this tab makes. It leaves the tray when it has been handed over. */
export type PackingState =
  | { readonly is: "packing"; readonly progress: SendProgress | null; readonly isPaused: boolean }
  | { readonly is: "handing" }
  /** `isGone`: what had been sent is deleted; while it is not, it opens for nobody and goes by itself after some days. */
  | { readonly is: "failed"; readonly trouble: HandingTrouble; readonly isGone: boolean }

export type Packing = {
  readonly caseId: CaseId
  readonly draftId: string
  readonly use: number
  readonly state: PackingState
}

export type PackingOrder = Omit<Packing, "state"> & {
  readonly work: PackageWork
  /** The message with which the person signed. */
  readonly signedMsgId: string
}

export type PackingPorts = {
  readonly startWork: StartPackage
  /**
   * Looks at the case and at our computer anew, however long the line is away.
   * @returns null when it still may leave as it was packed; otherwise what stops it, as far as that can be told
   */
  readonly whatStops: (
    order: PackingOrder,
    isStopped: () => boolean,
  ) => Promise<readonly DeskFinding[] | null>
  /** Puts it into the agency's inbox; tries again by itself while the line is away. @returns null when it is there */
  readonly handOver: (
    about: {
      readonly caseId: CaseId
      readonly releaseId: string
      readonly use: number
      readonly uploadId: UploadId
      readonly cover: string
    },
    isStopped: () => boolean,
  ) => Promise<ApiFailure | null>
  /** The server forgets the parts. @returns whether it did */
  readonly drop: (caseId: CaseId, uploadId: UploadId) => Promise<boolean>
  /** The server's time, ms. */
  readonly now: () => number
}

/** Packages on their way from this desk: they go on while another screen is looked at. One for each hand-off. */
export type PackingTray = {
  readonly of: (draftId: string) => Packing | null
  /** @returns stops listening */
  readonly onChange: (listener: () => void) => () => void
  readonly begin: (order: PackingOrder) => void
  readonly pause: (draftId: string) => void
  readonly goOn: (draftId: string) => void
  /** Nothing of it stays, neither here nor on the server. Also puts away what has failed. */
  readonly stop: (draftId: string) => void
  readonly close: () => void
}

type Held = { readonly order: PackingOrder; state: PackingState; running: RunningPackage | null }

export function packingTray(ports: PackingPorts): PackingTray {
  const held = new Map<string, Held>()
  const listeners = new Set<() => void>()
  let isClosed = false
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const isGone = (item: Held) => isClosed || held.get(item.order.draftId) !== item
  const put = (item: Held, state: PackingState) => {
    item.state = state
    changed()
  }

  async function failed(item: Held, trouble: HandingTrouble): Promise<void> {
    const { caseId, work } = item.order
    put(item, { is: "failed", trouble, isGone: false })
    const isDropped = await ports.drop(caseId, work.uploadId)
    if (!isGone(item)) put(item, { is: "failed", trouble, isGone: isDropped })
  }

  async function handIn(item: Held, cover: string): Promise<void> {
    const { order } = item
    put(item, { is: "handing" })
    const findings = await ports.whatStops(order, () => isGone(item))
    if (isGone(item)) return
    if (findings !== null) return failed(item, { at: "changed", findings })
    const { caseId, use, work } = order
    const { releaseId, uploadId } = work
    const about = { caseId, releaseId, use, uploadId, cover }
    const problem = await ports.handOver(about, () => isGone(item))
    if (isGone(item)) return
    if (problem !== null) return failed(item, { at: "handing", problem })
    held.delete(order.draftId)
    changed()
  }

  return {
    of: (draftId) => {
      const item = held.get(draftId)
      if (item === undefined) return null
      const { caseId, use } = item.order
      return { caseId, draftId, use, state: item.state }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(order) {
      if (held.get(order.draftId)?.state.is === "packing") return
      const item: Held = {
        order,
        state: { is: "packing", progress: null, isPaused: false },
        running: null,
      }
      held.set(order.draftId, item)
      item.running = ports.startWork(order.work, ports.now(), (news) => {
        if (isGone(item) || item.state.is !== "packing") return
        if (news.is === "packing") return put(item, { ...item.state, progress: news.progress })
        void (news.result.ok ? handIn(item, news.result.cover) : failed(item, news.result.trouble))
      })
      changed()
    },
    pause(draftId) {
      const item = held.get(draftId)
      if (item?.state.is !== "packing") return
      item.running?.pause()
      put(item, { ...item.state, isPaused: true })
    },
    goOn(draftId) {
      const item = held.get(draftId)
      if (item?.state.is !== "packing") return
      item.running?.goOn()
      put(item, { ...item.state, isPaused: false })
    },
    stop(draftId) {
      const item = held.get(draftId)
      // Once our computer has been asked to hand it over nobody can say any more that it was not.
      if (item === undefined || item.state.is === "handing") return
      held.delete(draftId)
      item.running?.stop()
      changed()
      const isLeftOver = item.state.is === "packing" || !item.state.isGone
      if (isLeftOver) void ports.drop(item.order.caseId, item.order.work.uploadId)
    },
    close() {
      isClosed = true
      for (const item of held.values()) item.running?.stop()
      held.clear()
      listeners.clear()
    },
  }
}
