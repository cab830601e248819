import type { ApiFailure } from "@shn/wire"

/** Something that lives on the server and is shown here. */
export type Remote<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: ApiFailure }
  /** `failure`: the last look did not work, the value is the one before. */
  | { readonly kind: "ready"; readonly value: T; readonly failure: ApiFailure | null }

/** What is shown after another look. A failure never takes away what is already on the screen. */
export function afterLook<T>(
  before: Remote<T>,
  look: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiFailure },
): Remote<T> {
  if (look.ok) return { kind: "ready", value: look.value, failure: null }
  if (before.kind === "ready" && !isFinal(look.error)) return { ...before, failure: look.error }
  return { kind: "failed", failure: look.error }
}

/** The server says that this is no longer ours to see: an old copy must not stay on the screen. */
function isFinal(failure: ApiFailure): boolean {
  return failure === "not_on_roster" || failure === "not_allowed" || failure === "not_found"
}
