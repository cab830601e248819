import { certifiedAgency } from "../agencies.ts"
import type { VerifiedDirectory } from "../directory.ts"
import type { ComplaintBody } from "./content.ts"
import type { HandOffs, Said } from "./fold.ts"

/**
 * Step 7: the newest revision of every complaint whose agency has no inbox here, in the order in which they were begun. Nothing of
 * them is sent by the helpline: the person, or somebody they trust, files them. A list of staff that is too old says nothing about
 * who has an inbox, so it makes no complaint one of these.
 */
export function draftsToFile(
  { handOffs }: Pick<HandOffs, "handOffs">,
  directory: VerifiedDirectory,
): readonly Said<ComplaintBody>[] {
  return handOffs.flatMap(({ drafts }) => {
    const newest = drafts.at(-1)
    if (newest === undefined) return []
    const agency = certifiedAgency(directory, newest.body.agencyId)
    return !agency.ok && agency.error === "no-such-agency" ? [newest] : []
  })
}
