import { Button, Notice, StatusLine } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { claimedKind } from "./claimed-kind.ts"
import type { FrameFailure } from "./viewer/frame-talk.ts"
import { HEAD_BYTES, type ShownAs, shownAs } from "./viewer/kind.ts"
import { type OpenFrame, openFrame } from "./viewer/open-frame.ts"

type View =
  | { readonly is: "drawing" }
  | {
      readonly is: "shown"
      readonly page: number
      readonly pages: number
      readonly hasPicture: boolean
      readonly isWhole: boolean
    }
  | { readonly is: "failed"; readonly why: FrameFailure | "slow" | "kind" }

/** A file that was checked to the last bit, shown where it can do no harm: pictures blurred and grey until asked for. */
export function FileViewer(props: {
  readonly file: { readonly name: string; readonly type: string }
  readonly bytes: ArrayBuffer
  readonly onClose: () => void
}) {
  const { text } = useDesk()
  const { files } = text
  const [as] = useState(() =>
    shownAs(new Uint8Array(props.bytes, 0, Math.min(HEAD_BYTES, props.bytes.byteLength))),
  )
  return (
    <div class="file-viewer">
      <StatusLine tone="success">{files.exact}</StatusLine>
      {as === null ? <Notice kind="info">{files.cannot.kind}</Notice> : <FramedFile {...props} as={as} />}
      <Button kind="quiet" onClick={props.onClose}>
        {files.close}
      </Button>
    </div>
  )
}

function FramedFile(props: {
  readonly file: { readonly name: string; readonly type: string }
  readonly bytes: ArrayBuffer
  readonly as: ShownAs
}) {
  const { text, locale } = useDesk()
  const { files } = text
  const { file, bytes, as } = props
  const [view, setView] = useState<View>({ is: "drawing" })
  // What may hold a picture is blurred from the first moment; only letters and sound never are.
  const [isBlurred, setIsBlurred] = useState(as.kind !== "text")
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<OpenFrame | null>(null)
  const label = files.viewed(file.name === "" ? files.noName : file.name)

  useEffect(() => {
    if (place.current === null) return
    const opened = openFrame(place.current, { as, bytes, label, locale }, (said) => {
      if (said === "slow") setView({ is: "failed", why: "slow" })
      else if (said.is === "failed") {
        setView({ is: "failed", why: said.why })
        opened.close()
      } else if (said.is === "page")
        setView((now) => (now.is === "shown" ? { ...now, page: said.number } : now))
      else {
        if (!said.hasPicture) setIsBlurred(false)
        setView({ ...said, page: 1 })
      }
    })
    frame.current = opened
    return () => opened.close()
    // One frame for one file: new words for the same file are no reason to lose the place in it.
  }, [bytes])

  const turn = (page: number) => frame.current?.showPage(page)
  const claimed = claimedKind(file)
  const hasPicture = view.is === "shown" && view.hasPicture
  return (
    <>
      {claimed !== "other" && claimed !== as.kind && (
        <Notice kind="warning">{files.lies(files.kind[claimed], files.kind[as.kind])}</Notice>
      )}
      {view.is === "failed" && <Notice kind="warning">{failureWords(files.cannot, view.why)}</Notice>}
      {hasPicture && (
        <div class="file-viewer-tools">
          <Button kind="quiet" onClick={() => setIsBlurred(!isBlurred)}>
            {isBlurred ? files.clear : files.blur}
          </Button>
          {view.pages > 1 && (
            <>
              <Button kind="quiet" disabled={view.page === 1} onClick={() => turn(view.page - 1)}>
                {files.previousPage}
              </Button>
              <span role="status">{files.page(String(view.page), String(view.pages))}</span>
              <Button kind="quiet" disabled={view.page === view.pages} onClick={() => turn(view.page + 1)}>
                {files.nextPage}
              </Button>
            </>
          )}
        </div>
      )}
      {hasPicture && isBlurred && <p class="quiet">{files.blurred}</p>}
      {view.is === "shown" && !view.isWhole && <p class="quiet">{files.beginning}</p>}
      <div
        ref={place}
        hidden={view.is === "failed"}
        class={`file-place file-place--${as.kind}${isBlurred ? " file-place--blurred" : ""}`}
        // Nothing behind the blur can be reached by finger or key.
        inert={isBlurred}
      />
    </>
  )
}

function failureWords(
  cannot: ReturnType<typeof useDesk>["text"]["files"]["cannot"],
  why: FrameFailure | "slow" | "kind",
): string {
  switch (why) {
    case "kind":
      return cannot.kind
    case "cannot":
      return cannot.failed
    case "locked":
      return cannot.locked
    case "too_large":
      return cannot.picture
    case "slow":
      return cannot.slow
  }
}
