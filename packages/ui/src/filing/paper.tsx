import { isIdentityField } from "@shn/domain"
import type { FilingLine } from "@shn/guidance"
import type { FilingText } from "../text/filing/area.ts"
import type { PreparedSheet } from "./sheet-of.ts"
import { Written } from "./written.tsx"

export type FilingPaperProps = {
  readonly prepared: PreparedSheet
  readonly text: FilingText
}

/**
 * The complaint as it is printed: black on white, with a heading that says nothing about where it was written. Lines about the
 * person that are empty, and what the form needs, are left as lines to write on.
 */
export function FilingPaper({ prepared, text }: FilingPaperProps) {
  const { sheet } = prepared
  const lines = sheet.lines.filter(isPrinted)
  return (
    // One table, because its head and foot come again on every page: the margins, where a browser prints no address.
    <div class="paper">
      <div class="paper-margin" aria-hidden="true">
        <div />
      </div>
      <div class="paper-body">
        <h3 class="paper-title">{text.paper.title}</h3>
        <p class="paper-to">{text.paper.to(sheet.agency.title.text)}</p>
        {lines.map((line) => (
          <section class="paper-section" key={line.key}>
            <h4 class="paper-ask">{line.ask.text}</h4>
            {line.state === "empty" ? <div class="paper-rule" /> : <Written text={line.shown} />}
          </section>
        ))}
        <section class="paper-section paper-signature">
          <div>
            <div class="paper-rule" />
            <p>{text.paper.signature}</p>
          </div>
          <div>
            <div class="paper-rule" />
            <p>{text.paper.day}</p>
          </div>
        </section>
        {sheet.annex !== null && (
          <section class="paper-annex">
            <h4 class="paper-title">{text.paper.annex}</h4>
            <Written text={sheet.annex.shown} />
          </section>
        )}
      </div>
      <div class="paper-margin paper-margin--foot" aria-hidden="true">
        <div />
      </div>
    </div>
  )
}

function isPrinted(line: FilingLine): boolean {
  return line.state !== "empty" || line.isRequired || isIdentityField(line.key)
}
