import "@shn/ui/filing.css"
import type { FilingRecord } from "@shn/domain"
import type { RegistryAgency } from "@shn/guidance"
import {
  Button,
  Card,
  FailedState,
  FiledList,
  FilingPrint,
  FilingRecordForm,
  FilingSheetView,
  Notice,
  Stack,
  StatusLine,
  sheetOf,
  useUi,
} from "@shn/ui"
import { useState } from "preact/hooks"
import { backSentence } from "../come-back/failure-sentence.ts"
import type { FilingRoomText } from "../text/filing/area.ts"
import type { FilingRoomProps } from "./filing-props.ts"
import type { FilingMatters } from "./matters.ts"
import { type TypedIdentity, useTypedIdentity } from "./typed-identity.ts"

type Draft = FilingMatters["drafts"][number]

/** Sheets for offices that are not connected with us, and what has been handed in. One sheet is open at a time. */
export function FilingRoom(props: FilingRoomProps) {
  const { matters, words, text, registry } = props
  const [open, setOpen] = useState<string | null>(null)
  const identity = useTypedIdentity()
  const nameOf = (agencyId: string) => agencyName(registry, agencyId) ?? words.unknown
  return (
    <Stack>
      {matters.drafts.length > 0 && (
        <Card title={words.title}>
          <Notice kind="info" title={words.nobodySends}>
            <p>{words.why}</p>
          </Notice>
          {matters.drafts.map((draft) =>
            draft.draftId === open ? (
              <OpenSheet
                key={draft.draftId}
                {...props}
                identity={identity}
                draft={draft}
                onClose={() => setOpen(null)}
              />
            ) : (
              <Button key={draft.draftId} kind="quiet" wide onClick={() => setOpen(draft.draftId)}>
                {words.open(nameOf(draft.agencyId))}
              </Button>
            ),
          )}
        </Card>
      )}
      {matters.filed.length > 0 && (
        <Card title={text.filed.title}>
          <FiledList
            text={text}
            records={matters.filed.map(({ id, record }) => ({
              id,
              record,
              agency: nameOf(record.agencyId),
              by: byWhom(record, words),
            }))}
          />
        </Card>
      )}
    </Stack>
  )
}

type OpenSheetProps = FilingRoomProps & {
  readonly draft: Draft
  readonly identity: TypedIdentity
  readonly onClose: () => void
}

function OpenSheet(props: OpenSheetProps) {
  const { locale } = useUi()
  const { draft, text, words, registry, identity } = props
  const made = sheetOf({ about: draft, identity: identity.values, registry, locale })
  const close = (
    <div>
      <Button kind="link" onClick={props.onClose}>
        {words.close}
      </Button>
    </div>
  )
  if (!made.ok)
    return (
      <>
        <FailedState sentence={text.failed[made.error]} />
        {close}
      </>
    )
  const { sheet } = made.value
  return (
    <Stack gap="wide">
      <h3>{text.title(sheet.agency.title.text)}</h3>
      <FilingSheetView
        prepared={made.value}
        text={text}
        identity={{ kind: "typed", ...identity }}
        identityNote={
          <Notice kind="care" title={words.identityTitle}>
            <p>{words.identity}</p>
          </Notice>
        }
        clipboard={navigator.clipboard}
      />
      <p>{words.files}</p>
      <FilingPrint prepared={made.value} text={text} print={() => window.print()} />
      <RecordPart {...props} formId={sheet.form.definition.id} />
      {close}
    </Stack>
  )
}

/** "Handed in on, number, by whom", told to the case. */
function RecordPart(props: OpenSheetProps & { readonly formId: string }) {
  const { text, words, draft, desk, back, help, formId } = props
  const [doing, setDoing] = useState<"nothing" | "saving" | "saved">("nothing")
  const [failure, setFailure] = useState("")
  const save = async (record: FilingRecord) => {
    setDoing("saving")
    setFailure("")
    const told = await desk.tell({ kind: "filing", body: { draftId: draft.draftId, record } })
    const fresh = told.ok ? await desk.refresh() : told
    if (fresh.ok) props.onState(fresh.value)
    setDoing(told.ok ? "saved" : "nothing")
    if (!told.ok) setFailure(backSentence(told.error, back, help))
  }
  return (
    <section class="filing-part">
      <h3>{text.record.title}</h3>
      <p>{words.record}</p>
      {doing !== "saved" && (
        <FilingRecordForm
          about={{ agencyId: draft.agencyId, formId }}
          text={text}
          people={[
            { by: { who: "person" }, label: words.people.person },
            { by: { who: "supporter" }, label: words.people.supporter },
          ]}
          today={props.today}
          isSaving={doing === "saving"}
          failure={failure}
          onSave={(record) => void save(record)}
        />
      )}
      <StatusLine tone="success">{doing === "saved" ? text.record.saved : ""}</StatusLine>
    </section>
  )
}

function agencyName(registry: readonly RegistryAgency[], agencyId: string): string | undefined {
  return registry.find(({ id }) => id === agencyId)?.title.text
}

function byWhom({ by }: FilingRecord, words: FilingRoomText): string {
  return by.who === "staff" ? words.by.staff(by.alias) : words.by[by.who]
}
