import type { KeyId } from "@shn/domain"
import { type Boundary, checkBoundaries, type IdentityField, isIdentityField } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import type { HandOff, HandOffTo } from "@shn/sealed"
import type { WorkingCopy } from "./working-copy.ts"

/**
 * How far the question "who are you?" is, for one recipient and one purpose.
 * "not-wanted": the draft names nobody. "no-need": the agency takes complaints without a name. "boundary": the person's own
 * switch forbids the question. "other": the answer that is there is for another agency, key or purpose.
 */
export type IdentityStage =
  | { readonly kind: "not-wanted" }
  | { readonly kind: "no-need" }
  | { readonly kind: "boundary" }
  | { readonly kind: "not-asked" }
  | { readonly kind: "other" }
  | { readonly kind: "asked"; readonly readers: readonly KeyId[] }
  | { readonly kind: "given"; readonly readers: readonly KeyId[] }

export function identityStage(input: {
  readonly handOff: HandOff | null
  readonly copy: Pick<WorkingCopy, "identity" | "purpose">
  readonly form: RegistryForm
  readonly to: HandOffTo
  readonly boundaries: readonly Boundary[]
}): IdentityStage {
  const { handOff, copy, form, to, boundaries } = input
  if (copy.identity === "anonymous") return { kind: "not-wanted" }
  if (!checkBoundaries(boundaries, ["identity_step_up"]).isAllowed) return { kind: "boundary" }
  if (!form.definition.needsName) return { kind: "no-need" }
  const ask = handOff?.ask?.body
  if (ask === undefined) return { kind: "not-asked" }
  const isSame = ask.to.id === to.id && ask.to.key === to.key && sorted(ask.purpose) === sorted(copy.purpose)
  if (!isSame) return { kind: "other" }
  return { kind: handOff?.part === null ? "asked" : "given", readers: ask.readers }
}

/** What the form asks about the person: what it insists on, and what it would like. */
export function identityAsks(form: RegistryForm): {
  readonly required: readonly IdentityField[]
  readonly wished: readonly IdentityField[]
} {
  const fields = form.definition.fields.flatMap(({ key, isRequired }) =>
    isIdentityField(key) ? [{ key, isRequired }] : [],
  )
  return {
    required: fields.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    wished: fields.filter(({ isRequired }) => !isRequired).map(({ key }) => key),
  }
}

function sorted(codes: readonly string[]): string {
  return [...codes].sort().join()
}
