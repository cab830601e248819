import type { Day, Locale } from "@shn/domain"
import { agencyRegistry, type RegistryAgency } from "./registry.ts"
import type { Card } from "./schema.ts"

/** The "doors" page alone: an app that asks for agencies only does not carry every other page in its build. */
const DOORS: { readonly [L in Locale]: () => Promise<{ readonly cards: readonly Card[] }> } = {
  en: () => import("./content/en/doors.ts"),
  ur: () => import("./content/ur/doors.ts"),
  "ur-Latn": () => import("./content/ur-Latn/doors.ts"),
}

/**
 * The agencies and their forms in one language, as they stand on a day. Fetched at the first call as one file of the app itself
 * (some 20 kB, no other language with it), and there without a network from then on.
 * @param today by the clock that the caller trusts: it decides who is competent and what is out of date
 * @throws Error when the file cannot be fetched
 */
export async function loadRegistry(locale: Locale, today: Day): Promise<readonly RegistryAgency[]> {
  return agencyRegistry((await DOORS[locale]()).cards, today)
}
