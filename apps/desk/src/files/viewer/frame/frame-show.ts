import "./frame.css"
import type { ToFrame } from "../frame-talk.ts"
import { MAX_PIXELS, pixelsOf } from "../pixels.ts"
import { plainText } from "../plain-text.ts"
import { nameFrame, talkToDesk } from "./frame-desk.ts"

type Show = Extract<ToFrame, { do: "show" }>

const answer = talkToDesk((message) => {
  if (message.do !== "show") return
  nameFrame(message)
  if (message.as.kind === "picture") void showPicture(message, message.as.type)
  else if (message.as.kind === "media") showMedia(message, message.as.type)
  else if (message.as.kind === "text") showText(message)
})

async function showPicture(
  { bytes, label }: Show,
  type: Extract<Show["as"], { kind: "picture" }>["type"],
): Promise<void> {
  const size = pixelsOf(type, new Uint8Array(bytes))
  if (size === null) return answer({ is: "failed", why: "cannot" })
  if (size.width * size.height > MAX_PIXELS) return answer({ is: "failed", why: "too_large" })
  const picture = document.createElement("img")
  picture.alt = label
  picture.src = URL.createObjectURL(new Blob([bytes], { type }))
  try {
    await picture.decode()
  } catch {
    return answer({ is: "failed", why: "cannot" })
  }
  document.body.replaceChildren(picture)
  answer({ is: "shown", pages: 1, hasPicture: true, isWhole: true })
}

function showMedia({ bytes, label }: Show, type: Extract<Show["as"], { kind: "media" }>["type"]): void {
  // Always the element for film: only when it has begun to read does anybody know whether there is a picture inside.
  const player = document.createElement("video")
  player.controls = true
  player.preload = "metadata"
  player.disableRemotePlayback = true
  player.disablePictureInPicture = true
  player.setAttribute("controlslist", "nodownload noremoteplayback")
  player.setAttribute("aria-label", label)
  player.onloadedmetadata = () => {
    const hasPicture = player.videoWidth > 0
    player.className = hasPicture ? "film" : "sound"
    if (player.videoWidth * player.videoHeight > MAX_PIXELS) return failed("too_large")
    answer({ is: "shown", pages: 1, hasPicture, isWhole: true })
  }
  player.onerror = () => failed("cannot")
  const failed = (why: "cannot" | "too_large") => {
    player.remove()
    answer({ is: "failed", why })
  }
  player.src = URL.createObjectURL(new Blob([bytes], { type }))
  document.body.replaceChildren(player)
}

function showText({ bytes, label }: Show): void {
  const read = plainText(new Uint8Array(bytes))
  if (read === null) {
    answer({ is: "failed", why: "cannot" })
    return
  }
  const letters = document.createElement("pre")
  letters.dir = "auto"
  letters.tabIndex = 0
  letters.setAttribute("role", "document")
  letters.setAttribute("aria-label", label)
  letters.textContent = read.text
  document.body.replaceChildren(letters)
  answer({ is: "shown", pages: 1, hasPicture: false, isWhole: read.isWhole })
}
