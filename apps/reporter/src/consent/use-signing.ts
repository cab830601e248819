import { clockDifference } from "@shn/consent"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { CaseDesk } from "../come-back/case-desk.ts"
import { type ActFailure, signedPaper } from "./acts.ts"
import type { Offer } from "./offer.ts"
import type { Papers } from "./papers.ts"
import { type Prepared, prepare } from "./prepare.ts"
import type { SignForm } from "./steps.ts"

/**
 * "unsent": signed on this phone, and it has not arrived. "arrived": it has, and what comes after could not be looked up yet. From
 * "signing" on there is no way back to reading: nothing is ever signed a second time by a second tap.
 */
export type SigningPhase = "reading" | "signing" | "unsent" | "arrived"

export type Signing = {
  /** The consent as it would be signed now, or what stops it; null for the moment it takes to make its keys. */
  readonly prepared: Prepared | null
  /** The clocks differ so much that the days in the text would be wrong: the person has to say which is right. */
  readonly asksClock: boolean
  readonly answerClock: () => void
  readonly phase: SigningPhase
  readonly failure: ActFailure | null
  /** The text is another one than a moment ago: a new day has begun. */
  readonly hasChanged: boolean
  /** Signs what is shown, or sends once more what was signed. */
  readonly sign: () => void
}

/** Makes the consent of an offer and takes it to the signature. */
export function useSigning(input: {
  readonly offer: Offer
  readonly papers: Papers
  readonly desk: CaseDesk
  readonly form: SignForm
  readonly onSigned: () => Promise<boolean>
}): Signing {
  const { offer, papers, desk, form } = input
  const { hold, boundaries, consents } = papers
  const { locale } = useUi()
  const [seed] = useState(() => hold.random(32))
  const [replyPk, setReplyPk] = useState<Uint8Array | null>(null)
  const [isClockSure, setClockSure] = useState(false)
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const [hasChanged, setChanged] = useState(false)
  const [phase, setPhase] = useState<SigningPhase>("reading")
  const [failure, setFailure] = useState<ActFailure | null>(null)
  const paper = useRef<ReturnType<typeof signedPaper>>(null)

  useEffect(() => {
    void kemKeyPair(seed).then(({ publicKey }) => setReplyPk(publicKey))
  }, [])
  const { urgent } = form
  const make = () =>
    replyPk === null ? null : prepare(offer, { hold, boundaries, consents, urgent, replyPk, locale })
  useEffect(() => setPrepared(make()), [replyPk, offer, boundaries, urgent, isClockSure])

  const lookUp = async () => {
    setPhase("signing")
    if (!(await input.onSigned())) setPhase("arrived")
  }
  const send = async () => {
    if (paper.current === null) return
    setPhase("signing")
    const told = await desk.tell(paper.current)
    setFailure(told.ok ? null : told.error)
    if (told.ok) await lookUp()
    else setPhase("unsent")
  }
  const sign = () => {
    if (paper.current !== null) {
      void (phase === "arrived" ? lookUp() : send())
      return
    }
    const now = make()
    if (now?.ok !== true || prepared?.ok !== true) {
      setPrepared(now)
      return
    }
    const isOther = now.consent.text !== prepared.consent.text
    setChanged(isOther)
    setPrepared(now)
    if (isOther) return
    paper.current = signedPaper(
      offer.body,
      { consent: now.consent, seed, codeWord: form.codeWord, locale },
      hold,
    )
    if (paper.current === null) setPrepared({ ok: false, stops: [{ code: "does-not-fit" }] })
    else void send()
  }
  const serverMs = hold.serverNow()
  const isFarOff = serverMs !== null && clockDifference(hold.now(), serverMs).mustConfirm
  return {
    prepared,
    asksClock: isFarOff && !isClockSure,
    answerClock: () => setClockSure(true),
    phase,
    failure,
    hasChanged,
    sign,
  }
}
