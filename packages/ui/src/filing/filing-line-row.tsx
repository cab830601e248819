import type { IdentityField, ValueError } from "@shn/domain"
import type { FilingLine } from "@shn/guidance"
import type { ComponentChildren } from "preact"
import { useRef, useState } from "preact/hooks"
import { Badge } from "../components/badge.tsx"
import { Button } from "../components/button.tsx"
import { StatusLine } from "../components/status-line.tsx"
import { TextField } from "../components/text-field.tsx"
import type { FilingText } from "../text/filing/area.ts"
import { formatNumber } from "../text/format.ts"
import { useUi } from "../ui-context.tsx"
import { type Clipboard, copyText, markWords } from "./copy-text.ts"
import { Written } from "./written.tsx"

export type LineParts = {
  readonly text: FilingText
  readonly clipboard: Clipboard | undefined
}

export type FilingLineProps = LineParts & {
  readonly line: FilingLine
  /** Of the element that a list of missing lines leads to. */
  readonly id: string
  /** What the form will not take; undefined when it is well. */
  readonly wrong: ValueError | undefined
  /** "typed": the person writes this line here. "byHand": they write it themselves, elsewhere. */
  readonly mine:
    | { readonly kind: "typed"; readonly field: IdentityField; readonly value: string }
    | { readonly kind: "byHand" }
    | null
  readonly onType: (field: IdentityField, value: string) => void
}

/** One line of an agency's form: the question, the value, how long it is, and a button that copies the bare value. */
export function FilingLineRow(props: FilingLineProps) {
  const { line, text, id, wrong, mine, clipboard } = props
  const place = useRef<HTMLDivElement>(null)
  const words = () => place.current?.querySelector<HTMLElement>("input, textarea, .written") ?? null
  const question = (
    <>
      {line.ask.text} <LineMarks line={line} text={text} />
    </>
  )
  return (
    <li class="filing-line" id={id} tabIndex={-1}>
      <div class="filing-value" ref={place}>
        {mine?.kind === "typed" ? (
          <TextField
            label={question}
            error={wrong === undefined ? undefined : text.wrong[wrong]}
            value={mine.value}
            onInput={(value) => props.onType(mine.field, value)}
            onBlur={() => {
              // The form's own writing of it, so that what is seen, marked and copied is one thing.
              if (wrong === undefined) props.onType(mine.field, line.copy)
            }}
            {...TYPING[mine.field]}
          />
        ) : (
          <>
            <h4 class="filing-ask">{question}</h4>
            <LineValue line={line} text={text} isByHand={mine !== null} />
          </>
        )}
      </div>
      {line.copy !== "" && (
        <CopyRow
          value={line.copy}
          question={line.ask.text}
          text={text}
          clipboard={clipboard}
          words={words}
          aside={line.limit === null ? null : letters(line.letters, line.limit, text)}
        />
      )}
    </li>
  )
}

/** What did not fit into the box of the form. */
export function FilingAnnexRow(
  props: LineParts & { readonly annex: { readonly copy: string; readonly shown: string } },
) {
  const { annex, text, clipboard } = props
  const place = useRef<HTMLDivElement>(null)
  return (
    <li class="filing-line">
      <div class="filing-value" ref={place}>
        <h4 class="filing-ask">{text.line.annex}</h4>
        <p class="filing-note">{text.line.annexNote}</p>
        <Written text={annex.shown} />
      </div>
      <CopyRow
        value={annex.copy}
        question={text.line.annex}
        text={text}
        clipboard={clipboard}
        words={() => place.current?.querySelector<HTMLElement>(".written") ?? null}
        aside={null}
      />
    </li>
  )
}

/** A button that copies, and the sentence that says what became of it. */
function CopyRow(
  props: LineParts & {
    readonly value: string
    readonly question: string
    readonly words: () => HTMLElement | null
    readonly aside: ComponentChildren
  },
) {
  const { common } = useUi()
  const { text, value } = props
  const [done, setDone] = useState<{ readonly value: string; readonly how: "copied" | "marked" } | null>(null)
  const copy = async () => {
    const isCopied = await copyText(value, props.clipboard)
    const words = props.words()
    if (!isCopied && words !== null) markWords(words)
    setDone({ value, how: isCopied ? "copied" : "marked" })
  }
  // Said about another value, it would be untrue.
  const how = done?.value === value ? done.how : null
  return (
    <div class="filing-copy">
      <Button kind="quiet" label={text.line.copyThis(props.question)} onClick={() => void copy()}>
        {common.copy}
      </Button>
      {props.aside}
      <StatusLine tone={how === "marked" ? "warning" : "success"}>
        {how === "copied" ? common.copied : how === "marked" ? text.line.selected : ""}
      </StatusLine>
    </div>
  )
}

function LineValue(props: {
  readonly line: FilingLine
  readonly text: FilingText
  readonly isByHand: boolean
}) {
  const { line, text } = props
  if (props.isByHand) return <p class="filing-note">{text.line.byHand}</p>
  if (line.state === "empty") return <p class="filing-note">{text.line.empty}</p>
  return (
    <>
      <Written text={line.shown} />
      {line.state === "cut" && <p class="filing-note">{text.line.cut}</p>}
    </>
  )
}

function LineMarks({ line, text }: { readonly line: FilingLine; readonly text: FilingText }) {
  const { common } = useUi()
  return (
    <>
      {line.isRequired && <Badge>{common.required}</Badge>}{" "}
      {line.ask.verify === true && <Badge tone="warning">{text.mark.verify}</Badge>}
    </>
  )
}

function letters(used: number, limit: number, text: FilingText) {
  return <p class="filing-note">{text.line.letters(formatNumber(used), formatNumber(limit))}</p>
}

/** How each part of the identity is typed. Names and addresses follow the letters that are typed. */
const TYPING: Readonly<
  Partial<
    Record<
      IdentityField,
      {
        readonly kind?: "tel" | "email"
        readonly dir?: "ltr"
        readonly rows?: number
        readonly inputMode?: "numeric"
      }
    >
  >
> = {
  cnic: { dir: "ltr", inputMode: "numeric" },
  mobile: { kind: "tel", dir: "ltr" },
  email: { kind: "email", dir: "ltr" },
  birth_date: { dir: "ltr" },
  address: { rows: 2 },
  office_address: { rows: 2 },
}
