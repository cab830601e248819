import { assertNever } from "@shn/domain"
import { Button, Card, Notice, PageTitle, ProgressBar, Stack, TextField, useUi } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useEffect, useReducer, useRef, useState } from "preact/hooks"
import type { StaffServices } from "../session/services.ts"
import { type Door, type SignInFailure, type SignInWords, signIn } from "../session/sign-in.ts"
import type { FailuresText } from "../text/failures/area.ts"
import type { SignInText } from "../text/sign-in/area.ts"
import {
  afterEvent,
  type FieldProblem,
  fieldOf,
  readFields,
  type SignInFields,
  startOfSignIn,
} from "./form.ts"

/**
 * Signs in with these words.
 * @param isOurs true for a failure that the caller deals with, so that the screen does not show it
 * @returns what went wrong, null when it worked
 */
export type Enter = (
  words: SignInWords,
  isOurs?: (failure: SignInFailure) => boolean,
) => Promise<SignInFailure | null>

/** The sentences of the screen; the first five are each app's own. */
export type SignInScreenText = {
  readonly title: string
  readonly intro: string
  readonly memory: string
  readonly endedTitle: string
  readonly ended: string
  readonly signIn: SignInText
  readonly failure: FailuresText
}

export type SignInScreenProps<Released, Keys, Session> = {
  readonly text: SignInScreenText
  readonly services: StaffServices
  readonly door: Door<Released, Keys, Session>
  /** Name to begin with: whoever's session has just ended. */
  readonly alias: string
  readonly hasEnded: boolean
  readonly onSignedIn: (session: Session) => void
  /** Demo builds only: the made-up people, who sign in with the same words as anybody. */
  readonly demo?: ((enter: Enter, isBusy: boolean) => ComponentChildren) | undefined
}

/** Name, passphrase, six digits. The keys that come of it stay in this tab. */
export function SignInScreen<Released, Keys, Session>(props: SignInScreenProps<Released, Keys, Session>) {
  const { text, services, door, alias, hasEnded, onSignedIn, demo } = props
  const { common } = useUi()
  const [state, send] = useReducer(afterEvent, alias, startOfSignIn)
  const [isShown, setShown] = useState(false)
  const words = text.signIn
  const isBusy = state.step === "working"
  const problems = state.step === "form" ? state.problems : []
  const failure = state.step === "form" ? state.failure : null

  // What went wrong may stand above a phone's screen: go there, so that it is seen and read out.
  const bad = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure !== null) bad.current?.focus()
  }, [failure])
  const form = useRef<HTMLFormElement>(null)
  const firstProblem = problems[0]
  useEffect(() => {
    if (firstProblem !== undefined) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus()
  }, [firstProblem])

  const enter: Enter = async (entered, isOurs) => {
    const outcome = await signIn(services, door, entered, (stage, fraction) =>
      send({ type: "stage", stage, fraction }),
    )
    if (outcome.ok) {
      onSignedIn(outcome.session)
      return null
    }
    if (isOurs?.(outcome.failure) === true) send({ type: "refused", problems: [] })
    else send({ type: "failed", failure: outcome.failure })
    return outcome.failure
  }
  const submit = () => {
    const read = readFields(state.fields)
    if (read.ok) void enter(read.words)
    else send({ type: "refused", problems: read.problems })
  }
  const errorOf = (field: keyof SignInFields) => sentenceOf(words, problems, field)
  const typed = (field: keyof SignInFields) => (entered: string) =>
    send({ type: "typed", field, text: entered })

  return (
    <div class="sign-in">
      <PageTitle lead={text.intro} focusOnMount={hasEnded}>
        {text.title}
      </PageTitle>
      <Stack>
        {hasEnded && (
          <Notice kind="info" title={text.endedTitle} live="polite">
            <p>{text.ended}</p>
          </Notice>
        )}
        <div ref={bad} tabIndex={-1} class="sign-in-news">
          {failure !== null && (
            <Notice
              kind={isAlarm(failure) ? "danger" : "warning"}
              title={common.failedTitle}
              live="assertive"
            >
              <p>{sentenceOfFailure(text, failure)}</p>
            </Notice>
          )}
        </div>
        <Card>
          <form
            ref={form}
            noValidate
            class="sign-in-form"
            onSubmit={(event) => {
              event.preventDefault()
              if (!isBusy) submit()
            }}
          >
            <TextField
              label={words.alias}
              hint={words.aliasHint}
              value={state.fields.alias}
              onInput={typed("alias")}
              error={errorOf("alias")}
              autoComplete="username"
              name="alias"
              disabled={isBusy}
            />
            <div class="passphrase">
              <TextField
                label={words.passphrase}
                hint={words.passphraseHint}
                kind={isShown ? "text" : "password"}
                dir="ltr"
                value={state.fields.passphrase}
                onInput={typed("passphrase")}
                error={errorOf("passphrase")}
                autoComplete="current-password"
                name="passphrase"
                disabled={isBusy}
              />
              <Button kind="link" onClick={() => setShown(!isShown)}>
                {isShown ? words.hide : words.show}
              </Button>
            </div>
            <TextField
              label={words.code}
              hint={words.codeHint}
              dir="ltr"
              inputMode="numeric"
              value={state.fields.code}
              onInput={typed("code")}
              error={errorOf("code")}
              autoComplete="one-time-code"
              name="code"
              disabled={isBusy}
            />
            {state.step === "working" && (
              <div role="status">
                <ProgressBar label={words.stage[state.stage]} fraction={state.fraction} />
              </div>
            )}
            <Button type="submit" wide busy={isBusy}>
              {words.submit}
            </Button>
          </form>
        </Card>
        {demo?.(enter, isBusy)}
        <p class="quiet">{text.memory}</p>
      </Stack>
    </div>
  )
}

function sentenceOf(
  words: SignInText,
  problems: readonly FieldProblem[],
  field: keyof SignInFields,
): string | undefined {
  const problem = problems.find((one) => fieldOf(one) === field)
  return problem === undefined ? undefined : words.missing[problem]
}

/** Failures that may mean that somebody tampers: they are shown louder than a typing mistake. */
function isAlarm(failure: SignInFailure): boolean {
  return failure.kind === "kdfWeak" || failure.kind === "kdfOdd" || failure.kind === "notYours"
}

function sentenceOfFailure(text: SignInScreenText, failure: SignInFailure): string {
  const words = text.signIn.failure
  switch (failure.kind) {
    case "wrong":
    case "codeUsed":
    case "kdfWeak":
    case "kdfOdd":
    case "damaged":
    case "notYours":
    case "noMemory":
      return words[failure.kind]
    case "tooMany":
      return failure.seconds === null ? words.tooMany : words.tooManyWait(failure.seconds)
    case "api":
      return text.failure[failure.failure]
    default:
      return assertNever(failure)
  }
}
