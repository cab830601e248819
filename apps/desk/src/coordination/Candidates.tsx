import {
  Actions,
  Badge,
  Button,
  EmptyState,
  formatNumber,
  Notice,
  PersonCard,
  Stack,
  TextField,
} from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import type { CandidateLine } from "./candidates.ts"
import { makeOffer } from "./make-offer.ts"
import type { NeedOnDesk } from "./read-need.ts"
import { ruleWords } from "./words.ts"

/** Longest reason: one paragraph. The person reads it. */
const MAX_REASON = 1_000

/** Everybody of the pool, and the offer by hand with its reason. */
export function Candidates(props: {
  readonly found: Extract<NeedOnDesk, { kind: "open" }>
  readonly lookAgain: () => Promise<void>
}) {
  const desk = useDesk()
  const { text, session } = desk
  const { found, lookAgain } = props
  const [chosen, setChosen] = useState<CandidateLine | null>(null)
  const [news, setNews] = useState<{ readonly kind: "success" | "warning"; readonly words: string } | null>(
    null,
  )
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  const nameOf = (line: CandidateLine) =>
    (directory === null ? null : aliasOf(directory, line.keyId)) ?? text.cases.unknownReader

  const offer = async (line: CandidateLine, note: string) => {
    const { opened, need, facets } = found
    const failure = await makeOffer(desk, { opened, needId: need.needId, line, note, facets })
    setNews(
      failure === null
        ? { kind: "success", words: text.coordination.sent(nameOf(line)) }
        : { kind: "warning", words: failure },
    )
    if (failure === null) setChosen(null)
    await lookAgain()
  }

  return (
    <Stack>
      {news !== null && (
        <Notice kind={news.kind} live={news.kind === "success" ? "polite" : "assertive"}>
          {news.words}
        </Notice>
      )}
      {found.candidates.length === 0 && (
        <EmptyState title={text.coordination.candidatesEmptyTitle} icon="person">
          {text.coordination.candidatesEmpty}
        </EmptyState>
      )}
      {found.candidates.map((line) => (
        <Candidate
          key={line.keyId}
          line={line}
          name={nameOf(line)}
          isChosen={chosen?.keyId === line.keyId}
          onChoose={() => setChosen(line)}
          onKeep={() => setChosen(null)}
          onOffer={(note) => offer(line, note)}
        />
      ))}
      <p class="quiet">{text.coordination.never}</p>
    </Stack>
  )
}

function Candidate(props: {
  readonly line: CandidateLine
  readonly name: string
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onKeep: () => void
  readonly onOffer: (note: string) => Promise<void>
}) {
  const { text } = useDesk()
  const { coordination, words } = text
  const { line, name, isChosen } = props
  const reasons = line.reasons.map((reason) => words.reason[reason])
  return (
    <section class="card candidate">
      <PersonCard
        alias={name}
        role={`${coordination.loadLabel}: ${coordination.load(line.load, line.cap)}`}
        status={
          line.score === null ? (
            <Badge tone="neutral">{coordination.fitsNot}</Badge>
          ) : (
            <Badge tone="success">{coordination.score(formatNumber(line.score))}</Badge>
          )
        }
        reason={reasons.length === 0 ? undefined : reasons.join(" · ")}
      />
      {line.failedRules.length > 0 && (
        <ul class="plain-list">
          {line.failedRules.map((rule) => (
            <li key={rule}>{ruleWords(text, rule)}</li>
          ))}
        </ul>
      )}
      {line.choice === "blocked" && line.block !== null && (
        <p class="quiet">{coordination.cannotOffer[line.block]}</p>
      )}
      {isChosen ? (
        <Reason name={name} onKeep={props.onKeep} onOffer={props.onOffer} />
      ) : (
        (line.choice === "free" || line.choice === "override") && (
          <Actions>
            <Button kind={line.choice === "free" ? "primary" : "quiet"} onClick={props.onChoose}>
              {line.choice === "free" ? coordination.choose(name) : coordination.chooseAnyway(name)}
            </Button>
          </Actions>
        )
      )}
    </section>
  )
}

function Reason(props: {
  readonly name: string
  readonly onKeep: () => void
  readonly onOffer: (note: string) => Promise<void>
}) {
  const { text } = useDesk()
  const { coordination } = text
  const [note, setNote] = useState("")
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    if (note.trim() === "" || note.length > MAX_REASON) return setMissing(true)
    setBusy(true)
    await props.onOffer(note.trim())
    setBusy(false)
  }
  return (
    <form
      class="sign-in-form"
      aria-label={coordination.reasonTitle(props.name)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
    >
      <h3 class="offer-subtitle">{coordination.reasonTitle(props.name)}</h3>
      <TextField
        label={coordination.reasonLabel}
        hint={coordination.reasonHint}
        value={note}
        rows={3}
        maxLength={MAX_REASON}
        onInput={(typed) => {
          setNote(typed)
          setMissing(false)
        }}
        error={isMissing ? coordination.reasonMissing : undefined}
      />
      <Actions>
        <Button type="submit" busy={isBusy}>
          {isBusy ? coordination.sending : coordination.send}
        </Button>
        <Button kind="quiet" onClick={props.onKeep}>
          {text.common.cancel}
        </Button>
      </Actions>
    </form>
  )
}
