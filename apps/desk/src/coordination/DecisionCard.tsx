import { dayOf, explain, type KeyId, type NeedId, SCORE_TERMS } from "@shn/domain"
import {
  Button,
  Card,
  CardTable,
  Code,
  FailedState,
  formatClockTime,
  formatDay,
  formatNumber,
  LoadingState,
  Notice,
} from "@shn/ui"
import type { ApiFailure } from "@shn/wire"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import { aliasOf } from "../cases/readers.ts"
import type { DecisionRecord } from "./decision-record.ts"
import { type DecisionOnDesk, readDecision } from "./read-need.ts"
import { ruleWords } from "./words.ts"

type Shown =
  | { readonly kind: "asked" | "loading" }
  | { readonly kind: "failed"; readonly failure: ApiFailure }
  | { readonly kind: "ready"; readonly decision: DecisionOnDesk }

/** What the router decided on the day, opened on this device and worked out again. Only when asked for. */
export function DecisionCard({ needId }: { readonly needId: NeedId }) {
  const desk = useDesk()
  const { text } = desk
  const { coordination } = text
  const [shown, setShown] = useState<Shown | null>(null)
  const show = () => {
    setShown({ kind: "loading" })
    void readDecision(desk, needId).then((answer) =>
      setShown(
        answer.ok ? { kind: "ready", decision: answer.value } : { kind: "failed", failure: answer.error },
      ),
    )
  }
  return (
    <Card title={coordination.decisionTitle}>
      {shown === null && (
        <Button kind="quiet" icon="lock" onClick={show}>
          {coordination.decisionShow}
        </Button>
      )}
      {shown?.kind === "loading" && <LoadingState words={coordination.decisionLoading} lines={2} />}
      {shown?.kind === "failed" && (
        <FailedState sentence={failureSentence(text, shown.failure)} onRetry={show} />
      )}
      {shown?.kind === "ready" &&
        (shown.decision.kind === "open" ? (
          <Decision record={shown.decision.record} />
        ) : (
          <Notice kind={shown.decision.why === "no-copy" ? "info" : "danger"} live="polite">
            {shown.decision.why === "no-copy" ? coordination.decisionNone : coordination.decisionUnreadable}
          </Notice>
        ))}
    </Card>
  )
}

function Decision({ record }: { readonly record: DecisionRecord }) {
  const { text, locale, session } = useDesk()
  const { coordination, words } = text
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  const nameOf = (keyId: KeyId) =>
    (directory === null ? null : aliasOf(directory, keyId)) ?? text.cases.unknownReader
  const { coordinator } = explain(record.decision)
  const [first, second] = record.decision.picks
  const [before, after] = coordination.decisionPolicy("\u0000").split("\u0000")
  return (
    <div class="decision">
      <Notice
        kind={record.replayed === "same" ? "success" : "danger"}
        title={record.replayed === "same" ? coordination.decisionSame : coordination.decisionDifferent}
        live="polite"
      />
      <p>
        {coordination.decisionAt(
          formatDay(dayOf(record.madeAtMs), locale),
          formatClockTime(record.madeAtMs, locale),
        )}
        {" · "}
        {before}
        <Code>{record.decision.policyVersion}</Code>
        {after}
      </p>
      <p>
        <strong>
          {first === undefined ? coordination.decisionNobody : coordination.decisionFirst(nameOf(first))}
        </strong>
        {second !== undefined && (
          <>
            <br />
            {coordination.decisionSecond(nameOf(second))}
          </>
        )}
      </p>
      {coordinator.relaxed.length > 0 && (
        <p>
          {coordination.decisionRelaxed(
            coordinator.relaxed.map((one) => words.relaxation[one]).join(text.shell.and),
          )}
        </p>
      )}
      {coordinator.bindingRule !== null && (
        <p>{coordination.binding(ruleWords(text, coordinator.bindingRule))}</p>
      )}
      {record.decision.ranked.length > 0 && (
        <CardTable
          caption={coordination.decisionScores}
          rows={record.decision.ranked}
          rowKey={(row) => row.keyId}
          columns={[
            { key: "name", header: coordination.expert, cell: (row) => <bdi>{nameOf(row.keyId)}</bdi> },
            ...SCORE_TERMS.filter((term) =>
              record.decision.ranked.some((row) => row.terms[term] !== null),
            ).map((term) => ({
              key: term,
              header: words.scoreTerm[term],
              cell: (row: DecisionRecord["decision"]["ranked"][number]) => share(row.terms[term]),
            })),
            {
              key: "price",
              header: coordination.decisionPrice,
              cell: (row) => formatNumber(row.prices.load + row.prices.scarcity),
            },
            { key: "net", header: coordination.decisionNet, cell: (row) => formatNumber(row.net) },
          ]}
        />
      )}
      {coordinator.removed.length > 0 && (
        <>
          <h3 class="offer-subtitle">{coordination.decisionRemovedTitle}</h3>
          <ul class="plain-list">
            {coordinator.removed.map(({ keyId, failedRules }) => (
              <li key={keyId}>
                {coordination.decisionRemoved(
                  nameOf(keyId),
                  failedRules.map((rule) => ruleWords(text, rule)).join(" · "),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** A share of 0 to 1 as 0 to 100; a dash where the server could not know. */
function share(term: number | null): string {
  return term === null ? "–" : formatNumber(term * 100)
}
