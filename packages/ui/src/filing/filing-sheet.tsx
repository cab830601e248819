import { type ComplaintField, type IdentityField, type IdentityPart, isIdentityField } from "@shn/domain"
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { Button } from "../components/button.tsx"
import { Notice } from "../components/notice.tsx"
import type { FilingText } from "../text/filing/area.ts"
import type { Clipboard } from "./copy-text.ts"
import { FilingAnnexRow, FilingLineRow } from "./filing-line-row.tsx"
import { FilingPlace, HowSure, Lines } from "./filing-place.tsx"
import type { PreparedSheet } from "./sheet-of.ts"

export type FilingSheetViewProps = {
  readonly prepared: PreparedSheet
  readonly text: FilingText
  /** Lines that say who the person is: typed here and nowhere else, or left for the person to write by hand. */
  readonly identity:
    | {
        readonly kind: "typed"
        readonly values: IdentityPart
        readonly onType: (field: IdentityField, value: string) => void
      }
    | { readonly kind: "byHand" }
  readonly clipboard: Clipboard | undefined
  /** Said before the first line about the person: where it stays. */
  readonly identityNote?: ComponentChildren
}

/** A complaint laid out for an agency's own form, line by line, to be copied or printed. */
export function FilingSheetView(props: FilingSheetViewProps) {
  const { prepared, text, identity, clipboard } = props
  const { sheet, wrong } = prepared
  const prefix = useId()
  const idOf = (key: ComplaintField) => `${prefix}-${key}`
  // What the person writes by hand cannot be missing here.
  const missing = sheet.missing.filter((key) => identity.kind === "typed" || !isIdentityField(key))
  const parts = { text, clipboard }
  return (
    <div class="filing">
      <Missing
        text={text}
        lines={missing.map((key) => ({
          key,
          words: sheet.lines.find((line) => line.key === key)?.ask.text ?? "",
          id: idOf(key),
        }))}
      />
      <FilingPlace sheet={sheet} text={text} />
      <section class="filing-part">
        <h3>{sheet.form.title.text}</h3>
        <Lines lines={sheet.form.intro} text={text} />
        <HowSure facts={sheet.form.facts} text={text} />
        {props.identityNote}
        <ol class="filing-lines">
          {sheet.lines.map((line) => (
            <FilingLineRow
              {...parts}
              key={line.key}
              id={idOf(line.key)}
              line={line}
              wrong={wrong.get(line.key)}
              mine={
                !isIdentityField(line.key)
                  ? null
                  : identity.kind === "byHand"
                    ? identity
                    : { kind: "typed", field: line.key, value: identity.values[line.key] ?? "" }
              }
              onType={(field, value) => {
                if (identity.kind === "typed") identity.onType(field, value)
              }}
            />
          ))}
          {sheet.annex !== null && <FilingAnnexRow {...parts} annex={sheet.annex} />}
        </ol>
      </section>
    </div>
  )
}

type MissingLine = { readonly key: string; readonly words: string; readonly id: string }

/** What the form will be refused without, first, each leading to its line. */
function Missing({ lines, text }: { readonly lines: readonly MissingLine[]; readonly text: FilingText }) {
  if (lines.length === 0) return <p class="filing-note">{text.missing.none}</p>
  return (
    <Notice kind="warning" title={text.missing.title}>
      <p>{text.missing.lead}</p>
      <ul class="filing-missing">
        {lines.map(({ key, words, id }) => (
          <li key={key}>
            <Button kind="link" onClick={() => goTo(id)}>
              {words}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** To the line's own field where it has one. No address changes: a place in a form is no page to go back to. */
function goTo(id: string): void {
  const line = document.getElementById(id)
  const target = line?.querySelector<HTMLElement>("input, textarea") ?? line
  target?.focus()
  target?.scrollIntoView({ block: "center" })
}
