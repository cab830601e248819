import { Notice } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { BuildPanel } from "./BuildPanel.tsx"
import { CodeWord } from "./CodeWord.tsx"
import type { OneHandOver } from "./one-hand-over.ts"
import { PlanPanel } from "./PlanPanel.tsx"
import { whatToDo } from "./words.ts"

/** What still stands between the signature and the agency: the word, whatever stops it, two signatures. */
export function BeforeHanding(props: OneHandOver) {
  const { text } = useDesk()
  const { handOver, cases } = text
  const { view, directory } = props
  const { signers, mine, step, codeWord, plan, findings } = view
  const nameOf = (keyId: Parameters<typeof aliasOf>[1]) => aliasOf(directory, keyId) ?? cases.unknownReader
  if (signers === null) return <Notice kind="warning">{handOver.turn.nobody}</Notice>
  if (mine === "none") {
    return <p class="quiet">{handOver.turn.both(nameOf(signers.drafter), nameOf(signers.approver))}</p>
  }
  const isClear = step === "ready" && findings.length === 0 && codeWord !== "asked"
  return (
    <>
      {findings.length > 0 && (
        <Notice kind="danger" title={handOver.stops.title}>
          <ul class="hand-over-findings">
            {findings.map((finding) => (
              <li key={finding}>{handOver.finding[finding]}</li>
            ))}
          </ul>
          {whatToDo(handOver, findings).map((what) => (
            <p key={what}>
              <strong>{what}</strong>
            </p>
          ))}
        </Notice>
      )}
      {codeWord !== "not_needed" && <CodeWord {...props} />}
      {isClear && mine === "drafter" && <PlanPanel {...props} />}
      {isClear && mine === "approver" && plan !== null && <BuildPanel {...props} />}
      {isClear && mine === "approver" && plan === null && (
        <p>{handOver.turn.drafter(nameOf(signers.drafter))}</p>
      )}
    </>
  )
}
