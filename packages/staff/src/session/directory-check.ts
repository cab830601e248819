import { type Day, dayOf, type Result } from "@shn/domain"
import { type DirectoryProblem, type VerifiedDirectory, verifyDirectory } from "@shn/sealed"
import { type ApiFailure, api, DESK_ROUTES, type DirectoryAnswer } from "@shn/wire"
import type { StaffServices } from "./services.ts"

/** Why the list of staff keys cannot be relied on. */
export type DirectoryTrouble = DirectoryProblem | "offline" | "not-listed" | "not-active"

/**
 * How far this device trusts the list of staff keys, with what the list says about whoever is signed in. "refused" opens
 * nothing; the caller shows why. An expired list is trusted for what is there already and for nothing new.
 */
export type Trust<Own extends object> =
  | ({ readonly kind: "trusted"; readonly directory: VerifiedDirectory } & Readonly<Own>)
  | { readonly kind: "refused"; readonly trouble: DirectoryTrouble }

/** What a list says about our own key. */
export type OwnPlace<Own extends object> = (
  directory: VerifiedDirectory,
) => Result<Own, "not-listed" | "not-active">

/**
 * PROTOCOL step 3: fetches the directory, checks the chain to the root in this build, refuses one older than this
 * device has seen, and looks for our own key in it. Every origin of the staff serves it at the same place.
 */
export async function fetchTrust<Own extends object>(
  services: StaffServices,
  ownPlace: OwnPlace<Own>,
): Promise<Trust<Own>> {
  const answer = await api(DESK_ROUTES.directory, {}, { fetch: services.fetch })
  if (!answer.ok) return { kind: "refused", trouble: troubleOf(answer.error) }
  return judgeTrust(services, answer.value, ownPlace, dayOf(services.clock()))
}

/** The same without the network. Remembers the version when it was accepted. */
export function judgeTrust<Own extends object>(
  services: Pick<StaffServices, "deployment" | "seenVersion">,
  answer: DirectoryAnswer,
  ownPlace: OwnPlace<Own>,
  today: Day,
): Trust<Own> {
  const verified = verifyDirectory({
    org: services.deployment,
    registrars: answer.registrars,
    directory: answer.directory,
    today,
    atLeastVersion: services.seenVersion.read(),
  })
  if (!verified.ok) return { kind: "refused", trouble: verified.error }
  services.seenVersion.write(verified.value.version)
  const own = ownPlace(verified.value)
  if (!own.ok) return { kind: "refused", trouble: own.error }
  return { kind: "trusted", directory: verified.value, ...own.value }
}

/** A refusal of the network kind is worth another try; one of the signed list is not. */
function troubleOf(failure: ApiFailure): DirectoryTrouble {
  return failure === "nonsense_answer" ? "damaged" : "offline"
}
