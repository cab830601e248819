import { type Day, dayOf, type KeyId, type StaffRole } from "@shn/domain"
import { type DirectoryProblem, listedMember, type VerifiedDirectory, verifyDirectory } from "@shn/sealed"
import { type ApiFailure, api, DESK_ROUTES, type DirectoryAnswer } from "@shn/wire"
import type { Services } from "./services.ts"

/** Why the list of staff keys cannot be relied on. */
export type DirectoryTrouble = DirectoryProblem | "offline" | "not-listed" | "not-active"

/**
 * How far this device trusts the list of staff keys. "refused" opens nothing and adds nobody; the caller shows why.
 * An expired list is trusted for existing readers and adds nobody: see `canAddReaders`.
 */
export type Trust =
  | { readonly kind: "trusted"; readonly directory: VerifiedDirectory; readonly roles: readonly StaffRole[] }
  | { readonly kind: "refused"; readonly trouble: DirectoryTrouble }

/**
 * PROTOCOL step 3: fetches the directory, checks the chain to the root in this build, refuses one older than this
 * device has seen, and looks for our own key in it.
 */
export async function checkDirectory(services: Services, me: KeyId): Promise<Trust> {
  const answer = await api(DESK_ROUTES.directory, {}, { fetch: services.fetch })
  if (!answer.ok) return { kind: "refused", trouble: troubleOf(answer.error) }
  return judgeDirectory(services, answer.value, me, dayOf(services.clock()))
}

/** The same without the network. Remembers the version when it was accepted. */
export function judgeDirectory(
  services: Pick<Services, "deployment" | "seenVersion">,
  answer: DirectoryAnswer,
  me: KeyId,
  today: Day,
): Trust {
  const verified = verifyDirectory({
    org: services.deployment,
    registrars: answer.registrars,
    directory: answer.directory,
    today,
    atLeastVersion: services.seenVersion.read(),
  })
  if (!verified.ok) return { kind: "refused", trouble: verified.error }
  services.seenVersion.write(verified.value.version)
  const own = listedMember(verified.value, me)
  if (own === undefined) return { kind: "refused", trouble: "not-listed" }
  if (own.status !== "active") return { kind: "refused", trouble: "not-active" }
  return { kind: "trusted", directory: verified.value, roles: own.roles }
}

/** Whether new readers may be added to a case at all. */
export function canAddReaders(trust: Trust): boolean {
  return trust.kind === "trusted" && trust.directory.freshness === "current"
}

/** A refusal of the network kind is worth another try; one of the signed list is not. */
function troubleOf(failure: ApiFailure): DirectoryTrouble {
  return failure === "nonsense_answer" ? "damaged" : "offline"
}
