import type { IdentityField, IdentityPart } from "@shn/domain"
import { useState } from "preact/hooks"

/** What the person typed about themselves for a sheet: in the memory of this page, and nowhere else. */
export type TypedIdentity = {
  readonly values: IdentityPart
  readonly onType: (field: IdentityField, value: string) => void
}

/** Lasts as long as the room of the opened case does. */
export function useTypedIdentity(): TypedIdentity {
  const [values, setValues] = useState<IdentityPart>({})
  return { values, onType: (field, value) => setValues((now) => ({ ...now, [field]: value })) }
}
