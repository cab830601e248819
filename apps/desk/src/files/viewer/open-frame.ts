import { FRAME_READY, type FromFrame, parseFromFrame, type ToFrame } from "./frame-talk.ts"
import type { ShownAs } from "./kind.ts"

/** A frame that takes longer than this for anything is taken away: some files are made to hold up a computer. */
export const FRAME_PATIENCE_MS = 20_000

export type OpenFrame = {
  readonly showPage: (number: number) => void
  /** Nothing of the file stays in memory. */
  readonly close: () => void
}

/**
 * Puts one file into a frame that has no origin and no network (ADR 0023), and listens to it.
 * @param place the frame is put into it, and taken out again when it is too slow or closed
 * @param bytes handed over: the desk no longer has them afterwards
 * @param onSaid "slow" when the frame was taken away for its slowness; nothing follows
 */
export function openFrame(
  place: HTMLElement,
  file: {
    readonly as: ShownAs
    readonly bytes: ArrayBuffer
    readonly label: string
    readonly locale: string
  },
  onSaid: (said: FromFrame | "slow") => void,
): OpenFrame {
  const frame = document.createElement("iframe")
  frame.className = "file-frame"
  frame.title = file.label
  frame.setAttribute("sandbox", "allow-scripts")
  frame.referrerPolicy = "no-referrer"
  frame.src = file.as.kind === "pages" ? "/viewer/pages/" : "/viewer/show/"
  let port: MessagePort | null = null
  let patience = setTimeout(giveUp, FRAME_PATIENCE_MS)

  function giveUp(): void {
    close()
    onSaid("slow")
  }
  function close(): void {
    clearTimeout(patience)
    removeEventListener("message", onReady)
    port?.close()
    frame.remove()
  }
  function say(message: ToFrame, handed: readonly Transferable[] = []): void {
    clearTimeout(patience)
    patience = setTimeout(giveUp, FRAME_PATIENCE_MS)
    port?.postMessage(message, [...handed])
  }
  function onReady({ source, data, ports }: MessageEvent): void {
    if (source !== frame.contentWindow || data !== FRAME_READY || ports[0] === undefined) return
    removeEventListener("message", onReady)
    port = ports[0]
    port.onmessage = ({ data: said }) => {
      const heard = parseFromFrame(said)
      if (heard === null) return
      clearTimeout(patience)
      onSaid(heard)
    }
    const { as, bytes, label, locale } = file
    say({ do: "show", as, bytes, label, locale }, [bytes])
  }

  addEventListener("message", onReady)
  place.append(frame)
  return { showPage: (number) => say({ do: "page", number }), close }
}
