import { type AgencyStatement, type AnswerChain, type Release, readRelease } from "@shn/consent"
import type { ReadProgress } from "@shn/sealed"
import { AGENCY_ROUTES, type ApiFailure, type OpenedRelease } from "@shn/wire"
import { useCallback, useEffect, useRef, useState } from "preact/hooks"
import { saidSoFar } from "../answer/history.ts"
import { useAgency } from "../app/agency-context.tsx"
import type { PackageOutcome, PackagePlace } from "../worker/package-work.ts"
import { packagePlace } from "./package-place.ts"
import { type Standing, standingOf } from "./standing.ts"

/** The package of a release on this screen. "none": there is nothing to fetch. */
export type PackageState =
  | { readonly is: "none" }
  | { readonly is: "fetching"; readonly progress: ReadProgress | null }
  | { readonly is: "no-cover" }
  | PackageOutcome

/** What is known of one release. `place` goes with the package: with a taking back both are forgotten. */
export type ReleaseHere = {
  readonly view: OpenedRelease
  readonly release: Release
  readonly said: AnswerChain
  /** How many answers our computer has. */
  readonly answers: number
  readonly place: PackagePlace | null
  readonly package: PackageState
}

export type ReleaseOnScreen =
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly failure: ApiFailure }
  | { readonly is: "here"; readonly here: ReleaseHere; readonly standing: Standing }

/** Opens a release: asks for it (which our computer writes down), fetches its package, and lets go of both when it is taken back. */
export function useRelease(releaseId: string): {
  readonly shown: ReleaseOnScreen
  readonly loadAgain: () => Promise<void>
  readonly onAnswered: (statement: AgencyStatement) => void
} {
  const { call, session, services, serverNow, inbox, lookAgain } = useAgency()
  const [held, setHeld] = useState<
    | { readonly is: "loading" }
    | { readonly is: "failed"; readonly failure: ApiFailure }
    | { readonly is: "here"; readonly here: ReleaseHere }
  >({ is: "loading" })
  const stop = useRef<() => void>(() => undefined)
  const visit = useRef(0)
  const change = (to: (here: ReleaseHere) => ReleaseHere) =>
    setHeld((before) => (before.is === "here" ? { is: "here", here: to(before.here) } : before))

  const load = useCallback(async () => {
    const mine = ++visit.current
    stop.current()
    const answer = await call(AGENCY_ROUTES.openRelease, { releaseId })
    const asOfMs = serverNow()
    const { trust } = session
    if (mine !== visit.current || trust.kind !== "trusted") return
    if (!answer.ok) return setHeld({ is: "failed", failure: answer.error })
    const view = answer.value
    const release = readRelease(view.release)
    // Not what was asked for: another release under this number must not get an answer meant for this one.
    if (release?.releaseId !== releaseId || view.line.releaseId !== releaseId)
      return setHeld({ is: "failed", failure: "nonsense_answer" })
    const about = { agency: trust.agency.agencyId, releaseId, consent: release.consentDigest }
    const identities = session.inboxes.map(({ identity }) => identity)
    const said = await saidSoFar(view.answers, identities, about, trust.directory)
    const place = await packagePlace(view, session, asOfMs)
    if (mine !== visit.current) return
    const here = { view, release, said, answers: view.answers.length }
    if (place === null || place === "no-cover")
      return setHeld({
        is: "here",
        here: { ...here, place: null, package: { is: place ?? "none" } },
      })
    setHeld({ is: "here", here: { ...here, place, package: { is: "fetching", progress: null } } })
    stop.current = services.startPackageWork({ place, wish: { keep: "texts" } }, (news) => {
      if (mine !== visit.current) return
      // Our computer has written down that somebody took it: the inbox says so when the officer comes back to it.
      if (news.is === "done") lookAgain()
      change((now) => ({
        ...now,
        package: news.is === "done" ? news.outcome : { is: "fetching", progress: news.progress },
      }))
    })
  }, [releaseId, call, session, services, serverNow, lookAgain])

  // Once for a visit: another look at the list of keys must not open it, and write that down, once more.
  const begin = useRef(load)
  begin.current = load
  useEffect(() => {
    void begin.current()
    return () => {
      visit.current++
      stop.current()
    }
  }, [])

  const look = inbox.kind === "ready" ? inbox.value : null
  const standing = held.is === "here" ? standingOf(held.here.view.line, look, serverNow()) : null
  const wasClosed = useRef(false)
  useEffect(() => {
    if (standing === null) return
    if (standing === "open") {
      // Only what nobody could ask about opens again: it is asked for, and fetched, anew.
      if (wasClosed.current) void begin.current()
      wasClosed.current = false
      return
    }
    wasClosed.current = true
    stop.current()
    change((here) => ({ ...here, place: null, package: { is: "none" } }))
  }, [standing])

  const onAnswered = (statement: AgencyStatement) =>
    change((here) => ({
      ...here,
      answers: here.answers + 1,
      said: { ...here.said, answers: [...here.said.answers, statement] },
    }))
  const shown: ReleaseOnScreen =
    held.is === "here" && standing !== null
      ? { ...held, standing }
      : held.is === "here"
        ? { is: "loading" }
        : held
  return { shown, loadAgain: load, onAnswered }
}
