import {
  COMPLAINT_LANGUAGES,
  CONSENT_PURPOSES,
  type FormDefinition,
  LIMIT_CODES,
  type LimitCode,
} from "@shn/domain"
import { CheckCard, ChoiceGroup, Fieldset, formatNumber, latinDigits, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { NameNeeded } from "./NameNeeded.tsx"
import { Part } from "./Part.tsx"
import type { WorkingCopy } from "./working-copy.ts"

/** A story is never asked to be longer than this many letters. */
const MOST_LETTERS = 1_000_000

/** What it is for, whether by name, what they must not do, in which language, and how long the story may be. */
export function DraftTerms(props: {
  readonly copy: WorkingCopy
  readonly form: FormDefinition
  readonly way: "inbox" | "by_hand"
  readonly fixed: readonly LimitCode[]
  /** Whether the draft names nobody and the agency refuses that. */
  readonly isNameNeeded: boolean
  readonly isBoundAnonymous: boolean
  readonly errors: readonly string[]
  readonly onChange: (change: Partial<WorkingCopy>) => void
}) {
  const { text } = useDesk()
  const { write, purpose: purposes, limitCode, languages } = text.complaint
  const { copy, form, way, fixed, onChange } = props
  const [typedLimit, setTypedLimit] = useState(copy.textLimit === null ? "" : String(copy.textLimit))
  const toggle = <T,>(list: readonly T[], one: T, isOn: boolean) =>
    isOn ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one)
  // With a name given, nobody has to find it out.
  const limits = LIMIT_CODES.filter((limit) => limit !== "no-identity" || copy.identity === "anonymous")
  const isLimitWrong = typedLimit.trim() !== "" && numberOf(typedLimit) === null
  return (
    <Part place="terms" title={write.terms} errors={props.errors}>
      <Fieldset legend={write.purpose}>
        {CONSENT_PURPOSES.map((code) => (
          <CheckCard
            key={code}
            label={purposes[code]}
            checked={copy.purpose.includes(code)}
            onChange={(isOn) => onChange({ purpose: toggle(copy.purpose, code, isOn) })}
          />
        ))}
      </Fieldset>
      {way === "inbox" && (
        <ChoiceGroup
          legend={write.identity}
          value={copy.identity}
          onChange={(identity) => onChange({ identity })}
          options={[
            { value: "named", label: write.named, note: write.namedNote },
            { value: "anonymous", label: write.anonymous, note: write.anonymousNote },
          ]}
        />
      )}
      {props.isNameNeeded && <NameNeeded isBoundAnonymous={props.isBoundAnonymous} />}
      <Fieldset legend={write.limits}>
        {limits.map((code) => {
          const isFixed = fixed.includes(code)
          return (
            <CheckCard
              key={code}
              label={limitCode[code]}
              note={isFixed ? write.limitFixed : undefined}
              checked={isFixed || copy.limits.includes(code)}
              disabled={isFixed}
              onChange={(isOn) => onChange({ limits: toggle(copy.limits, code, isOn) })}
            />
          )
        })}
      </Fieldset>
      <ChoiceGroup
        legend={write.language}
        columns={2}
        value={copy.language}
        onChange={(language) => onChange({ language })}
        options={COMPLAINT_LANGUAGES.map((value) => ({ value, label: languages[value] }))}
      />
      <TextField
        label={write.limit}
        optional
        inputMode="numeric"
        dir="ltr"
        hint={form.textLimit === null ? write.limitNone : write.limitHint(formatNumber(form.textLimit))}
        error={isLimitWrong ? write.limitWrong : undefined}
        value={typedLimit}
        onInput={(words) => {
          setTypedLimit(words)
          onChange({ textLimit: numberOf(words) })
        }}
      />
    </Part>
  )
}

/** A whole number as typed, in any digits; null for anything else. */
function numberOf(words: string): number | null {
  const digits = latinDigits(words).replaceAll(",", "").trim()
  const number = /^\d{1,7}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= MOST_LETTERS ? number : null
}
