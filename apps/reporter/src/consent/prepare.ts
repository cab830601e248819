import {
  buildConsent,
  type Consent,
  type ConsentFinding,
  type ConsentStop,
  checkBeforeSigning,
} from "@shn/consent"
import type { Boundary, Locale } from "@shn/domain"
import { agencyName, certifiedAgency, knownAgency, latestFor, type SignedConsent } from "@shn/sealed"
import type { CaseHold } from "../come-back/case-desk.ts"
import type { Offer } from "./offer.ts"

/** Everything that keeps the person from signing, each with a sentence. */
export const STOP_CODES = [
  "list-expired",
  "no-such-agency",
  "key-changed",
  "agency-needs-name",
  "boundary",
  "boundaries-clash",
  "identity-missing",
  "tells-who-you-are",
  "not-approved",
  "approved-by-drafter",
  "changed-since-approved",
  "files-changed",
  "too-late",
  "does-not-fit",
] as const
export type StopCode = (typeof STOP_CODES)[number]
export type Stop =
  | { readonly code: Exclude<StopCode, "boundary"> }
  /** A switch of the person's own: they may lift it, and nobody else can. */
  | { readonly code: "boundary"; readonly by: Boundary }

export type Prepared =
  | { readonly ok: true; readonly consent: Consent }
  | { readonly ok: false; readonly stops: readonly Stop[] }

export type PrepareInput = {
  readonly hold: CaseHold
  readonly boundaries: readonly Boundary[]
  /** Everything signed in this case so far, by number. */
  readonly consents: readonly SignedConsent[]
  readonly urgent: boolean
  /** X-Wing, 1216 bytes. */
  readonly replyPk: Uint8Array
  readonly locale: Locale
}

/**
 * Builds the consent exactly as it would be signed now and looks at it with the one check that desk and agency use, too.
 * @returns everything that stops it, each reason once; the consent only when nothing does
 */
export function prepare(offer: Offer, input: PrepareInput): Prepared {
  const { hold, boundaries, consents } = input
  const agency = certifiedAgency(hold.state.directory, offer.body.to.id)
  if (!agency.ok)
    return stopped([{ code: agency.error === "directory-expired" ? "list-expired" : "no-such-agency" }])
  const stops = approvalStops(offer)
  const { body, view } = offer
  if (view === null) return stopped([...stops, { code: "identity-missing" }])
  const last = consents.at(-1)
  const built = buildConsent(
    {
      casePk: hold.keys.sign.publicKey,
      previous: last === undefined ? null : { seq: last.consent.seq, digest: last.digest },
      to: { ...body.to, name: agencyName(agency.value, input.locale) },
      agencyNeedsName: body.agencyNeedsName,
      purpose: body.purpose,
      identity: body.identity,
      view,
      evidence: body.evidence,
      limits: body.limits,
      boundaries,
      atMs: hold.now(),
      serverMs: hold.serverNow(),
      urgent: input.urgent,
      lastDay: body.lastDay,
      uses: body.uses,
      replyPk: input.replyPk,
      locale: input.locale,
    },
    hold.random,
  )
  if (!built.ok) return stopped([...stops, ...built.stops.map(stopOf)])
  const findings = checkBeforeSigning(built.consent, {
    casePk: hold.keys.sign.publicKey,
    agency: knownAgency(agency.value),
    nowMs: hold.now(),
    used: 0,
    latest: latestFor(consents, body.to.id),
    boundaries,
    leaving: {
      view,
      files: offer.files.flatMap(({ id, file }) => (file === null ? [] : [{ id, sha256: file.sha256 }])),
    },
  })
  const all = [...stops, ...findings.map(stopOfFinding)]
  return all.length === 0 ? { ok: true, consent: built.consent } : stopped(all)
}

/** In the order in which they are said, each once. */
function stopped(stops: readonly Stop[]): Prepared {
  const seen = new Map(stops.map((stop) => [stop.code === "boundary" ? stop.by : stop.code, stop]))
  const all = [...seen.values()]
  return { ok: false, stops: STOP_CODES.flatMap((code) => all.filter((stop) => stop.code === code)) }
}

function approvalStops({ approval }: Offer): readonly Stop[] {
  switch (approval) {
    case "approved":
      return []
    case "waiting":
      return [{ code: "not-approved" }]
    case "by-drafter":
      return [{ code: "approved-by-drafter" }]
    case "other-text":
      return [{ code: "changed-since-approved" }]
  }
}

function stopOf(stop: ConsentStop): Stop {
  switch (stop.code) {
    case "boundary":
      return { code: "boundary", by: stop.by }
    case "boundaries-exclude-each-other":
      return { code: "boundaries-clash" }
    case "agency-needs-name":
      return { code: "agency-needs-name" }
    case "anonymous-with-identity":
      return { code: "tells-who-you-are" }
    case "named-without-identity":
      return { code: "identity-missing" }
    case "over-before-it-begins":
    case "lives-too-long":
      return { code: "too-late" }
    default:
      return { code: "does-not-fit" }
  }
}

function stopOfFinding(finding: ConsentFinding): Stop {
  switch (finding) {
    case "other-agency-key":
      return { code: "key-changed" }
    case "file-missing":
    case "file-changed":
    case "file-outside":
      return { code: "files-changed" }
    case "expired":
      return { code: "too-late" }
    default:
      return { code: "does-not-fit" }
  }
}
