import { releaseCode } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { Button, Details, Dialog, Notice } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { formLines } from "./rules.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"
import { copyOf, type Standing, type WorkingCopy } from "./working-copy.ts"

/** Two members at one draft: says so, shows the other's words, and lets the writer choose what to go on with. */
export function BehindNotice(props: {
  readonly standing: Exclude<Standing, { kind: "level" }>
  readonly isTyped: boolean
  readonly form: RegistryForm
  readonly onMine: () => void
  readonly onTheirs: (copy: WorkingCopy) => void
}) {
  const { text, session } = useDesk()
  const { behind } = text.complaint
  const [isAsking, setAsking] = useState(false)
  const { standing, isTyped, form } = props
  const { newer } = standing
  const alias =
    (session.trust.kind === "trusted" ? aliasOf(session.trust.directory, newer.author) : null) ??
    text.cases.unknownReader
  const lines = formLines({ copy: copyOf(newer), form: form.definition, identity: null })
  const fields = Object.fromEntries(
    lines.filter(({ value }) => value !== "").map(({ key, value }) => [releaseCode(key), value]),
  )
  // Their words become the working copy; saving them again makes them the newest.
  const take = () => {
    setAsking(false)
    props.onTheirs({ ...copyOf(newer), basedOn: standing.newest })
  }
  return (
    <Notice
      kind="warning"
      live="polite"
      title={standing.kind === "twins" ? behind.twinsTitle(alias) : behind.title(alias)}
      actions={
        <>
          {standing.kind === "behind" && (
            <Button kind="quiet" onClick={props.onMine}>
              {behind.mine}
            </Button>
          )}
          <Button kind="quiet" onClick={() => (isTyped ? setAsking(true) : take())}>
            {behind.theirs}
          </Button>
        </>
      }
    >
      <p>{standing.kind === "twins" ? behind.twinsBody : behind.body}</p>
      <Details summary={behind.show}>
        <TextThatLeaves fields={fields} form={form} part="rest" />
      </Details>
      <Dialog
        open={isAsking}
        title={behind.theirsTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" onClick={take}>
              {behind.theirs}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {text.common.cancel}
            </Button>
          </>
        }
      >
        <p>{behind.theirsBody}</p>
      </Dialog>
    </Notice>
  )
}
