import { type Alias, assertNever, err, type Result } from "@shn/domain"
import { type ApiFailure, type ApiOptions, api, DESK_ROUTES, type SignInRequest, type v } from "@shn/wire"
import type { StaffServices } from "./services.ts"
import type { StretchProblem } from "./stretch.ts"

export type SignInStage = "asking" | "stretching" | "checking" | "opening" | "directory"

export type SignInFailure =
  | { readonly kind: "wrong" }
  | { readonly kind: "codeUsed" }
  /** `seconds` to wait, null when the server did not say. */
  | { readonly kind: "tooMany"; readonly seconds: number | null }
  | { readonly kind: "kdfWeak" }
  | { readonly kind: "kdfOdd" }
  | { readonly kind: "damaged" }
  | { readonly kind: "notYours" }
  | { readonly kind: "noMemory" }
  | { readonly kind: "api"; readonly failure: ApiFailure }

export type SignInWords = { readonly alias: Alias; readonly passphrase: string; readonly totp: string }

export type SignInOutcome<Session> =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SignInFailure }

/** @param fraction of a stage that can tell, 0 to 1 */
export type OnStage = (stage: SignInStage, fraction: number | null) => void

/** The way in of one app: whom the server lets in there, and what a session is once they are. */
export type Door<Released, Keys, Session> = {
  /** Shows the server both factors. */
  readonly letIn: (
    proof: v.InferInput<typeof SignInRequest>,
    options: ApiOptions,
  ) => Promise<Result<Released, ApiFailure>>
  /** Opens what the server gave out with the half of the passphrase that it never saw. */
  readonly unlock: (
    released: Released,
    wrapKey: Uint8Array,
  ) => Promise<Result<Keys, "damaged" | "wrong-passphrase">>
  /** Looks for these keys in the list of staff keys (PROTOCOL step 3). */
  readonly begin: (services: StaffServices, released: Released, keys: Keys) => Promise<Session>
}

/**
 * PROTOCOL step 2, then 3: stretch the passphrase (never below our own floor, whatever the server asks), show the
 * server one half of it with the six digits, open our keys with the other half, check the directory.
 */
export async function signIn<Released, Keys, Session>(
  services: StaffServices,
  door: Door<Released, Keys, Session>,
  words: SignInWords,
  onStage: OnStage,
): Promise<SignInOutcome<Session>> {
  const { fetch } = services
  onStage("asking", null)
  // Every origin of the staff answers this at the same place.
  const start = await api(DESK_ROUTES.signInStart, { alias: words.alias }, { fetch })
  if (!start.ok) return failed(failureOf(start.error, null))
  onStage("stretching", null)
  const secret = await stretched(services, { passphrase: words.passphrase, ...start.value }, (done) =>
    onStage("stretching", done),
  )
  if (!secret.ok) return failed(stretchFailure(secret.error))
  onStage("checking", null)
  let waitSeconds: number | null = null
  const proof = { alias: words.alias, loginKey: secret.value.loginKey, totp: words.totp }
  const released = await door.letIn(proof, {
    fetch,
    onRetryAfter: (seconds) => {
      waitSeconds = seconds
    },
  })
  if (!released.ok) return failed(failureOf(released.error, waitSeconds))
  onStage("opening", null)
  const keys = await door.unlock(released.value, secret.value.wrapKey)
  if (!keys.ok) return failed({ kind: keys.error === "damaged" ? "damaged" : "notYours" })
  onStage("directory", null)
  return { ok: true, session: await door.begin(services, released.value, keys.value) }
}

function failed(failure: SignInFailure): { readonly ok: false; readonly failure: SignInFailure } {
  return { ok: false, failure }
}

async function stretched(
  services: StaffServices,
  input: Parameters<StaffServices["stretch"]>[0],
  onProgress: (done: number) => void,
) {
  try {
    return await services.stretch(input, onProgress)
  } catch {
    return err("no-memory" as const)
  }
}

function stretchFailure(problem: StretchProblem | "no-memory"): SignInFailure {
  switch (problem) {
    case "kdf-below-floor":
      return { kind: "kdfWeak" }
    case "kdf-not-allowed":
      return { kind: "kdfOdd" }
    case "no-memory":
      return { kind: "noMemory" }
    default:
      return assertNever(problem)
  }
}

function failureOf(failure: ApiFailure, waitSeconds: number | null): SignInFailure {
  if (failure === "sign_in_failed") return { kind: "wrong" }
  if (failure === "code_used") return { kind: "codeUsed" }
  if (failure === "too_many_tries") return { kind: "tooMany", seconds: waitSeconds }
  return { kind: "api", failure }
}
