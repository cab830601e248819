import "./frame.css"
import { AnnotationMode, getDocument, type PDFDocumentLoadingTask, PDFWorker } from "pdfjs-dist"
import { code as workerCode } from "pdfjs-dist/build/pdf.worker.min.mjs?script"
import { code as jbig2 } from "pdfjs-dist/wasm/jbig2.wasm?base64"
import { code as openjpeg } from "pdfjs-dist/wasm/openjpeg.wasm?base64"
import type { ToFrame } from "../frame-talk.ts"
import { nameFrame, talkToDesk } from "./frame-desk.ts"
import { limitMemory } from "./limit-memory.ts"

type Show = Extract<ToFrame, { do: "show" }>
type OpenPdf = Awaited<PDFDocumentLoadingTask["promise"]>

/** A scan of an A4 page at 600 dots per inch has 35 million; a larger picture inside a page is left out. */
const MAX_PICTURE_PIXELS = 64_000_000
/** A page is drawn no larger: sharp on a large screen, and at most 64 MB of memory. */
const MAX_PAGE_PIXELS = 16_000_000
/** The picture above in three colours, with room to spare. */
const MAX_UNPACKED_BYTES = 268_435_456
const MAX_PAGE_WIDTH = 1800

let open: OpenPdf | null = null
let label = ""

const answer = talkToDesk((message) => {
  if (message.do === "show") void showFirst(message)
  else void draw(message.number)
})

async function showFirst(message: Show): Promise<void> {
  nameFrame(message)
  label = message.label
  try {
    const loading = getDocument({
      data: new Uint8Array(message.bytes),
      worker: ownWorker(),
      // The frame has no network; these two decoders came with it.
      BinaryDataFactory: OwnDecoders,
      wasmUrl: "own/",
      useWorkerFetch: false,
      isEvalSupported: false,
      enableXfa: false,
      // Letters are drawn as lines: no font of a stranger reaches the browser's own font code.
      disableFontFace: true,
      useSystemFonts: true,
      isImageDecoderSupported: false,
      maxImageSize: MAX_PICTURE_PIXELS,
      canvasMaxAreaInBytes: MAX_PAGE_PIXELS * 4,
      stopAtErrors: false,
      verbosity: 0,
    })
    open = await loading.promise
    await drawPage(open, 1)
    answer({ is: "shown", pages: open.numPages, hasPicture: true, isWhole: true })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException"
    answer({ is: "failed", why: isLocked ? "locked" : "cannot" })
  }
}

async function draw(number: number): Promise<void> {
  if (open === null) return
  try {
    await drawPage(open, number)
    answer({ is: "page", number })
  } catch {
    answer({ is: "failed", why: "cannot" })
  }
}

async function drawPage(pdf: OpenPdf, number: number): Promise<void> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const wanted = Math.min(document.documentElement.clientWidth * devicePixelRatio, MAX_PAGE_WIDTH) / width
  const scale = Math.min(wanted, Math.sqrt(MAX_PAGE_PIXELS / (width * height)))
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  canvas.setAttribute("role", "img")
  canvas.setAttribute("aria-label", `${label} ${number}`)
  // What was filled in by hand is part of the picture; nothing on it can be tapped, because there is only a picture.
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise
  document.body.replaceChildren(canvas)
  window.scrollTo(0, 0)
  page.cleanup()
}

/** A worker without an address: its code lies in this file, and it inherits the frame's policy, so it has no network. */
function ownWorker(): PDFWorker {
  const address = URL.createObjectURL(
    new Blob([`(${limitMemory})(${MAX_UNPACKED_BYTES});\n`, workerCode], { type: "text/javascript" }),
  )
  const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    "shn-pages",
    { createScriptURL: (wanted) => (wanted === address ? wanted : "") },
  )
  const vouched = (policy?.createScriptURL(address) ?? address) as string
  return PDFWorker.create({ port: new Worker(vouched) })
}

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown }
}

const DECODERS: { readonly [name: string]: string } = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg }

/** pdf.js asks for its decoders by name. */
class OwnDecoders {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const base64 = DECODERS[filename]
    if (base64 === undefined) throw new Error("not among the frame's own files")
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  }
}
