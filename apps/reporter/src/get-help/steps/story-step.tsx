import { Details, Notice, StatusLine, TextField } from "@shn/ui"
import type { SafeContact } from "../answers.ts"
import type { HelpRuntime } from "../help-runtime.ts"
import { isLongContact, MAX_CONTACT_PART, MAX_STORY } from "../machine.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"
import type { UsedFiles } from "../use-files.ts"
import { StoryFiles } from "./story-files.tsx"

const CONTACT_PARTS = [
  ["number", "number"],
  ["hours", "hours"],
  ["whoMayAnswer", "who"],
  ["openingWords", "words"],
] as const

/** The person's own words, and an optional safe way to reach them. */
export function StoryStep(
  props: StepProps & {
    readonly draftLine: string
    readonly files: UsedFiles
    readonly runtime: HelpRuntime | null
  },
) {
  const { state, dispatch, text } = props
  const { story, contact, age } = state.answers
  const error =
    state.problem === "story_empty"
      ? text.story.empty
      : state.problem === "story_long"
        ? text.story.long
        : undefined
  const setContact = (change: Partial<SafeContact>) =>
    dispatch({ type: "set", change: { contact: { ...contact, ...change } } })
  return (
    <StepFrame {...props} title={text.story.title} lead={text.story.lead}>
      {age === "under_18" && (
        <Notice kind="care">
          <p>{text.age.young}</p>
        </Notice>
      )}
      <div class="story">
        <TextField
          label={text.story.label}
          hint={text.story.hint}
          value={story}
          onInput={(value) => dispatch({ type: "set", change: { story: value } })}
          rows={9}
          maxLength={MAX_STORY}
          error={error}
        />
        <StatusLine>{props.draftLine}</StatusLine>
      </div>
      <StoryFiles text={text} files={props.files} runtime={props.runtime} />
      <Details summary={text.story.contact}>
        <p>{text.story.contactHint}</p>
        {CONTACT_PARTS.map(([part, label]) => (
          <TextField
            key={part}
            label={text.story[label]}
            value={contact[part]}
            onInput={(value) => setContact({ [part]: value })}
            maxLength={MAX_CONTACT_PART}
            error={
              state.problem === "contact_long" && isLongContact(contact[part])
                ? text.story.contactLong
                : undefined
            }
            {...(part === "number" ? { kind: "tel" as const, dir: "ltr" as const } : {})}
          />
        ))}
      </Details>
    </StepFrame>
  )
}
