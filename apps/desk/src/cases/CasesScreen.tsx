import type { KeyId } from "@shn/domain"
import { listedMember } from "@shn/sealed"
import { useRemote } from "@shn/staff"
import { Badge, Code, EmptyState, formatDay, Icon, PageTitle, Stack, StateView } from "@shn/ui"
import { DESK_ROUTES } from "@shn/wire"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { viewOf } from "../app/sentences.ts"
import { type CaseLine, caseCode, caseLines } from "./case-list.ts"
import { aliasOf } from "./readers.ts"

/** Every case whose roster names me: those that wait for my answer first. */
export function CasesScreen() {
  const { text, call, session } = useDesk()
  const { remote, lookAgain } = useRemote("cases", () => call(DESK_ROUTES.myCases, {}))
  const { trust, keys } = session
  const isStaff = (keyId: KeyId) =>
    trust.kind === "trusted" && listedMember(trust.directory, keyId) !== undefined
  return (
    <div class="screen">
      <PageTitle focusOnMount>{text.cases.title}</PageTitle>
      <Stack>
        <Freshness remote={remote} />
        <StateView
          state={viewOf(remote, text, ({ cases }) => cases.length === 0)}
          loadingWords={text.cases.loading}
          onRetry={() => void lookAgain()}
          empty={
            <EmptyState title={text.cases.emptyTitle} icon="book">
              {text.cases.empty}
            </EmptyState>
          }
        >
          {({ cases }) => (
            <ul class="case-list">
              {caseLines(cases, keys.keyId, isStaff).map((line) => (
                <li key={line.caseId}>
                  <CaseDoor line={line} />
                </li>
              ))}
            </ul>
          )}
        </StateView>
      </Stack>
    </div>
  )
}

/** A button, not a link: a link would write the case into the browser's history. */
function CaseDoor({ line }: { readonly line: CaseLine }) {
  const { text, locale, go, session } = useDesk()
  const { cases, words } = text
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  const last = directory === null ? null : aliasOf(directory, line.lastAuthor)
  return (
    <button
      type="button"
      class="link-card link-card--plain case-door"
      onClick={() => go({ name: "case", caseId: line.caseId })}
    >
      <span class="link-card-words">
        <span class="case-door-head">
          <span class="link-card-title">
            {line.needs.map((need) => words.need[need.discipline]).join(" · ")}
          </span>
          {line.waitsForMe && <Badge tone="care">{cases.waitingForMe}</Badge>}
          {line.lastWord === "me" && <Badge tone="success">{cases.answered}</Badge>}
          {line.lastWord === "colleague" && last !== null && <Badge>{cases.colleagueWrote(last)}</Badge>}
        </span>
        <span class="link-card-note">
          <CaseName caseId={line.caseId} /> · {cases.messages(line.messages)} ·{" "}
          {cases.newest(formatDay(line.lastDay, locale))}
        </span>
        <span class="link-card-note">{cases.since(formatDay(line.since, locale))}</span>
      </span>
      <Icon name="forward" />
    </button>
  )
}

/** The short name of a case, its code kept left to right. */
export function CaseName({ caseId }: { readonly caseId: CaseLine["caseId"] }) {
  const { text } = useDesk()
  const [before, after] = text.cases.caseName("\u0000").split("\u0000")
  return (
    <span>
      {before}
      <Code>{caseCode(caseId)}</Code>
      {after}
    </span>
  )
}
