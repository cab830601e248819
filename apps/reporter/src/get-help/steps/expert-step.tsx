import { CHANNELS, GENDERS, type Gender, type GenderWish, SPOKEN_LANGUAGES } from "@shn/domain"
import { CheckCard, ChoiceGroup, Fieldset, Switch } from "@shn/ui"
import type { HelpRuntime } from "../help-runtime.ts"
import { LeaveOut } from "../leave-out.tsx"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Whom the person would like to talk to: language, gender, channel, and who must be left out. */
export function ExpertStep(props: StepProps & { readonly runtime: HelpRuntime | null }) {
  const { state, dispatch, text, words } = props
  const { expert } = text
  const { languages, genderWish, channel, concernsStaff } = state.answers
  return (
    <StepFrame {...props} title={expert.title}>
      <div class="two-up">
        <Fieldset
          legend={expert.languages}
          hint={expert.languagesHint}
          columns={2}
          error={state.problem === "choose_language" ? expert.missingLanguage : undefined}
        >
          {SPOKEN_LANGUAGES.map((language) => (
            <CheckCard
              key={language}
              label={words.language[language]}
              checked={languages.includes(language)}
              onChange={() => dispatch({ type: "toggle_language", language })}
            />
          ))}
        </Fieldset>
      </div>
      <ChoiceGroup
        legend={expert.gender}
        columns={2}
        value={genderWish.strength === "any" ? "any" : genderWish.gender}
        onChange={(who) => dispatch({ type: "set", change: { genderWish: wishFor(who, genderWish) } })}
        options={[
          { value: "any" as const, label: expert.any },
          ...GENDERS.map((value) => ({ value, label: words.gender[value] })),
        ]}
      />
      {genderWish.strength !== "any" && (
        <ChoiceGroup
          legend={words.gender[genderWish.gender]}
          hideLegend
          value={genderWish.strength}
          onChange={(strength) =>
            dispatch({ type: "set", change: { genderWish: { ...genderWish, strength } } })
          }
          options={[
            { value: "prefer", label: expert.prefer(words.gender[genderWish.gender]) },
            {
              value: "must",
              label: expert.must(words.gender[genderWish.gender]),
              note: expert.mustHint,
            },
          ]}
        />
      )}
      <ChoiceGroup
        legend={expert.channel}
        hint={expert.channelHint}
        value={channel}
        onChange={(value) => dispatch({ type: "set", change: { channel: value } })}
        options={CHANNELS.map((value) => ({ value, label: words.channel[value] }))}
      />
      <Switch
        label={expert.staff}
        explanation={expert.staffHint}
        checked={concernsStaff}
        onChange={(on) => dispatch({ type: "set", change: { concernsStaff: on } })}
      />
      {concernsStaff && <LeaveOut {...props} />}
    </StepFrame>
  )
}

function wishFor(who: Gender | "any", before: GenderWish): GenderWish {
  if (who === "any") return { strength: "any" }
  return { strength: before.strength === "must" ? "must" : "prefer", gender: who }
}
