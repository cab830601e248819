import type { IdentityField, IdentityPart } from "@shn/domain"
import { useState } from "preact/hooks"

/** What the person typed about themselves for a sheet: in the memory of the opened case, and nowhere else. */
export type TypedIdentity = {
  readonly values: IdentityPart
  readonly onType: (field: IdentityField, value: string) => void
}

/** Use it where the case is open: it lasts as long as the case is, whatever room of it is shown. */
export function useTypedIdentity(): TypedIdentity {
  const [values, setValues] = useState<IdentityPart>({})
  return { values, onType: (field, value) => setValues((now) => ({ ...now, [field]: value })) }
}
