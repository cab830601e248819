import { type Alias, assertNever, err, type StaffRole } from "@shn/domain"
import { type MemberKeys, unlockMember } from "@shn/sealed"
import { type ApiFailure, api, DESK_ROUTES } from "@shn/wire"
import { checkDirectory, type Trust } from "./directory-check.ts"
import type { Services } from "./services.ts"
import type { StretchProblem } from "./stretch.ts"

/** Somebody who is signed in. Lives in this tab's memory; a reload forgets it. */
export type Session = {
  readonly alias: Alias
  readonly keys: MemberKeys
  /** As the checked directory says; as the server says while the directory is refused. */
  readonly roles: readonly StaffRole[]
  readonly trust: Trust
}

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

export type SignInOutcome =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SignInFailure }

/** @param fraction of a stage that can tell, 0 to 1 */
export type OnStage = (stage: SignInStage, fraction: number | null) => void

/**
 * PROTOCOL step 2, then 3: stretch the passphrase (never below our own floor, whatever the server asks), show the
 * server one half of it with the six digits, open our keys with the other half, check the directory.
 */
export async function signIn(
  services: Services,
  words: SignInWords,
  onStage: OnStage,
): Promise<SignInOutcome> {
  const { fetch } = services
  onStage("asking", null)
  const start = await api(DESK_ROUTES.signInStart, { alias: words.alias }, { fetch })
  if (!start.ok) return failed(failureOf(start.error, null))
  onStage("stretching", null)
  const secret = await stretched(services, { passphrase: words.passphrase, ...start.value }, (done) =>
    onStage("stretching", done),
  )
  if (!secret.ok) return failed(stretchFailure(secret.error))
  onStage("checking", null)
  let waitSeconds: number | null = null
  const finish = await api(
    DESK_ROUTES.signIn,
    { alias: words.alias, loginKey: secret.value.loginKey, totp: words.totp },
    {
      fetch,
      onRetryAfter: (seconds) => {
        waitSeconds = seconds
      },
    },
  )
  if (!finish.ok) return failed(failureOf(finish.error, waitSeconds))
  onStage("opening", null)
  const keys = await unlockMember(finish.value, secret.value.wrapKey)
  if (!keys.ok) return failed({ kind: keys.error === "damaged" ? "damaged" : "notYours" })
  onStage("directory", null)
  const trust = await checkDirectory(services, keys.value.keyId)
  const roles = trust.kind === "trusted" ? trust.roles : finish.value.roles
  return { ok: true, session: { alias: finish.value.alias, keys: keys.value, roles, trust } }
}

function failed(failure: SignInFailure): SignInOutcome {
  return { ok: false, failure }
}

async function stretched(
  services: Services,
  input: Parameters<Services["stretch"]>[0],
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
