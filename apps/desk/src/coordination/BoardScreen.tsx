import { useRemote } from "@shn/staff"
import { Actions, Badge, Button, EmptyState, LaneBadge, PageTitle, Stack, StateView } from "@shn/ui"
import { DESK_ROUTES, type UnownedNeed } from "@shn/wire"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { clockTime, viewOf } from "../app/sentences.ts"
import { CaseName } from "../cases/CasesScreen.tsx"
import { aliasOf } from "../cases/readers.ts"
import { FacetFacts } from "../offers/facet-facts.tsx"
import { boardOrder } from "./board.ts"
import { declineWords, offerStateWords, ruleWords } from "./words.ts"

/** Every need that nobody owns, most urgent first. */
export function BoardScreen() {
  const { text, call } = useDesk()
  const { remote, lookAgain } = useRemote("board", () => call(DESK_ROUTES.unowned, {}))
  return (
    <div class="screen">
      <PageTitle lead={text.coordination.intro} focusOnMount>
        {text.coordination.title}
      </PageTitle>
      <Stack>
        <Freshness remote={remote} />
        <StateView
          state={viewOf(remote, text, ({ needs }) => needs.length === 0)}
          loadingWords={text.coordination.loading}
          onRetry={() => void lookAgain()}
          empty={<EmptyState title={text.coordination.emptyTitle}>{text.coordination.empty}</EmptyState>}
        >
          {({ needs }) => (
            <>
              <p class="quiet">{text.coordination.count(needs.length)}</p>
              <div class="offer-list">
                {boardOrder(needs).map((need) => (
                  <NeedCard key={need.needId} need={need} />
                ))}
              </div>
            </>
          )}
        </StateView>
      </Stack>
    </div>
  )
}

function NeedCard({ need }: { readonly need: UnownedNeed }) {
  const { text, go } = useDesk()
  const { coordination, words } = text
  return (
    <section class="card offer" aria-labelledby={`need-${need.needId}`}>
      <header class="offer-head">
        <h2 class="offer-title" id={`need-${need.needId}`}>
          {words.need[need.discipline]}
        </h2>
        <span class="offer-badges">
          <LaneBadge lane={need.lane}>{words.lane[need.lane]}</LaneBadge>
          <Badge tone={need.state === "held" ? "warning" : "info"}>{words.needState[need.state]}</Badge>
        </span>
      </header>
      <p class="quiet">
        <CaseName caseId={need.caseId} /> · {coordination.waiting(need.waitingDays)}
      </p>
      {need.bindingRule !== null && (
        <p>
          <strong>{coordination.bindingTitle}</strong>
          <br />
          {coordination.binding(ruleWords(text, need.bindingRule))}
        </p>
      )}
      {need.facets !== null && <FacetFacts facets={need.facets} />}
      <OffersTried need={need} />
      <Actions>
        <Button onClick={() => go({ name: "need", caseId: need.caseId, needId: need.needId })}>
          {coordination.decide}
        </Button>
        <Button kind="quiet" onClick={() => go({ name: "case", caseId: need.caseId })}>
          {coordination.openCase}
        </Button>
      </Actions>
    </section>
  )
}

/** Who was asked so far, and what came of it. */
export function OffersTried({ need }: { readonly need: UnownedNeed }) {
  const { text, locale, session } = useDesk()
  const { coordination } = text
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  return (
    <div>
      <h3 class="offer-subtitle">{coordination.tried}</h3>
      {need.offers.length === 0 ? (
        <p class="quiet">{coordination.triedNobody}</p>
      ) : (
        <ul class="plain-list">
          {need.offers.map((offer, at) => {
            const alias =
              (directory === null ? null : aliasOf(directory, offer.keyId)) ?? text.cases.unknownReader
            const state = offerStateWords(text, offer.state)
            const reason = declineWords(text, offer.reason)
            return (
              <li key={`${at} ${offer.keyId}`}>
                {reason !== null
                  ? coordination.triedReason(alias, reason)
                  : offer.deadline !== null
                    ? coordination.triedUntil(alias, state, clockTime(offer.deadline, locale))
                    : coordination.triedLine(alias, state)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
