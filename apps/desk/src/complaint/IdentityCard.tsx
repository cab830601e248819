import { type IdentityField, type KeyId, ok, releaseCode } from "@shn/domain"
import type { HandOffContent, HandOffTo } from "@shn/sealed"
import {
  Button,
  Card,
  CheckCard,
  Details,
  Fieldset,
  Notice,
  SelectField,
  StatusLine,
  TextField,
} from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { type IdentityStage, identityAsks } from "./identity-stage.ts"
import { minorOf } from "./papers.ts"
import { fittingSeconds, secondMembers } from "./people.ts"
import type { DraftDeskProps } from "./props.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"
import { useSay } from "./use-say.ts"
import { askOf, placeId } from "./words.ts"
import { isUnsaved, nextRevision } from "./working-copy.ts"

type Props = DraftDeskProps & { readonly to: HandOffTo; readonly stage: IdentityStage }

/** The question who the person is: for one agency, for one purpose, for four eyes. */
export function IdentityCard(props: Props) {
  const { text, session } = useDesk()
  const { who } = text.complaint
  const { stage, directory } = props
  const nameOf = (keyId: KeyId) =>
    keyId === session.keys.keyId ? text.common.you : (aliasOf(directory, keyId) ?? text.cases.unknownReader)
  return (
    <div id={placeId("who")} tabIndex={-1} class="complaint-part">
      <Card title={who.title}>
        <p>{who.intro(props.agencyName)}</p>
        {stage.kind === "boundary" && <Notice kind="warning">{who.boundary}</Notice>}
        {stage.kind === "no-need" && <Notice kind="info">{who.noNeed}</Notice>}
        {stage.kind === "other" && <Notice kind="warning">{who.other}</Notice>}
        {stage.kind === "asked" && (
          <Notice kind="info">
            {who.asked(
              nameOf(stage.readers[0] ?? session.keys.keyId),
              nameOf(stage.readers[1] ?? session.keys.keyId),
            )}
          </Notice>
        )}
        {stage.kind === "given" && <Answer {...props} />}
        {props.mayWrite && (stage.kind === "not-asked" || stage.kind === "other") && <Ask {...props} />}
        {props.mayWrite && (stage.kind === "asked" || stage.kind === "given") && (
          <Details summary={who.again}>
            <Ask {...props} />
          </Details>
        )}
      </Card>
    </div>
  )
}

/** What the person wrote, for the two who may see it. */
function Answer({ identity, form }: Props) {
  const { text } = useDesk()
  const { who } = text.complaint
  switch (identity.kind) {
    case "none":
      return null
    case "opening":
      return <p>{who.opening}</p>
    case "not-for-me":
      return (
        <Notice kind="info" title={who.given}>
          {who.notMine}
        </Notice>
      )
    case "damaged":
      return <Notice kind="warning">{who.damaged}</Notice>
    case "open":
      return (
        <>
          <Notice kind="success" title={who.given}>
            {who.mine}
          </Notice>
          <TextThatLeaves
            fields={Object.fromEntries(
              Object.entries(identity.part).map(([field, value]) => [
                releaseCode(field as IdentityField),
                value,
              ]),
            )}
            form={form}
            part="person"
          />
        </>
      )
  }
}

function Ask(props: Props) {
  const { text, session } = useDesk()
  const { who } = text.complaint
  const { opened, handOff, draftId, copy, form, to, age, directory } = props
  const me = session.keys.keyId
  const asks = identityAsks(form)
  const [wished, setWished] = useState<readonly IdentityField[]>([])
  const [second, setSecond] = useState<KeyId | "">("")
  const [words, setWords] = useState("")
  const [isMissing, setMissing] = useState(false)
  const saying = useSay(opened, props.lookAgain)
  const isMinor = minorOf(age) === "yes"
  const members = secondMembers(opened.roster, directory, me)
  const fitting = fittingSeconds(members, isMinor)
  if (fitting.length === 0) {
    return <Notice kind="warning">{members.length === 0 ? who.secondNobody : who.secondNoCoordinator}</Notice>
  }
  const ask = () => {
    if (second === "") return setMissing(true)
    setMissing(false)
    const question: HandOffContent = {
      kind: "identity_ask",
      body: {
        draftId,
        to,
        purpose: [...copy.purpose].sort(),
        fields: [...asks.required, ...asks.wished.filter((field) => wished.includes(field))],
        readers: [me, second],
        words: words.trim(),
      },
    }
    // The person is never asked about a draft that nobody can read.
    const saved: readonly HandOffContent[] = isUnsaved(copy, handOff)
      ? [{ kind: "complaint", body: nextRevision(handOff, draftId, copy) }]
      : []
    void saying
      .say(() => ok([...saved, question]))
      .then((ids) => {
        const basedOn = ids !== null && saved.length > 0 ? ids[0] : undefined
        if (basedOn !== undefined) props.keep({ ...copy, basedOn })
      })
  }
  return (
    <>
      <div>
        <p class="field-label">{who.fieldsRequired}</p>
        <ul class="plain-list">
          {asks.required.map((field) => (
            <li key={field}>{askOf(form, field)}</li>
          ))}
        </ul>
      </div>
      {asks.wished.length > 0 && (
        <Fieldset legend={who.fieldsWished}>
          {asks.wished.map((field) => (
            <CheckCard
              key={field}
              label={askOf(form, field)}
              checked={wished.includes(field)}
              onChange={(isOn) =>
                setWished(isOn ? [...wished, field] : wished.filter((other) => other !== field))
              }
            />
          ))}
        </Fieldset>
      )}
      <SelectField
        label={who.second}
        hint={isMinor ? who.secondMinor : who.secondHint}
        value={second}
        error={isMissing && second === "" ? who.secondMissing : undefined}
        onChange={setSecond}
        options={[
          { value: "" as const, label: text.complaint.choose.matterNone },
          ...fitting.map(({ keyId, alias }) => ({ value: keyId, label: alias })),
        ]}
      />
      <TextField
        label={who.words}
        hint={who.wordsHint}
        optional
        rows={2}
        maxLength={4000}
        value={words}
        onInput={setWords}
      />
      <div>
        <Button busy={saying.isBusy} onClick={ask}>
          {props.stage.kind === "not-asked" ? who.ask : who.again}
        </Button>
      </div>
      <StatusLine tone="warning">{saying.trouble}</StatusLine>
    </>
  )
}
