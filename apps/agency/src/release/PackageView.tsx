import type { KeyId } from "@shn/domain"
import { sentencesOf } from "@shn/evidence"
import { Button, Card, Details, formatFileSize, Icon, Notice, ProgressBar } from "@shn/ui"
import { type Agency, useAgency } from "../app/agency-context.tsx"
import type { PackageOutcome, PackagePlace, WholePackage } from "../worker/package-work.ts"
import { ComplaintCard } from "./ComplaintCard.tsx"
import { FilesCard } from "./FilesCard.tsx"
import { LimitsCard } from "./LimitsCard.tsx"
import type { ReleaseHere } from "./use-release.ts"

/** How far a package is that may be read: on its way, refused with the reason, or whole: then what the person asks comes first. */
export function PackageTop(props: { readonly here: ReleaseHere; readonly onTryAgain: () => void }) {
  const { text } = useAgency()
  const words = text.release
  const { here, onTryAgain } = props
  const again = (
    <Button kind="quiet" onClick={onTryAgain}>
      {words.tryAgain}
    </Button>
  )
  switch (here.package.is) {
    case "none":
      return here.view.packages.length === 0 ? (
        <Notice kind="warning" live="assertive" actions={again}>
          <p>{words.trouble.refused}</p>
        </Notice>
      ) : (
        <Fetching progress={null} size={0} />
      )
    case "fetching":
      return <Fetching progress={here.package.progress} size={here.place?.facts.size ?? 0} />
    case "no-cover":
      return (
        <Notice kind="danger" title={words.refusedTitle} live="assertive">
          <p>{words.noCover}</p>
        </Notice>
      )
    case "trouble":
      return (
        <Notice kind="warning" live="assertive" actions={again}>
          <p>{words.trouble[troubleOf(here.package.why)]}</p>
        </Notice>
      )
    case "refused":
      return <Refused outcome={here.package} />
    case "whole":
      return <LimitsCard consent={here.package.opened.disclosure.consent} />
  }
}

/** What is in a package in which everything holds. */
export function PackageContents(props: {
  readonly opened: WholePackage
  readonly truth: string
  readonly left: readonly KeyId[]
  readonly place: PackagePlace | null
}) {
  const agency = useAgency()
  const words = agency.text.release
  const { opened, truth, left, place } = props
  const { consent } = opened.disclosure
  const language = consent.tpl.replace(/\/.*$/, "")
  return (
    <>
      <Card title={words.checksTitle}>
        <p class="checks-hold">{words.checksHold}</p>
        <ul class="checks">
          {sentencesOf(opened, agency.locale, aliasIn(agency)).map(({ code, text }) => (
            <li key={code} class={code === "unproven" ? "check check--note" : "check"}>
              <Icon name={code === "unproven" ? "info" : "check"} />
              <span>{text}</span>
            </li>
          ))}
          {left.map((keyId) => (
            <li key={keyId} class="check check--note">
              <Icon name="info" />
              <span>{words.signerLeft(aliasIn(agency)(keyId))}</span>
            </li>
          ))}
        </ul>
      </Card>
      <ComplaintCard fields={opened.disclosure.view} />
      <FilesCard opened={opened} place={place} />
      <Details summary={words.consentTitle}>
        <p class="as-signed notranslate" lang={language} dir={language === "ur" ? "rtl" : "ltr"}>
          {consent.text}
        </p>
      </Details>
      <Details summary={words.truthTitle}>
        <p class="as-signed notranslate" lang={language} dir={language === "ur" ? "rtl" : "ltr"}>
          {truth}
        </p>
      </Details>
    </>
  )
}

function Fetching(props: {
  readonly progress: Extract<ReleaseHere["package"], { is: "fetching" }>["progress"]
  readonly size: number
}) {
  const { text, locale } = useAgency()
  const words = text.release
  const { progress, size } = props
  const share =
    progress === null || progress.totalBytes === 0 ? null : progress.doneBytes / progress.totalBytes
  const waiting =
    progress?.waitingFor === "line"
      ? words.waitingLine
      : progress?.waitingFor === "server"
        ? words.waitingServer
        : words.fetching
  return (
    <Card>
      <div role="status" class="fetching">
        <ProgressBar label={waiting} fraction={share} />
        <p class="quiet">
          {size === 0
            ? ""
            : words.fetched(formatFileSize(progress?.doneBytes ?? 0, locale), formatFileSize(size, locale))}
        </p>
      </div>
    </Card>
  )
}

function Refused({ outcome }: { readonly outcome: Extract<PackageOutcome, { is: "refused" }> }) {
  const agency = useAgency()
  const words = agency.text.release
  const sentences = outcome.isOtherRelease
    ? [words.otherRelease]
    : sentencesOf(outcome.opened, agency.locale, aliasIn(agency)).map(({ text }) => text)
  return (
    <Notice kind="danger" title={words.refusedTitle} live="assertive">
      <ul class="plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.refused}</p>
    </Notice>
  )
}

function aliasIn({ session }: Agency): (keyId: KeyId) => string {
  const { trust } = session
  const members = trust.kind === "trusted" ? trust.directory.members : []
  return (keyId) => members.find((member) => member.keyId === keyId)?.alias ?? "?"
}

function troubleOf(
  why: Extract<PackageOutcome, { is: "trouble" }>["why"],
): keyof Agency["text"]["release"]["trouble"] {
  switch (why) {
    case "part_missing":
    case "not_written":
      return why
    case "stopped":
    case "signed_out":
    case "refused":
      return "refused"
    default:
      return "changed"
  }
}
