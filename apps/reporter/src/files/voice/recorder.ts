import { err, ok, type Result } from "@shn/domain"

/** "refused": the person, the phone or its owner said no. "missing": no microphone. "cannot": no browser for it. */
export type RecorderProblem = "refused" | "missing" | "cannot"

/** A recording under way. It lives in memory only. */
export type Recording = {
  /** The sound so far. Ends the recording and lets go of the microphone. */
  readonly stop: () => Promise<Blob>
  /** Ends it and keeps nothing. */
  readonly discard: () => void
  /** Called once if the recording ends by itself: the microphone was taken away, or the recorder gave up. */
  readonly onBroken: (listener: () => void) => void
}

/** Plain speech is understood well at this, and an hour of it is 14 MB. Bits per second. */
const SPEECH_BITS = 32_000
/** What is tried, best first; the browser's own choice otherwise. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"]

/** Asks for the microphone and begins. */
export async function startRecording(): Promise<Result<Recording, RecorderProblem>> {
  if (typeof MediaRecorder === "undefined" || navigator.mediaDevices?.getUserMedia === undefined)
    return err("cannot")
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    const isMissing = error instanceof DOMException && /NotFound|NotReadable/.test(error.name)
    return err(isMissing ? "missing" : "refused")
  }
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    return ok(record(stream, letGo))
  } catch {
    letGo()
    return err("cannot")
  }
}

function record(stream: MediaStream, letGo: () => void): Recording {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: SPEECH_BITS,
    ...(mimeType === undefined ? {} : { mimeType }),
  })
  let pieces: Blob[] = []
  let isWanted = true
  let tellBroken: () => void = () => undefined
  let tellDone: (sound: Blob) => void = () => undefined
  recorder.ondataavailable = ({ data }) => {
    if (isWanted && data.size > 0) pieces.push(data)
  }
  recorder.onstop = () => {
    letGo()
    const sound = new Blob(pieces, { type: recorder.mimeType })
    pieces = []
    tellDone(sound)
    tellBroken()
  }
  recorder.start(1000)
  return {
    stop() {
      tellBroken = () => undefined
      return new Promise((resolve) => {
        tellDone = resolve
        recorder.stop()
      })
    },
    discard() {
      isWanted = false
      pieces = []
      tellBroken = () => undefined
      if (recorder.state !== "inactive") recorder.stop()
      letGo()
    },
    onBroken(listener) {
      tellBroken = listener
    },
  }
}

/** The sound as a file with a name that says when it was made, and the ending of its kind. */
export function voiceFile(sound: Blob, name: string, nowMs: number): File {
  const ending = sound.type.includes("mp4") ? "m4a" : sound.type.includes("ogg") ? "ogg" : "webm"
  // A name with a colon is refused by some systems when the file is saved.
  return new File([sound], `${name.replaceAll(":", ".")}.${ending}`, {
    type: sound.type,
    lastModified: nowMs,
  })
}
