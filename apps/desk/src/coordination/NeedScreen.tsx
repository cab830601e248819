import type { CaseId, NeedId } from "@shn/domain"
import { useRemote } from "@shn/staff"
import { Button, LaneBadge, Notice, PageTitle, Stack, StateView } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { viewOf } from "../app/sentences.ts"
import { BoundaryStrip } from "../cases/BoundaryStrip.tsx"
import { boundariesNow } from "../cases/boundaries-now.ts"
import { CaseName } from "../cases/CasesScreen.tsx"
import { FacetFacts } from "../offers/facet-facts.tsx"
import { OffersTried } from "./BoardScreen.tsx"
import { Candidates } from "./Candidates.tsx"
import { DecisionCard } from "./DecisionCard.tsx"
import { type NeedOnDesk, readNeed } from "./read-need.ts"
import { ruleWords } from "./words.ts"

/** One need that nobody has: who could help, and the offer by hand. */
export function NeedScreen({ caseId, needId }: { readonly caseId: CaseId; readonly needId: NeedId }) {
  const desk = useDesk()
  const { text, go } = desk
  const key = `${needId} ${desk.session.trust.kind}`
  const { remote, lookAgain } = useRemote(key, () => readNeed(desk, caseId, needId))
  return (
    <div class="screen">
      <div>
        <Button kind="link" onClick={() => go({ name: "board" })}>
          {text.coordination.back}
        </Button>
      </div>
      <PageTitle focusOnMount lead={<CaseName caseId={caseId} />}>
        {text.coordination.candidatesTitle}
      </PageTitle>
      <Stack>
        <Freshness remote={remote} />
        <StateView
          state={viewOf(remote, text, () => false)}
          loadingWords={text.coordination.candidatesLoading}
          onRetry={() => void lookAgain()}
          empty={null}
        >
          {(found) => <Found found={found} lookAgain={lookAgain} needId={needId} />}
        </StateView>
      </Stack>
    </div>
  )
}

function Found(props: {
  readonly found: NeedOnDesk
  readonly needId: NeedId
  readonly lookAgain: () => Promise<void>
}) {
  const { text } = useDesk()
  const { found, lookAgain, needId } = props
  if (found.kind === "taken") {
    return (
      <Notice kind="info" live="polite">
        {text.coordination.notFound}
      </Notice>
    )
  }
  if (found.kind === "closed") {
    return (
      <Notice kind="danger" live="assertive">
        {text.cases.openFailure[found.why]}
      </Notice>
    )
  }
  if (found.kind === "no_facets") {
    return (
      <Notice kind="warning" live="polite">
        {text.coordination.noFacets}
      </Notice>
    )
  }
  const { need, opened } = found
  const facets = need.facets ?? found.facets
  const boundaries = boundariesNow(opened.conversation)
  return (
    <div class="case">
      {boundaries !== null && <BoundaryStrip boundaries={boundaries} />}
      <div class="case-columns">
        <div class="case-main">
          <Candidates found={found} lookAgain={lookAgain} />
        </div>
        <div class="case-side">
          <section class="card offer" aria-labelledby="need-title">
            <header class="offer-head">
              <h2 class="offer-title" id="need-title">
                {text.words.need[need.discipline]}
              </h2>
              <LaneBadge lane={need.lane}>{text.words.lane[need.lane]}</LaneBadge>
            </header>
            {need.bindingRule !== null && (
              <p>{text.coordination.binding(ruleWords(text, need.bindingRule))}</p>
            )}
            {facets !== undefined && <FacetFacts facets={facets} />}
            <OffersTried need={need} />
          </section>
          <DecisionCard needId={needId} />
        </div>
      </div>
    </div>
  )
}
