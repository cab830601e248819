import type { ActFamily, ComplaintMatter, ConsentPurpose } from "@shn/domain"
import { competentAgencies, type FilingQuestion, type RegistryAgency, type RegistryForm } from "@shn/guidance"
import { certifiedAgency, type ListedAgency, type VerifiedDirectory } from "@shn/sealed"

/** One agency that a matter may go to, as the desk can reach it. */
export type AgencyChoice = {
  readonly agency: RegistryAgency
  /** The first form of the registry is the one that a complaint follows; null when the registry knows none. */
  readonly form: RegistryForm | null
  /** "inbox": a sealed package goes to it from here. "by_hand": the person files it. */
  readonly way: "inbox" | "by_hand"
  /** Offices that people take for it. */
  readonly wrongDoors: readonly RegistryAgency[]
}

/** The agencies that are competent, those with an inbox here first. */
export function agencyChoices(
  registry: readonly RegistryAgency[],
  question: FilingQuestion,
  directory: VerifiedDirectory,
): readonly AgencyChoice[] {
  const found = competentAgencies(registry, question).map(
    (agency): AgencyChoice => ({
      agency,
      form: agency.forms[0] ?? null,
      way: inboxOf(directory, agency.id) === null ? "by_hand" : "inbox",
      wrongDoors: registry.filter(({ id }) => agency.wrongDoors.includes(id)),
    }),
  )
  return found.toSorted((one, other) => Number(one.way === "by_hand") - Number(other.way === "by_hand"))
}

/** The agency's inbox here; null when it has none, or the list of keys is too old for anything new. */
export function inboxOf(directory: VerifiedDirectory, agencyId: string): ListedAgency | null {
  const found = certifiedAgency(directory, agencyId)
  return found.ok ? found.value : null
}

/** What the person tapped on the first day, as a first guess of the matter; null where nothing can be guessed. */
export function likelyMatter(act: ActFamily | null): ComplaintMatter | null {
  return act === null ? null : LIKELY[act]
}

const LIKELY: Readonly<Record<ActFamily, ComplaintMatter | null>> = {
  workplace: "workplace",
  education: "education",
  public_space: "public_space",
  online_contact: "cybercrime",
  intimate_images: "cybercrime",
  blackmail: "cybercrime",
  impersonation: "cybercrime",
  account_attack: "cybercrime",
  reputation: "cybercrime",
  family: "family",
  child_safety: "child_material",
  ask_human: null,
}

/** What a complaint to this agency is usually for; the drafter may choose otherwise. */
export function usualPurpose(agencyId: string, matter: ComplaintMatter): ConsentPurpose {
  if (matter === "content_removal") return "content_removal"
  if (matter === "advice") return "advice"
  if (agencyId === "door-committee" || agencyId === "door-university") return "institution_inquiry"
  return matter === "workplace" || matter === "education" || matter === "bad_government_service"
    ? "ombudsperson_complaint"
    : "investigation"
}
