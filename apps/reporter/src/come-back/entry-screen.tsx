import {
  Button,
  CodeEntry,
  Details,
  FailedState,
  LinkButton,
  Notice,
  PageTitle,
  ProgressBar,
  Stack,
  useUi,
} from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { pageHref } from "../locale.ts"
import { useAwake } from "../pages/wake.ts"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { EnterFailure } from "./case-desk.ts"
import { backSentence } from "./failure-sentence.ts"

export type EntryProps = {
  readonly back: BackText
  readonly help: HelpText
  readonly isOpening: boolean
  /** Share of the slow path, null on the fast one. */
  readonly slowWork: number | null
  readonly failure: EnterFailure | null
  readonly onEnter: (code: string) => void
}

/** Where the code is typed: digits or words, as people write them. */
export function EntryScreen(props: EntryProps) {
  const { back, help, isOpening, slowWork, failure } = props
  const { locale } = useUi()
  const [code, setCode] = useState("")
  const isAwake = useAwake()
  const enter = () => {
    if (!isOpening && code.trim() !== "") props.onEnter(code)
  }
  const isAboutCode = failure === "code" || failure === "unknown"
  // What is wrong is said at the field: go there, so that it is read out.
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isAboutCode && !isOpening) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus()
  }, [isAboutCode, isOpening])
  return (
    <Stack gap="wide">
      <PageTitle lead={back.enter.lead}>{back.enter.title}</PageTitle>
      <form
        ref={form}
        class="form-foot"
        onSubmit={(event) => {
          event.preventDefault()
          enter()
        }}
      >
        <CodeEntry
          label={back.enter.label}
          hint={back.enter.hint}
          value={code}
          onInput={setCode}
          rows={4}
          error={failure !== null && isAboutCode ? backSentence(failure, back, help) : undefined}
        />
        <Button wide type="submit" icon="key" disabled={!isAwake} busy={isOpening}>
          {back.enter.open}
        </Button>
      </form>
      <div role="status">
        {isOpening && (
          <ProgressBar
            label={slowWork === null ? back.enter.working : back.enter.slow(Math.round(slowWork * 100))}
            fraction={slowWork}
          />
        )}
      </div>
      {failure === "unsent" && (
        <Notice
          kind="info"
          live="assertive"
          title={back.unsent.title}
          actions={<LinkButton href={pageHref(locale, "help")}>{back.unsent.start}</LinkButton>}
        >
          <p>{back.unsent.text}</p>
        </Notice>
      )}
      {failure !== null && !isAboutCode && failure !== "unsent" && !isOpening && (
        <FailedState sentence={backSentence(failure, back, help)} onRetry={enter} />
      )}
      <Details summary={back.enter.lost}>
        <p>{back.enter.lostText}</p>
        <LinkButton kind="quiet" href={pageHref(locale, "help")}>
          {back.unsent.start}
        </LinkButton>
      </Details>
    </Stack>
  )
}
