import { Badge, Button, Card, Facts, formatNumber, Notice, PersonCard, Prose, Stack, useUi } from "@shn/ui"
import { Fragment } from "preact"
import { FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { reasonWords, seenLinesOfAll, whenWords } from "../review-lines.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"
import type { Review } from "../submission.ts"
import type { UsedFiles } from "../use-files.ts"
import { FilesBefore } from "./files-before.tsx"

/** Exactly who will be able to read it, and exactly what our computer sees. */
export function ReviewStep(
  props: StepProps & {
    readonly review: Review
    readonly hasChanged: boolean
    readonly busy: boolean
    readonly files: UsedFiles
  },
) {
  const { review, dispatch, text, words } = props
  const { review: says } = text
  return (
    <StepFrame {...props} title={says.title} nextLabel={says.confirm}>
      {props.hasChanged && (
        <Notice kind="warning" live="assertive">
          <p>{says.again}</p>
        </Notice>
      )}
      <OffDuty {...props} />
      <section>
        <Stack>
          <h2>{says.whoTitle}</h2>
          <ReaderCards {...props} />
        </Stack>
      </section>
      <Card title={says.seesTitle}>
        <p>{says.seesLead}</p>
        <Facts items={seenLinesOfAll(review, text, words)} />
        <p class="small">{says.alsoSees}</p>
      </Card>
      <Card
        title={says.storyTitle}
        tone="soft"
        footer={
          <Button kind="link" onClick={() => dispatch({ type: "edit", step: "story" })}>
            {text.change}
          </Button>
        }
      >
        <p>{says.storyLength(formatNumber(review.answers.story.length))}</p>
      </Card>
      <FilesBefore files={props.files} />
      <Prose>
        <p>{says.lastStep}</p>
      </Prose>
    </StepFrame>
  )
}

function ReaderCards({ review, text, words }: StepProps & { readonly review: Review }) {
  const { review: says } = text
  return (
    <Stack gap="tight">
      {review.needs.map(({ needId, facets }) => {
        const picks = review.readers.needs.find((need) => need.needId === needId)?.picks ?? []
        const expert = words.expert[facets.discipline]
        return (
          <Fragment key={needId}>
            {picks.map(({ member, reasons }, place) => (
              <PersonCard
                key={member.keyId}
                alias={member.alias}
                role={expert}
                status={<Badge tone="info">{place === 0 ? says.first : says.second}</Badge>}
                reason={
                  reasons.length > 0
                    ? says.because(member.alias, reasonWords(reasons, member.gender, words))
                    : undefined
                }
              />
            ))}
            {picks.length === 0 && (
              <Notice kind="info">
                <p>{says.nobody(expert)}</p>
              </Notice>
            )}
          </Fragment>
        )
      })}
      {review.readers.coordinators.map((member) => (
        <PersonCard
          key={member.keyId}
          alias={member.alias}
          role={words.role.coordinator}
          reason={review.offDuty === null ? says.onDuty : undefined}
        />
      ))}
      {review.readers.trustees.map((member) => (
        <PersonCard key={member.keyId} alias={member.alias} role={words.role.trustee} reason={says.trustee} />
      ))}
      <PersonCard alias={words.role.reporter} role={says.you} />
    </Stack>
  )
}

function OffDuty({ review, text, data }: StepProps & { readonly review: Review }) {
  const { locale } = useUi()
  if (review.offDuty === null) return null
  const when = whenWords(review.offDuty.nextAt, locale)
  return (
    <Notice kind="warning" title={text.review.off}>
      <p>{when === null ? text.review.offUnknown : text.review.offNext(when)}</p>
      <p>{text.review.offCall}</p>
      <FirstNumbers hotlines={data.hotlines} text={data.danger} />
    </Notice>
  )
}
