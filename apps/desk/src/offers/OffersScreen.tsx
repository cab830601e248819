import type { OfferId } from "@shn/domain"
import { useRemote } from "@shn/staff"
import { EmptyState, PageTitle, Stack, StateView } from "@shn/ui"
import { DESK_ROUTES, type OfferView } from "@shn/wire"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { viewOf } from "../app/sentences.ts"
import { OfferCard } from "./OfferCard.tsx"
import { afterCardEvent, type CardEvent, type CardState, NEW_CARD, shownOffers } from "./offer-card-state.ts"

type Touched = { readonly offer: OfferView; readonly state: CardState }
const TICK_MS = 15_000

/** Offers open to me, with their clocks running. */
export function OffersScreen() {
  const desk = useDesk()
  const { text, call } = desk
  const { remote, lookAgain } = useRemote("offers", () => call(DESK_ROUTES.offers, {}))
  const [touched, setTouched] = useState<ReadonlyMap<OfferId, Touched>>(new Map())
  const nowMs = useServerNow(desk.serverNow)
  const listed = remote.kind === "ready" ? remote.value.offers : []
  const shown = shownOffers(
    listed,
    [...touched.values()].map((one) => one.offer),
  )

  const send = (offer: OfferView) => (event: CardEvent) =>
    setTouched((before) => {
      const state = afterCardEvent(before.get(offer.offerId)?.state ?? NEW_CARD, event)
      return new Map([...before, [offer.offerId, { offer, state }]])
    })
  const answered = (offer: OfferView) => (answer: "accept" | "decline") => {
    if (answer === "accept") desk.go({ name: "case", caseId: offer.caseId })
    else void lookAgain()
  }

  return (
    <div class="screen">
      <PageTitle lead={text.offers.intro} focusOnMount>
        {text.offers.title}
      </PageTitle>
      <Stack>
        <Freshness remote={remote} />
        <StateView
          state={viewOf(remote, text, () => shown.length === 0)}
          loadingWords={text.offers.loading}
          onRetry={() => void lookAgain()}
          empty={<EmptyState title={text.offers.emptyTitle}>{text.offers.empty}</EmptyState>}
        >
          {() => (
            <div class="offer-list">
              {shown.map(({ offer, isGone }) => (
                <OfferCard
                  key={offer.offerId}
                  offer={offer}
                  isGone={isGone}
                  state={touched.get(offer.offerId)?.state ?? NEW_CARD}
                  nowMs={nowMs}
                  send={send(offer)}
                  onAnswered={answered(offer)}
                />
              ))}
            </div>
          )}
        </StateView>
      </Stack>
    </div>
  )
}

function useServerNow(serverNow: () => number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), TICK_MS)
    return () => clearInterval(timer)
  }, [serverNow])
  return now
}
