import type { OpenedCase } from "@shn/sealed"
import { Badge, Button, Card, Dialog, formatDay, Notice, PersonCard } from "@shn/ui"
import type { CaseView } from "@shn/wire"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import type { DeskText } from "../text/all.ts"
import { aliasOf, type ReaderLine, readerLines } from "./readers.ts"
import { removeReader } from "./remove-reader.ts"
import { reasonsFor } from "./timeline.ts"

/** Who can read this, since when and why; a coordinator of the case may take readers off. */
export function CaseReaders(props: {
  readonly view: CaseView
  readonly opened: OpenedCase
  readonly lookAgain: () => Promise<void>
}) {
  const desk = useDesk()
  const { text, session } = desk
  const { view, opened, lookAgain } = props
  const [asked, setAsked] = useState<ReaderLine | null>(null)
  const [news, setNews] = useState<{ readonly kind: "success" | "warning"; readonly words: string } | null>(
    null,
  )
  const [isBusy, setBusy] = useState(false)
  if (session.trust.kind !== "trusted") return null
  const { directory } = session.trust
  const lines = readerLines(opened, directory, session.keys.keyId)

  const remove = async (line: ReaderLine) => {
    setBusy(true)
    const failure = await removeReader(desk, opened, line.keyId)
    await lookAgain()
    setBusy(false)
    setAsked(null)
    setNews(
      failure === null
        ? { kind: "success", words: text.cases.removed(nameOf(text, line)) }
        : { kind: "warning", words: failure },
    )
  }

  return (
    <Card title={text.cases.roster}>
      <p class="quiet">{text.cases.rosterHint}</p>
      {news !== null && (
        <Notice kind={news.kind} live="polite">
          {news.words}
        </Notice>
      )}
      <div class="reader-list">
        {lines.map((line) => (
          <Reader key={line.keyId} line={line} opened={opened} onRemove={() => setAsked(line)} />
        ))}
      </div>
      <h3 class="offer-subtitle">{text.cases.policy}</h3>
      <p>
        <strong>{text.words.policy[opened.roster.policy]}</strong>
        <br />
        <span class="quiet">{text.words.policyMeans[opened.roster.policy]}</span>
      </p>
      <h3 class="offer-subtitle">{text.cases.access}</h3>
      <p class="quiet">{text.cases.accessHint}</p>
      {view.access.length === 0 ? <p>{text.cases.accessEmpty}</p> : <AccessLog view={view} />}
      <Dialog
        open={asked !== null}
        title={asked === null ? "" : text.cases.removeTitle(nameOf(text, asked))}
        onClose={() => setAsked(null)}
        actions={
          asked === null ? undefined : (
            <>
              <Button kind="danger" busy={isBusy} onClick={() => void remove(asked)}>
                {text.cases.removeConfirm}
              </Button>
              <Button kind="quiet" onClick={() => setAsked(null)}>
                {text.common.cancel}
              </Button>
            </>
          )
        }
      >
        {asked !== null && <p>{text.cases.removeBody(nameOf(text, asked))}</p>}
      </Dialog>
    </Card>
  )
}

function Reader(props: {
  readonly line: ReaderLine
  readonly opened: OpenedCase
  readonly onRemove: () => void
}) {
  const { text, locale, session } = useDesk()
  const { line, opened } = props
  const { cases, words } = text
  const reasons = reasonsFor(opened, line.keyId).map((reason) => words.reason[reason])
  const isCoordinator = session.roles.includes("coordinator")
  return (
    <PersonCard
      alias={nameOf(text, line)}
      role={
        line.role === "reporter"
          ? cases.ownCase
          : line.discipline === ""
            ? words.rosterRole[line.role]
            : words.discipline[line.discipline]
      }
      status={line.isMe ? <Badge tone="info">{cases.readerYou}</Badge> : undefined}
      reason={reasons.length === 0 ? undefined : reasons.join(" · ")}
      since={
        line.state === "member"
          ? cases.readerSince(formatDay(line.since, locale))
          : line.state === "proposed"
            ? cases.readerProposed
            : cases.readerDeclined
      }
      actions={
        line.isCertified ? (
          isCoordinator && line.role !== "reporter" && !line.isMe ? (
            line.removal === null ? (
              <Button kind="link" onClick={props.onRemove}>
                {cases.remove(nameOf(text, line))}
              </Button>
            ) : (
              <span class="quiet">{cases.removeRefused[line.removal]}</span>
            )
          ) : undefined
        ) : (
          <Notice kind="danger">{cases.readerUncertified}</Notice>
        )
      }
    />
  )
}

function AccessLog({ view }: { readonly view: CaseView }) {
  const { text, locale, session } = useDesk()
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  return (
    <ul class="plain-list">
      {view.access.map((line) => {
        const alias = (directory === null ? null : aliasOf(directory, line.keyId)) ?? text.cases.unknownReader
        const day = formatDay(line.day, locale)
        return (
          <li key={`${line.keyId} ${line.act} ${line.day}`}>
            {line.act === "read" ? text.cases.accessRead(alias, day) : text.cases.accessPreview(alias, day)}
          </li>
        )
      })}
    </ul>
  )
}

function nameOf(text: DeskText, line: ReaderLine): string {
  if (line.role === "reporter") return text.cases.person
  return line.alias ?? text.cases.unknownReader
}
