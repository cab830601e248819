import { isIdentityField, releaseCode } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { forTheEye } from "./for-the-eye.ts"

/**
 * What leaves, field by field in the form's own order, word for word. Nothing that leaves is ever left out here. Numbers and addresses
 * keep their order for the eye; what leaves has no such marks.
 */
export function TextThatLeaves(props: {
  /** By release code. */
  readonly fields: Readonly<Record<string, string>>
  readonly form: RegistryForm
  /** "person": only what says who the person is. "rest": only the others. */
  readonly part: "person" | "rest"
}) {
  const { fields, form, part } = props
  const known = form.definition.fields.map(({ key }, at) => ({
    code: releaseCode(key),
    name: form.asks[at]?.text ?? key,
    isPersons: isIdentityField(key),
  }))
  const others = Object.keys(fields)
    .filter((code) => !known.some((one) => one.code === code))
    .map((code) => ({ code, name: code, isPersons: code.startsWith("me.") }))
  const shown = [...known, ...others].filter(
    ({ code, isPersons }) => fields[code] !== undefined && isPersons === (part === "person"),
  )
  return (
    <dl class="leaving">
      {shown.map(({ code, name }) => (
        <div key={code} class="leaving-field">
          <dt>{name}</dt>
          <dd class="as-written notranslate" dir="auto">
            {forTheEye(fields[code] ?? "")}
          </dd>
        </div>
      ))}
    </dl>
  )
}
