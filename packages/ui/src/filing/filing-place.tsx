import { parseDay } from "@shn/domain"
import type { FactHead, FilingSheet, Line, RegistryAgency } from "@shn/guidance"
import { Badge } from "../components/badge.tsx"
import { Code } from "../components/code.tsx"
import { Details } from "../components/details.tsx"
import { type Fact, Facts } from "../components/facts.tsx"
import { Notice } from "../components/notice.tsx"
import type { FilingText } from "../text/filing/area.ts"
import { formatDay } from "../text/format.ts"
import { useUi } from "../ui-context.tsx"

type Parts = { readonly sheet: FilingSheet; readonly text: FilingText }

/** Where a complaint goes, how sure we are of it, and the office that people take for it. */
export function FilingPlace({ sheet, text }: Parts) {
  const { agency, wrongDoors } = sheet
  const ways = waysTo(agency, text)
  return (
    <section class="filing-part">
      <h3>{text.place.title}</h3>
      {ways.length === 0 ? <p>{text.place.none}</p> : <Facts items={ways} />}
      <HowSure facts={agency.facts} text={text} />
      <Details summary={text.place.how}>
        <Lines lines={[...agency.how, ...agency.honest]} text={text} />
      </Details>
      {wrongDoors.map((door) => (
        <Notice key={door.id} kind="warning" title={text.place.wrong}>
          <p>
            <strong>{door.title.text}</strong>
          </p>
          <Lines lines={[...door.for, ...door.honest]} text={text} />
        </Notice>
      ))}
    </section>
  )
}

function waysTo(agency: RegistryAgency, text: FilingText): readonly Fact[] {
  const { web, mail, calls } = agency
  const codes = (values: readonly (string | null)[], term: string): readonly Fact[] =>
    values.flatMap((value) => (value === null ? [] : [{ term, detail: <Code>{value}</Code> }]))
  return [
    ...codes([web], text.place.web),
    ...codes([mail], text.place.mail),
    ...codes(calls, text.place.phone),
  ]
}

/** How sure we are of an entry, until when it holds, and whether anybody reviewed it. */
export function HowSure({ facts, text }: { readonly facts: FactHead; readonly text: FilingText }) {
  const { locale } = useUi()
  const { isToVerify, isExpired } = facts
  const isReviewed = facts.reviewer !== null
  const checked = parseDay(facts.checkedOn)
  return (
    <div class="filing-sure">
      <p class="filing-marks">
        {isExpired && <Badge tone="danger">{text.mark.expired}</Badge>}{" "}
        {isToVerify && <Badge tone="warning">{text.mark.verify}</Badge>}{" "}
        {!isReviewed && <Badge>{text.mark.notReviewed}</Badge>}
      </p>
      <p class="filing-note">
        {[
          isExpired ? text.place.expired : "",
          isToVerify ? text.place.verify : "",
          isReviewed ? "" : text.place.notReviewed,
          checked.ok ? text.place.checked(formatDay(checked.value, locale)) : "",
        ]
          .filter((sentence) => sentence !== "")
          .join(" ")}
      </p>
    </div>
  )
}

/** Sentences of the registry, each with its own mark. */
export function Lines({ lines, text }: { readonly lines: readonly Line[]; readonly text: FilingText }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.text}>
          {line.text} {line.verify === true && <Badge tone="warning">{text.mark.verify}</Badge>}
        </p>
      ))}
    </>
  )
}
