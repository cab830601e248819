import { purposeName } from "@shn/consent"
import type { IdentityField, IdentityPart } from "@shn/domain"
import { certifiedMember, type IdentityAskBody, type Said } from "@shn/sealed"
import { Actions, Button, Card, FailedState, Notice, Prose, Stack, TextField, useUi } from "@shn/ui"
import { useState } from "preact/hooks"
import type { ConsentText } from "../text/consent/area.ts"
import type { WordsText } from "../text/words/area.ts"
import { memberName, officeName } from "./names.ts"
import type { Papers } from "./papers.ts"
import { Room } from "./room.tsx"
import { type ValueErrors, valueErrors } from "./value-errors.ts"

export type IdentityRoomProps = {
  readonly ask: Said<IdentityAskBody>
  readonly papers: Papers
  readonly text: ConsentText
  readonly words: WordsText
  readonly busy: boolean
  readonly error: string | null
  /** Nothing in it means "I would rather not". */
  readonly onGive: (values: IdentityPart) => void
  readonly onBack: () => void
}

/** "Who are you?", for one office and one purpose, readable for the members named here alone. Nothing is filled in before. */
export function IdentityRoom(props: IdentityRoomProps) {
  const { ask, papers, words, busy } = props
  const { identity } = props.text
  const { locale } = useUi()
  const [values, setValues] = useState<IdentityPart>({})
  const [errors, setErrors] = useState<ValueErrors>({})
  const [isEmpty, setEmpty] = useState(false)
  const { directory } = papers.hold.state
  const { body } = ask
  const office = officeName(directory, body.to.id, locale, props.text)
  const who = memberName(directory, ask.author, props.text)
  const isSure = body.readers.every((keyId) => certifiedMember(directory, keyId).ok)
  const readers = words.list.and(body.readers.map((keyId) => memberName(directory, keyId, props.text)))
  const give = () => {
    const found = valueErrors(body.fields, values)
    const isNothing = body.fields.every((field) => (values[field] ?? "").trim() === "")
    setErrors(found)
    setEmpty(isNothing)
    if (!isNothing && Object.keys(found).length === 0) props.onGive(values)
  }
  return (
    <Room title={identity.title(office)} back={{ label: props.text.act.list, onBack: props.onBack }}>
      <p>{identity.asks(who, office)}</p>
      <Prose>
        <p>{identity.purposes}</p>
        <ul>
          {body.purpose.map((code) => (
            <li key={code}>{purposeName(code, locale)}</li>
          ))}
        </ul>
      </Prose>
      {body.words !== "" && (
        <Card title={identity.writes(who)} level={3} tone="soft">
          <p class="typed notranslate" dir="auto">
            {body.words}
          </p>
        </Card>
      )}
      {isSure ? (
        <>
          <Notice kind="info">
            <p>{identity.readers(readers)}</p>
            <p>{identity.notYet(office)}</p>
          </Notice>
          <Card title={identity.without} level={3} tone="soft">
            <p>{identity.withoutName(office)}</p>
            <p>{identity.withoutElse}</p>
          </Card>
          <Stack>
            <p class="small">{identity.free}</p>
            {body.fields.map((field) => (
              <IdentityInput
                key={field}
                field={field}
                value={values[field] ?? ""}
                error={errors[field]}
                text={identity}
                onInput={(value) => setValues((now) => ({ ...now, [field]: value }))}
              />
            ))}
          </Stack>
          <div role="status">{isEmpty && <p class="field-error">{identity.nothing}</p>}</div>
          {props.error !== null && <FailedState sentence={props.error} />}
          <Actions>
            <Button wide icon="key" busy={busy} onClick={give}>
              {identity.send}
            </Button>
            <Button wide kind="quiet" busy={busy} onClick={() => props.onGive({})}>
              {identity.no}
            </Button>
          </Actions>
        </>
      ) : (
        <Notice kind="warning">
          <p>{props.text.failed.uncertified}</p>
        </Notice>
      )}
    </Room>
  )
}

function IdentityInput(props: {
  readonly field: IdentityField
  readonly value: string
  readonly error: ValueErrors[IdentityField]
  readonly text: ConsentText["identity"]
  readonly onInput: (value: string) => void
}) {
  const { field, text, error } = props
  const hint = field === "cnic" ? text.cnicHint : field === "mobile" ? text.mobileHint : undefined
  return (
    <TextField
      label={text.field[field]}
      hint={hint}
      value={props.value}
      onInput={props.onInput}
      error={error === undefined ? undefined : text.error[error]}
      kind={KINDS[field]}
      dir={field in KINDS ? "ltr" : "auto"}
      rows={field === "address" || field === "office_address" ? 3 : 1}
    />
  )
}

/** What a phone's keyboard is to offer. A CNIC stays text: a field for numbers would refuse Urdu digits. */
const KINDS: Readonly<Partial<Record<IdentityField, "tel" | "email" | "date" | "text">>> = {
  cnic: "tel",
  mobile: "tel",
  email: "email",
  birth_date: "date",
}
