import { DECLINE_REASONS, dayOf } from "@shn/domain"
import { answerOffer, openPreview } from "@shn/sealed"
import {
  Actions,
  Button,
  CheckCard,
  ChoiceGroup,
  ClockBadge,
  LaneBadge,
  LoadingState,
  Notice,
  StatusLine,
} from "@shn/ui"
import { DESK_ROUTES, type OfferView } from "@shn/wire"
import { type Desk, useDesk } from "../app/desk-context.tsx"
import { clockTime, failureSentence } from "../app/sentences.ts"
import { FacetFacts } from "./facet-facts.tsx"
import { type AnswerFailure, type CardEvent, type CardState, canAccept, isOver } from "./offer-card-state.ts"
import { offerClock } from "./offer-clock.ts"

export type OfferCardProps = {
  readonly offer: OfferView
  readonly isGone: boolean
  readonly state: CardState
  readonly nowMs: number
  readonly send: (event: CardEvent) => void
  readonly onAnswered: (answer: "accept" | "decline") => void
}

/** One offer: what is asked, until when, the preview for the conflict check, and the answer. */
export function OfferCard({ offer, isGone, state, nowMs, send, onAnswered }: OfferCardProps) {
  const desk = useDesk()
  const { text, locale } = desk
  const { facets } = offer
  const clock = offerClock(facets.lane, Date.parse(offer.deadline), nowMs)
  const isEnded = isGone || clock.tone === "over" || hasEnded(state)
  const title = text.words.need[facets.discipline]

  const answer = (given: "accept" | "decline") => {
    send({ type: "sending", answer: given })
    const reason = state.answer.kind === "declining" ? state.answer.reason : null
    void sendAnswer(desk, offer, given, reason ?? "other").then((failure) => {
      if (failure !== null) return send({ type: "failed", failure })
      send({ type: "done", answer: given })
      onAnswered(given)
    })
  }

  return (
    <section class="card offer" aria-labelledby={`offer-${offer.offerId}`}>
      <header class="offer-head">
        <h2 class="offer-title" id={`offer-${offer.offerId}`}>
          {title}
        </h2>
        <span class="offer-badges">
          <LaneBadge lane={facets.lane}>{text.words.lane[facets.lane]}</LaneBadge>
          {!isEnded && <ClockBadge minutesLeft={clock.minutesLeft} minutesGiven={clock.minutesGiven} />}
        </span>
      </header>
      {!isEnded && <p class="quiet">{text.offers.answerBy(clockTime(offer.deadline, locale))}</p>}
      <FacetFacts facets={facets} />
      {state.answer.kind === "done" ? (
        <Notice kind="success" live="polite">
          {state.answer.answer === "accept" ? text.offers.accepted : text.offers.declined}
        </Notice>
      ) : isEnded ? (
        <Notice kind="info" live="polite">
          {state.answer.kind === "failed" ? sentenceOf(desk, state.answer.failure) : text.offers.over}
        </Notice>
      ) : (
        <>
          <Preview offer={offer} state={state} send={send} />
          {state.answer.kind === "failed" && (
            <Notice kind="warning" title={text.common.failedTitle} live="assertive">
              {sentenceOf(desk, state.answer.failure)}
            </Notice>
          )}
          {state.answer.kind === "declining" ? (
            <Declining state={state} send={send} onSend={() => answer("decline")} />
          ) : (
            <Actions>
              <Button
                busy={state.answer.kind === "sending"}
                disabled={!canAccept(state) && state.answer.kind !== "sending"}
                onClick={() => answer("accept")}
              >
                {text.offers.accept}
              </Button>
              <Button
                kind="quiet"
                disabled={state.answer.kind === "sending"}
                onClick={() => send({ type: "declining" })}
              >
                {text.offers.decline}
              </Button>
            </Actions>
          )}
          <StatusLine>{state.answer.kind === "sending" ? text.offers.accepting : ""}</StatusLine>
        </>
      )}
    </section>
  )
}

function Preview(props: Pick<OfferCardProps, "offer" | "state" | "send">) {
  const desk = useDesk()
  const { offers } = desk.text
  const { offer, state, send } = props
  const { preview } = state
  const open = () => {
    send({ type: "opening" })
    void readPreview(desk, offer).then(send)
  }
  switch (preview.kind) {
    case "closed":
      return (
        <div class="offer-preview">
          <Button kind="quiet" icon="lock" onClick={open}>
            {offers.openPreview}
          </Button>
          <p class="quiet">{offers.previewFirst}</p>
        </div>
      )
    case "opening":
      return <LoadingState words={offers.opening} lines={2} />
    case "unreadable":
      return (
        <Notice kind="danger" live="assertive">
          {offers.failure[preview.problem]}
        </Notice>
      )
    case "open":
      return (
        <div class="offer-preview">
          <h3 class="offer-subtitle">{offers.previewTitle}</h3>
          <p class="quiet">{offers.previewHint}</p>
          <blockquote class="sealed-words notranslate" dir="auto">
            {preview.text.trim() === "" ? offers.nobodyNamed : preview.text}
          </blockquote>
          <CheckCard
            label={offers.conflictQuestion}
            note={offers.lookedAtLog}
            checked={state.knowsNobody}
            onChange={(is) => send({ type: "knows_nobody", is })}
          />
        </div>
      )
  }
}

function Declining(props: {
  readonly state: CardState
  readonly send: (event: CardEvent) => void
  readonly onSend: () => void
}) {
  const { text } = useDesk()
  const reason = props.state.answer.kind === "declining" ? props.state.answer.reason : null
  return (
    <div class="offer-preview">
      <ChoiceGroup
        legend={text.offers.declineTitle}
        hint={text.offers.declineHint}
        value={reason}
        onChange={(chosen) => props.send({ type: "reason", reason: chosen })}
        options={DECLINE_REASONS.map((code) => ({ value: code, label: text.words.declineReason[code] }))}
      />
      <Actions>
        <Button disabled={reason === null} onClick={props.onSend}>
          {text.offers.declineConfirm}
        </Button>
        <Button kind="quiet" onClick={() => props.send({ type: "kept" })}>
          {text.offers.keep}
        </Button>
      </Actions>
    </div>
  )
}

async function readPreview({ session }: Desk, offer: OfferView): Promise<CardEvent> {
  if (session.trust.kind !== "trusted") return { type: "unreadable", problem: "not-for-me" }
  const opened = await openPreview({ offer, keys: session.keys, directory: session.trust.directory })
  return opened.ok
    ? { type: "opened", text: opened.value.text }
    : { type: "unreadable", problem: opened.error }
}

/** @returns null when the server has the answer */
async function sendAnswer(
  { session, services, call }: Desk,
  offer: OfferView,
  answer: "accept" | "decline",
  reason: (typeof DECLINE_REASONS)[number],
): Promise<AnswerFailure | null> {
  if (session.trust.kind !== "trusted") return "not-proposed"
  const signed = answerOffer({
    offer,
    keys: session.keys,
    directory: session.trust.directory,
    answer,
    reason: answer === "accept" ? "" : reason,
    today: dayOf(services.clock()),
  })
  if (!signed.ok) return signed.error
  const sent = await call(DESK_ROUTES.answerOffer, signed.value)
  if (sent.ok) return null
  // A second tap, or an answer whose receipt was lost on the way: the case is mine already, so all is well.
  if (answer === "accept" && sent.error === "offer_gone") {
    const mine = await call(DESK_ROUTES.myCases, {})
    const isMine =
      mine.ok &&
      mine.value.cases.some((one) =>
        one.needs.some((need) => need.needId === offer.needId && need.holder === session.keys.keyId),
      )
    if (isMine) return null
  }
  return sent.error
}

function sentenceOf({ text }: Desk, failure: AnswerFailure): string {
  return failure === "not-proposed" ? text.offers.failure["not-proposed"] : failureSentence(text, failure)
}

function hasEnded(state: CardState): boolean {
  return state.answer.kind === "failed" && isOver(state.answer.failure)
}
