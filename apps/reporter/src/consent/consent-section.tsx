import "./consent.css"
import { type Boundary, checkBoundaries, type IdentityPart, ok, type Result } from "@shn/domain"
import { Button, FailedState, LoadingState, Notice, StateView, useUi } from "@shn/ui"
import { useState } from "preact/hooks"
import type { TwoClocks } from "../clock/clock-question.tsx"
import type { CaseDesk, OpenCaseState } from "../come-back/case-desk.ts"
import { backSentence } from "../come-back/failure-sentence.ts"
import type { BackFiles } from "../files/back-files.ts"
import type { BackText } from "../text/back/area.ts"
import type { ConsentText } from "../text/consent/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import {
  type ActFailure,
  giveIdentity,
  liftBoundary,
  refuse,
  revokedPaper,
  type TakenBack,
  takeBack,
} from "./acts.ts"
import { GivenRoom } from "./given-room.tsx"
import { IdentityRoom } from "./identity-room.tsx"
import { LiftSwitch } from "./lift-switch.tsx"
import { ListRoom } from "./list-room.tsx"
import type { Matter } from "./matters.ts"
import { officeName } from "./names.ts"
import type { Papers } from "./papers.ts"
import { Room } from "./room.tsx"
import { SignRoom } from "./sign-room.tsx"
import { usePapers } from "./use-papers.ts"

export type ConsentSectionProps = {
  readonly desk: CaseDesk
  readonly state: OpenCaseState
  readonly files: BackFiles
  readonly clock: TwoClocks
  readonly text: ConsentText
  readonly back: BackText
  readonly help: HelpText
  readonly words: WordsText
  /** The case was read again. */
  readonly onState: (state: OpenCaseState) => void
}

type Place =
  | { readonly is: "list" }
  | { readonly is: "matter"; readonly draftId: string; readonly asks: "identity" | "signature" }
  | { readonly is: "given"; readonly msgId: string }

/** "What may leave": everything that asks for the person's signature, and what became of it. Nothing of it is kept on the phone. */
export function ConsentSection(props: ConsentSectionProps) {
  const { desk, text, back, help } = props
  const { locale } = useUi()
  const sentence = (failure: ActFailure): string => {
    switch (failure) {
      case "not-certified":
        return text.failed.uncertified
      case "directory-expired":
        return text.failed.expired
      case "left":
        return help.failed.other
      default:
        return backSentence(failure, back, help)
    }
  }
  const papers = usePapers(desk, props.state, sentence)
  const [place, setPlace] = useState<Place>({ is: "list" })
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [done, setDone] = useState("")

  const go = (to: Place) => {
    setError(null)
    setDone("")
    setPlace(to)
  }
  /** Reads the case and the server's side of it again. @returns whether what is shown is as it is now */
  const readAgain = async () => {
    const fresh = await desk.refresh()
    const isRead = await papers.again()
    if (fresh.ok) props.onState(fresh.value)
    return fresh.ok && isRead
  }
  /** @param then where to go when it worked */
  const act = async (
    what: () => Promise<Result<unknown, ActFailure>>,
    then: Place | null,
    success = "",
    failure = "",
  ) => {
    setBusy(true)
    setError(null)
    setDone("")
    const result = await what()
    if (result.ok) await readAgain()
    setBusy(false)
    if (!result.ok) {
      setError(`${failure} ${sentence(result.error)}`.trim())
      return
    }
    if (then !== null) setPlace(then)
    setDone(success)
  }
  const takeBackNow = ({ hold }: Papers, what: TakenBack) =>
    act(() => takeBack(desk, revokedPaper(what, hold)), null, text.takeBack.done, text.takeBack.failed)
  const lift = (known: Papers, boundary: Boundary) =>
    act(() => liftBoundary(desk, known.boundaries, boundary), null)

  const room = (known: Papers) => {
    const shared = { papers: known, text, busy: isBusy, error } as const
    const toList = () => go({ is: "list" })
    const matter = known.matters.find((each) => place.is === "matter" && each.draftId === place.draftId)
    if (place.is === "matter" && matter !== undefined) {
      if (place.asks === "identity" && matter.ask !== null) {
        const { ask } = matter
        const isBlocked = !checkBoundaries(known.boundaries, ["identity_step_up"]).isAllowed
        if (isBlocked) return <Blocked {...shared} {...props} onLift={lift} onBack={toList} />
        const give = (values: IdentityPart) =>
          act(
            async () => {
              const given = await giveIdentity(desk, ask.body, values)
              const isNo = Object.keys(values).length === 0
              if (!given.ok || !isNo) return given
              const office = officeName(known.hold.state.directory, ask.body.to.id, locale, text)
              // So that it can be read in the conversation, too. The answer itself has arrived.
              await desk.tell({ kind: "text", body: { text: text.identity.noMessage(office) } })
              return ok(null)
            },
            { is: "list" },
          )
        return (
          <IdentityRoom
            key={ask.msgId}
            {...shared}
            ask={ask}
            words={props.words}
            onGive={(values) => void give(values)}
            onBack={toList}
          />
        )
      }
      const { offer } = matter
      if (offer !== null) {
        return (
          <SignRoom
            key={offer.msgId}
            {...shared}
            offer={offer}
            desk={desk}
            files={props.files}
            clock={props.clock}
            words={props.words}
            sentence={sentence}
            onSigned={async () => {
              const isRead = await readAgain()
              if (isRead) {
                go({ is: "list" })
                setDone(text.sign.sign.done)
              }
              return isRead
            }}
            onRefuse={(words) => void act(() => refuse(desk, offer.body, words), { is: "list" })}
            onLift={(boundary) => void lift(known, boundary)}
            onBack={toList}
          />
        )
      }
    }
    const given = known.given.find((each) => place.is === "given" && each.said.msgId === place.msgId)
    if (given !== undefined) {
      const what = { consent: given.digest, seq: given.consent.seq }
      return (
        <GivenRoom
          {...shared}
          given={given}
          done={done}
          onTakeBack={() => void takeBackNow(known, what)}
          onSend={() => void act(async () => ok(null), null)}
          onBack={toList}
        />
      )
    }
    const newest = known.consents.at(-1)?.consent.seq ?? 1
    return (
      <ListRoom
        {...shared}
        done={done}
        onMatter={(each) => go(placeOf(each))}
        onGiven={({ said }) => go({ is: "given", msgId: said.msgId })}
        onTakeBackAll={() => void takeBackNow(known, { consent: "all", seq: newest })}
      />
    )
  }
  return (
    <>
      {papers.isStale && papers.view.kind === "ready" && (
        <FailedState sentence={text.failed.look} onRetry={() => void papers.again()} />
      )}
      <StateView
        state={papers.view}
        empty={<LoadingState words={text.loading} />}
        loadingWords={text.loading}
        onRetry={() => void papers.again()}
      >
        {room}
      </StateView>
    </>
  )
}

function placeOf({ draftId, stand }: Matter): Place {
  const asks = stand === "asked" || stand === "kept-back" ? "identity" : "signature"
  return { is: "matter", draftId, asks }
}

/** The person's own switch forbids the very question. Only they can lift it, and only knowingly. */
function Blocked(
  props: Pick<ConsentSectionProps, "text" | "words"> & {
    readonly papers: Papers
    readonly busy: boolean
    readonly error: string | null
    readonly onLift: (papers: Papers, boundary: Boundary) => void
    readonly onBack: () => void
  },
) {
  const { text, words } = props
  const name = words.boundary.anonymous
  return (
    <Room title={text.blocked.title}>
      <Notice kind="info">
        <p>{text.blocked.text(name)}</p>
      </Notice>
      {props.error !== null && <FailedState sentence={props.error} />}
      <LiftSwitch
        name={name}
        boundary="anonymous"
        text={text.lift}
        busy={props.busy}
        onLift={(boundary) => props.onLift(props.papers, boundary)}
      />
      <Button kind="quiet" wide onClick={props.onBack}>
        {text.blocked.leave}
      </Button>
    </Room>
  )
}
