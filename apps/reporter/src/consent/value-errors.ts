import { formValue, type IdentityField, type IdentityPart, type ValueError } from "@shn/domain"

export type ValueErrors = Readonly<Partial<Record<IdentityField, ValueError>>>

/** What is not yet in the form that offices want, by field. What is left empty is never wrong. */
export function valueErrors(fields: readonly IdentityField[], values: IdentityPart): ValueErrors {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = formValue(field, values[field] ?? "")
      return value.ok ? [] : [[field, value.error]]
    }),
  )
}
