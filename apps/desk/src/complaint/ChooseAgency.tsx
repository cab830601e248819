import {
  type Boundary,
  COMPLAINT_MATTERS,
  type ComplaintMatter,
  type Locale,
  PROVINCES,
  type Province,
  parseDay,
} from "@shn/domain"
import type { RegistryAgency } from "@shn/guidance"
import { agencyName, type Intake, type VerifiedDirectory } from "@shn/sealed"
import { Badge, Button, Card, CheckCard, Details, formatDay, Notice, SelectField, Stack } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { intakeFacts } from "../cases/intake-facts.ts"
import { type AgencyChoice, agencyChoices, inboxOf, likelyMatter, usualPurpose } from "./agency-choice.ts"
import type { Registry } from "./use-registry.ts"
import { VerifyMark } from "./VerifyMark.tsx"
import { blankCopy, type WorkingCopy } from "./working-copy.ts"

/** From what it is about to who is competent, with the reason, the wrong doors and how sure we are. */
export function ChooseAgency(props: {
  readonly intake: Intake | null
  readonly boundaries: readonly Boundary[]
  readonly registry: Registry
  readonly onChosen: (copy: WorkingCopy) => void
}) {
  const { text, locale, session } = useDesk()
  const { choose, matter: matters } = text.complaint
  const facts = props.intake === null ? null : intakeFacts(props.intake)
  const [matter, setMatter] = useState<ComplaintMatter | "">(likelyMatter(facts?.act ?? null) ?? "")
  const [province, setProvince] = useState<Province | "any">(facts?.province ?? "any")
  const [isFederal, setFederal] = useState(false)
  if (session.trust.kind !== "trusted") return null
  const { directory } = session.trust
  const choices =
    matter === "" ? [] : agencyChoices(props.registry.agencies, { matter, province, isFederal }, directory)

  const begin = ({ agency, form }: AgencyChoice) => {
    if (form === null || matter === "") return
    props.onChosen(
      blankCopy(agency, form, {
        purpose: [usualPurpose(agency.id, matter)],
        language: props.intake?.locale === "en" ? "en" : "ur",
        boundaries: props.boundaries,
      }),
    )
  }
  return (
    <Stack>
      <Card title={choose.title}>
        <p class="quiet">{choose.intro}</p>
        <SelectField
          label={choose.matter}
          value={matter}
          onChange={setMatter}
          options={[
            { value: "", label: choose.matterNone },
            ...COMPLAINT_MATTERS.map((value) => ({ value, label: matters[value] })),
          ]}
        />
        <SelectField
          label={choose.province}
          value={province}
          onChange={setProvince}
          options={(["any", ...PROVINCES] as const).map((value) => ({
            value,
            label: text.words.province[value],
          }))}
        />
        <CheckCard label={choose.federal} checked={isFederal} onChange={setFederal} />
      </Card>
      {matter !== "" && choices.length === 0 && <Notice kind="warning">{choose.none}</Notice>}
      {matter !== "" &&
        choices.map((choice) => (
          <ChoiceCard
            key={choice.agency.id}
            choice={choice}
            name={nameIn(directory, choice.agency, locale)}
            matter={matter}
            onPick={() => begin(choice)}
          />
        ))}
    </Stack>
  )
}

/** What the agency is called: as certified where it has an inbox, else as the registry says. */
export function nameIn(directory: VerifiedDirectory, agency: RegistryAgency, locale: Locale): string {
  const inbox = inboxOf(directory, agency.id)
  return inbox === null ? agency.title.text : agencyName(inbox, locale)
}

function ChoiceCard(props: {
  readonly choice: AgencyChoice
  readonly name: string
  readonly matter: ComplaintMatter
  readonly onPick: () => void
}) {
  const { text, locale } = useDesk()
  const { choose, matter: matters } = text.complaint
  const { agency, form, way, wrongDoors } = props.choice
  const { facts } = agency
  const until = parseDay(facts.expiresOn)
  const named = { yes: choose.nameYes, no: choose.nameNo, unknown: choose.nameUnknown }[agency.anonymous]
  return (
    <article class="card agency-choice">
      <div class="offer-head">
        <h2 class="offer-title">{props.name}</h2>
        <Badge tone={way === "inbox" ? "success" : "neutral"}>
          {way === "inbox" ? choose.here : choose.byHand}
        </Badge>
      </div>
      <p>{choose.why(matters[props.matter])}</p>
      <ul class="plain-list">
        {agency.for.map((line) => (
          <li key={line.text}>
            {line.text} {line.verify === true && <VerifyMark />}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {named} {way === "by_hand" && choose.byHandNote}
      </p>
      {facts.isToVerify && <Notice kind="warning">{choose.verify}</Notice>}
      {until.ok && facts.isExpired && (
        <Notice kind="warning">{choose.expired(formatDay(until.value, locale))}</Notice>
      )}
      {until.ok && !facts.isExpired && <p class="quiet">{choose.good(formatDay(until.value, locale))}</p>}
      {wrongDoors.length > 0 && (
        <div>
          <p>{choose.wrongDoors}</p>
          <ul class="plain-list">
            {wrongDoors.map((door) => (
              <li key={door.id}>
                <strong>{door.title.text}</strong>
                <br />
                {door.for[0]?.text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Details summary={choose.honest}>
        <ul class="plain-list">
          {[...agency.honest, ...agency.how].map((line) => (
            <li key={line.text}>
              {line.text} {line.verify === true && <VerifyMark />}
            </li>
          ))}
        </ul>
      </Details>
      {form === null ? (
        <p>{choose.noForm}</p>
      ) : (
        <div>
          <Button onClick={props.onPick}>{choose.pick(props.name)}</Button>
        </div>
      )}
    </article>
  )
}
