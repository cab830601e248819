import { FRAME_READY, type FromFrame, type ToFrame } from "../frame-talk.ts"

/**
 * Opens the line to the desk. The frame listens to nothing else: no message of another window reaches it.
 * @param onMessage called for each thing the desk asks
 * @returns how to answer
 */
export function talkToDesk(onMessage: (message: ToFrame) => void): (answer: FromFrame) => void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }: MessageEvent<ToFrame>) => onMessage(data)
  // Whose page this may stand in is settled by the answer's own policy (frame-ancestors); an opaque origin cannot name it.
  window.parent.postMessage(FRAME_READY, "*", [port2])
  return (answer) => port1.postMessage(answer)
}

/** Names the frame for a screen reader. */
export function nameFrame(message: { readonly label: string; readonly locale: string }): void {
  document.title = message.label
  document.documentElement.lang = message.locale
}
