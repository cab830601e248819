import "@shn/ui/filing.css"
import { type Day, dayOf, type FilingRecord } from "@shn/domain"
import { loadRegistry, type RegistryAgency } from "@shn/guidance"
import { type ComplaintBody, draftsToFile, foldHandOffs, type OpenedCase } from "@shn/sealed"
import {
  Button,
  Card,
  FailedState,
  FiledList,
  FilingPrint,
  FilingRecordForm,
  FilingSheetView,
  failed,
  LOADING,
  Notice,
  PAKISTAN_OFFSET_MINUTES,
  ready,
  Stack,
  StateView,
  StatusLine,
  sheetOf,
  type ViewState,
} from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import { type Desk, useDesk } from "../app/desk-context.tsx"
import { filingSentence, sendFiling } from "./send-filing.ts"

export type CaseFilingProps = {
  readonly opened: OpenedCase
  readonly canWrite: boolean
  readonly lookAgain: () => Promise<void>
}

/** What the person files by hand, prepared for going along, and what has been filed. Nothing where there is neither. */
export function CaseFiling(props: CaseFilingProps) {
  const desk = useDesk()
  const { text, locale, session } = desk
  const folded = foldHandOffs(props.opened.conversation.messages)
  const drafts =
    session.trust.kind === "trusted"
      ? draftsToFile(folded, session.trust.directory).map(({ body }) => body)
      : []
  const isNeeded = drafts.length + folded.filings.length > 0
  const [registry, setRegistry] = useState<ViewState<readonly RegistryAgency[]>>(LOADING)
  const [open, setOpen] = useState<string | null>(null)
  const load = async () => {
    setRegistry(LOADING)
    try {
      setRegistry(ready(await loadRegistry(locale, todayOf(desk))))
    } catch {
      setRegistry(failed(text.filing.sheet.failed.load))
    }
  }
  useEffect(() => {
    if (isNeeded) void load()
  }, [isNeeded, locale])
  if (!isNeeded) return null
  const words = text.filing
  return (
    <Card title={words.title}>
      <StateView state={registry} empty={null} loadingWords={words.loading} onRetry={() => void load()}>
        {(agencies) => {
          const nameOf = (agencyId: string) =>
            agencies.find(({ id }) => id === agencyId)?.title.text ?? words.unknown
          return (
            <Stack>
              {drafts.length > 0 && <p>{words.nobodySends}</p>}
              {drafts.map((draft) =>
                draft.draftId === open ? (
                  <OpenSheet
                    key={draft.draftId}
                    {...props}
                    draft={draft}
                    registry={agencies}
                    onClose={() => setOpen(null)}
                  />
                ) : (
                  <div key={draft.draftId}>
                    <Button kind="quiet" onClick={() => setOpen(draft.draftId)}>
                      {words.open(nameOf(draft.agencyId))}
                    </Button>
                  </div>
                ),
              )}
              {folded.filings.length > 0 && (
                <section class="filing-part">
                  <h3>{words.sheet.filed.title}</h3>
                  <FiledList
                    text={words.sheet}
                    records={folded.filings.map(({ msgId, body }) => ({
                      id: msgId,
                      record: body.record,
                      agency: nameOf(body.record.agencyId),
                      by: byWhom(desk, body.record),
                    }))}
                  />
                </section>
              )}
            </Stack>
          )
        }}
      </StateView>
    </Card>
  )
}

type OpenSheetProps = CaseFilingProps & {
  readonly draft: ComplaintBody
  readonly registry: readonly RegistryAgency[]
  readonly onClose: () => void
}

function OpenSheet(props: OpenSheetProps) {
  const { text, locale } = useDesk()
  const { draft, registry } = props
  const words = text.filing
  const made = sheetOf({ about: draft, identity: null, registry, locale })
  return (
    <Stack gap="wide">
      {made.ok ? (
        <>
          <h3>{words.sheet.title(made.value.sheet.agency.title.text)}</h3>
          <FilingSheetView
            prepared={made.value}
            text={words.sheet}
            identity={{ kind: "byHand" }}
            identityNote={
              <Notice kind="info">
                <p>{words.identity}</p>
              </Notice>
            }
            clipboard={navigator.clipboard}
          />
          <FilingPrint prepared={made.value} text={words.sheet} print={() => window.print()} />
          {props.canWrite && <RecordPart {...props} formId={made.value.sheet.form.definition.id} />}
        </>
      ) : (
        <FailedState sentence={words.sheet.failed[made.error]} />
      )}
      <div>
        <Button kind="link" onClick={props.onClose}>
          {words.close}
        </Button>
      </div>
    </Stack>
  )
}

/** "Handed in on, number, by whom", written down by a member who went along or was told. */
function RecordPart(props: OpenSheetProps & { readonly formId: string }) {
  const desk = useDesk()
  const { text, session } = desk
  const { draft, opened, lookAgain } = props
  const words = text.filing
  const [doing, setDoing] = useState<"nothing" | "saving" | "saved">("nothing")
  const [failure, setFailure] = useState("")
  const save = async (record: FilingRecord) => {
    setDoing("saving")
    setFailure("")
    const sent = await sendFiling(desk, opened.caseKeys.caseId, draft.draftId, record)
    if (sent.ok) await lookAgain()
    setDoing(sent.ok ? "saved" : "nothing")
    if (!sent.ok) setFailure(filingSentence(desk, sent.error))
  }
  return (
    <section class="filing-part">
      <h3>{words.sheet.record.title}</h3>
      <p>{words.record}</p>
      {doing !== "saved" && (
        <FilingRecordForm
          about={{ agencyId: draft.agencyId, formId: props.formId }}
          text={words.sheet}
          people={[
            { by: { who: "person" }, label: words.people.person },
            { by: { who: "supporter" }, label: words.people.supporter },
            { by: { who: "staff", alias: session.alias }, label: words.people.staff },
          ]}
          today={() => todayOf(desk)}
          isSaving={doing === "saving"}
          failure={failure}
          onSave={(record) => void save(record)}
        />
      )}
      <StatusLine tone="success">{doing === "saved" ? words.sheet.record.saved : ""}</StatusLine>
    </section>
  )
}

/** The day on the wall here. */
function todayOf({ services }: Desk): Day {
  return dayOf(services.clock() + PAKISTAN_OFFSET_MINUTES * 60_000)
}

function byWhom({ text }: Desk, { by }: FilingRecord): string {
  const words = text.filing.by
  return by.who === "staff" ? words.staff(by.alias) : words[by.who]
}
