import { type Consent, renderTruth } from "@shn/consent"
import { dayOf } from "@shn/domain"
import { Card, CheckCard, formatDay, Notice, Stack, TextField, useUi } from "@shn/ui"
import type { BackFiles } from "../files/back-files.ts"
import type { ConsentText } from "../text/consent/area.ts"
import type { WordsText } from "../text/words/area.ts"
import { LeavingFile } from "./leaving-file.tsx"
import { LeavingWords, Typed } from "./leaving-words.tsx"
import { memberName } from "./names.ts"
import type { Offer } from "./offer.ts"
import { PaperLines } from "./paper-lines.tsx"
import type { Papers } from "./papers.ts"
import { ReadAloudButton } from "./read-aloud-button.tsx"
import type { SignForm, SignStep } from "./steps.ts"

export type SignStepProps = {
  readonly step: SignStep
  readonly offer: Offer
  readonly consent: Consent
  readonly papers: Papers
  readonly files: BackFiles
  readonly form: SignForm
  readonly onForm: (form: SignForm) => void
  /** Something is missing on this step, and the person has tried to go on. */
  readonly isMissing: boolean
  /** The text has changed since it was first shown: a new day has begun. */
  readonly hasChanged: boolean
  readonly text: ConsentText
  readonly words: WordsText
}

/** What one step shows. Each says one thing; nothing on any of them is ticked or filled in before. */
export function SignStepBody(props: SignStepProps) {
  const { consent, form, onForm } = props
  const { sign } = props.text
  const { locale } = useUi()
  switch (props.step) {
    case "who":
      return (
        <Stack>
          <p>{sign.who.lead}</p>
          <Aloud {...props} texts={[consent.text]} />
          <PaperLines text={consent.text} />
        </Stack>
      )
    case "what":
      return <WhatLeaves {...props} />
    case "against":
      return <WhatSpeaksAgainst {...props} />
    case "truth":
      return (
        <Stack>
          <p>{sign.truth.lead}</p>
          <Aloud {...props} texts={[renderTruth(props.offer.body.law, locale)]} />
          <PaperLines text={renderTruth(props.offer.body.law, locale)} />
          <Missing is={props.isMissing} words={sign.truth.missing} />
          <CheckCard
            label={sign.truth.tick}
            checked={form.isTrue}
            onChange={(isTrue) => onForm({ ...form, isTrue })}
          />
        </Stack>
      )
    case "code":
      return (
        <Stack>
          <p>{sign.code.lead}</p>
          <p>{sign.code.why}</p>
          <TextField
            label={sign.code.label}
            hint={sign.code.hint}
            value={form.codeWord}
            maxLength={200}
            error={props.isMissing ? sign.code.missing : undefined}
            onInput={(codeWord) => onForm({ ...form, codeWord })}
          />
        </Stack>
      )
    case "when":
      return (
        <Stack>
          {!form.urgent && <p>{sign.when.wait(formatDay(dayOf(consent.nbf * 1000), locale))}</p>}
          <CheckCard
            label={sign.when.tick}
            note={sign.when.tickHint}
            checked={form.urgent}
            onChange={(urgent) => onForm({ ...form, urgent })}
          />
        </Stack>
      )
    case "sign":
      return (
        <Stack>
          {props.hasChanged && (
            <Notice kind="warning" live="assertive">
              <p>{sign.sign.changed}</p>
            </Notice>
          )}
          <p>{sign.sign.lead}</p>
          <Aloud
            {...props}
            texts={[consent.text, sign.sign.truth, renderTruth(props.offer.body.law, locale)]}
          />
          <PaperLines text={consent.text} />
          <p>{sign.sign.truth}</p>
          <PaperLines text={renderTruth(props.offer.body.law, locale)} />
        </Stack>
      )
  }
}

function Aloud({ text, texts }: Pick<SignStepProps, "text"> & { readonly texts: readonly string[] }) {
  const lines = texts.flatMap((each) => each.split("\n")).filter((line) => line !== "")
  // A new text is another reading.
  return (
    <ReadAloudButton key={lines.join("\n")} lines={lines} start={text.sign.aloud} stop={text.sign.quiet} />
  )
}

function WhatLeaves({ offer, files, text }: SignStepProps) {
  const { what } = text.sign
  return (
    <Stack>
      <p>{what.lead}</p>
      {offer.view !== null && <LeavingWords view={offer.view} all={what.all} />}
      {offer.files.length === 0 ? (
        <p>{what.noFiles}</p>
      ) : (
        <>
          <h3>{what.files}</h3>
          {offer.files.map((item) => (
            <LeavingFile key={item.id} item={item} files={files} text={what} />
          ))}
        </>
      )}
    </Stack>
  )
}

function WhatSpeaksAgainst({ offer, papers, text, words }: SignStepProps) {
  const { against } = text.sign
  const names = (keyIds: Offer["drafters"]) =>
    words.list.and(keyIds.map((keyId) => memberName(papers.hold.state.directory, keyId, text)))
  return (
    <Stack>
      <p>{against.lead}</p>
      {offer.against.state === "said" ? (
        <Card title={against.said} level={3} tone="soft">
          <p>
            <Typed>{offer.against.text}</Typed>
          </p>
        </Card>
      ) : (
        <p>{offer.against.state === "none-known" ? against.none : against.notAsked}</p>
      )}
      <Card title={against.people} level={3}>
        <p>{against.drafted(names(offer.drafters))}</p>
        <p>{against.approved(names(offer.approvers.filter((keyId) => !offer.drafters.includes(keyId))))}</p>
        {offer.body.minor === "yes" && <p>{offer.isGuarded ? against.guarded : against.guardWaits}</p>}
      </Card>
    </Stack>
  )
}

function Missing({ is, words }: { readonly is: boolean; readonly words: string }) {
  return <div role="status">{is && <p class="field-error">{words}</p>}</div>
}
