import type { HandOff, HandOffs, OpenedCase, VerifiedDirectory } from "@shn/sealed"
import { useRemote } from "@shn/staff"
import { Details, FailedState, LoadingState, Notice } from "@shn/ui"
import { useEffect, useMemo, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import { boundariesNow } from "../cases/boundaries-now.ts"
import { AfterHanding } from "./AfterHanding.tsx"
import { BeforeHanding } from "./BeforeHanding.tsx"
import type { KnownIdentity, KnownReleases } from "./facts.ts"
import { type HandOverView, judge } from "./judge.ts"
import { identityFor, lookAtReleases } from "./look-over.ts"
import type { OneHandOver } from "./one-hand-over.ts"
import { PackingWay } from "./PackingWay.tsx"
import { SignedFacts } from "./SignedFacts.tsx"
import { type SignedPapers, signedPapers } from "./signed-papers.ts"
import "./hand-over.css"

export type HandOverProps = {
  readonly opened: OpenedCase
  /** Of this case, made once of its messages: what it is judged by stays the same while nothing new has come. */
  readonly handOffs: HandOffs
  readonly draftId: string
  /** Looks at the case anew. */
  readonly lookAgain: () => Promise<void>
}

/** Everything after the person's signature, from the time to think to the agency's answer. Nothing before there is one. */
export function HandOver(props: HandOverProps) {
  const handOff = props.handOffs.handOffs.find(({ draftId }) => draftId === props.draftId)
  return handOff === undefined || handOff.everSigned.length === 0 ? null : (
    <Signed {...props} handOff={handOff} />
  )
}

type SignedProps = HandOverProps & { readonly handOff: HandOff }

function Signed(props: SignedProps) {
  const desk = useDesk()
  const { text, session } = desk
  const { opened, handOff, lookAgain } = props
  const { remote, lookAgain: askAgain } = useRemote(`releases ${opened.caseKeys.caseId}`, () =>
    lookAtReleases(desk, opened),
  )
  const identity = useKnownIdentity(opened, handOff)
  if (session.trust.kind !== "trusted") return null
  if (remote.kind === "loading" || identity === null)
    return <LoadingState words={text.handOver.loading} lines={2} />
  if (remote.kind === "failed") {
    return <FailedState sentence={failureSentence(text, remote.failure)} onRetry={() => void askAgain()} />
  }
  const again = async () => {
    await Promise.all([lookAgain(), askAgain()])
  }
  return (
    <Judged
      {...props}
      directory={session.trust.directory}
      known={remote.value}
      identity={identity}
      lookAgain={again}
    />
  )
}

type JudgedProps = SignedProps & {
  readonly directory: VerifiedDirectory
  readonly known: KnownReleases
  readonly identity: KnownIdentity
}

function Judged({ opened, handOffs, handOff, directory, known, identity, lookAgain }: JudgedProps) {
  const { text, session, serverNow } = useDesk()
  const me = session.keys.keyId
  // Time goes on between two looks: what is left of it is counted at each.
  const all = useMemo(
    () =>
      handOff.everSigned.toReversed().map((said): [string, SignedPapers, HandOverView] | null => {
        const papers = signedPapers(said)
        if (papers === null) return null
        const view = judge({
          opened,
          handOffs,
          handOff,
          papers,
          directory,
          known,
          boundaries: boundariesNow(opened.conversation),
          identity,
          me,
          nowMs: serverNow(),
        })
        return [said.msgId, papers, view]
      }),
    [opened, handOffs, handOff, directory, known, identity, me, serverNow],
  )
  const [newest, ...earlier] = all
  const shown = earlier.filter((each) => each !== null && (each[2].release?.handed.length ?? 0) > 0)
  return (
    <div class="hand-over">
      {newest === null || newest === undefined ? (
        <Notice kind="danger">{text.handOver.unreadable}</Notice>
      ) : (
        <One
          handOff={handOff}
          opened={opened}
          isNewest
          papers={newest[1]}
          view={newest[2]}
          directory={directory}
          lookAgain={lookAgain}
        />
      )}
      {shown.map((each) =>
        each === null ? null : (
          <Details key={each[0]} summary={text.handOver.earlier}>
            <One
              handOff={handOff}
              opened={opened}
              isNewest={false}
              papers={each[1]}
              view={each[2]}
              directory={directory}
              lookAgain={lookAgain}
            />
          </Details>
        ),
      )}
    </div>
  )
}

function One(props: OneHandOver & { readonly isNewest: boolean }) {
  const { text } = useDesk()
  const { step } = props.view
  const isOpen = step === "thinking" || step === "ready"
  return (
    <>
      <SignedFacts {...props} />
      {!isOpen && (
        <Notice kind={step === "handed" ? "success" : step === "taken_back" ? "warning" : "info"}>
          {text.handOver.step[step]}
        </Notice>
      )}
      {props.isNewest && <PackingWay {...props} />}
      {(isOpen || step === "unreleased") && <BeforeHanding {...props} />}
      <AfterHanding {...props} />
    </>
  )
}

/** @returns null while it is being opened */
function useKnownIdentity(opened: OpenedCase, handOff: HandOff): KnownIdentity | null {
  const { session } = useDesk()
  const [held, setHeld] = useState<{ readonly of: string; readonly identity: KnownIdentity } | null>(null)
  const of = `${handOff.offered?.msgId} ${session.keys.keyId}`
  useEffect(() => {
    let isOver = false
    void identityFor({ session }, opened, handOff).then((identity) => {
      if (!isOver) setHeld({ of, identity })
    })
    return () => {
      isOver = true
    }
    // A message never changes; its id stands for it.
  }, [of])
  return held?.of === of ? held.identity : null
}
