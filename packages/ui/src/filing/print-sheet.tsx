import { type ComponentChildren, render } from "preact"
import { useEffect, useLayoutEffect, useState } from "preact/hooks"
import { Actions, Button } from "../components/button.tsx"
import { Notice } from "../components/notice.tsx"
import type { FilingText } from "../text/filing/area.ts"
import { UiProvider, useUi } from "../ui-context.tsx"
import { FilingPaper } from "./paper.tsx"
import type { PreparedSheet } from "./sheet-of.ts"

export type FilingPrintProps = {
  readonly prepared: PreparedSheet
  readonly text: FilingText
  /** The browser's own print. */
  readonly print: () => void
}

/** The preview, and the button that prints exactly what stands in it. */
export function FilingPrint({ prepared, text, print }: FilingPrintProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {text.print.open}
      </Button>
    )
  const paper = <FilingPaper prepared={prepared} text={text} />
  return (
    <section class="filing-part">
      <Notice kind="info">
        <p>{text.print.note}</p>
        <p>{text.print.caution}</p>
      </Notice>
      <Actions>
        <Button onClick={() => void lettersReady().then(print)}>{text.print.print}</Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {text.print.close}
        </Button>
      </Actions>
      <div class="paper-preview">{paper}</div>
      <OnPaper title={text.paper.title}>{paper}</OnPaper>
    </section>
  )
}

/**
 * While this is in the page, whatever is printed is its content alone: a copy stands outside of the app, which does not print.
 * The page's title, which browsers put on paper and into the name of a PDF, says nothing about the app either.
 */
function OnPaper({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const ui = useUi()
  const [place] = useState(() => document.createElement("div"))
  useLayoutEffect(() => {
    const before = document.title
    place.className = "paper-place"
    document.body.append(place)
    document.documentElement.classList.add("has-paper")
    document.title = title
    return () => {
      render(null, place)
      place.remove()
      document.documentElement.classList.remove("has-paper")
      document.title = before
    }
  }, [place, title])
  useEffect(() => render(<UiProvider {...ui}>{children}</UiProvider>, place))
  return null
}

/** The browser prints with the letters it has: those of Nastaliq are waited for, but not for ever. */
async function lettersReady(): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, 4_000))
  await Promise.race([
    document.fonts.load('1rem "SHN Paper Nastaliq"', "درخواست").catch(() => undefined),
    late,
  ])
}
