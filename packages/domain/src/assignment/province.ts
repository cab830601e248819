import type { Day } from "../day.ts"
import type { ExpertProfile } from "../expert-profile.ts"
import { isOnLeave } from "../service-hours.ts"
import type { Discipline, Province, SpokenLanguage } from "../vocabulary.ts"

/**
 * Fewest experts that must share a cell before a province is told to the router.
 *
 * The facets are deleted when somebody accepts, but the roster goes on naming the expert. Where one or two alone
 * serve a language in a province, telling the province decides the name, and the name then tells the province for
 * as long as the case exists. With "any" the choice does not depend on where the person is. Three is the least at
 * which winner and runner-up together still leave somebody else who could have been named. It makes the hint weak,
 * not impossible: an expert licensed in one province only is always a hint.
 */
export const LEAST_EXPERTS_PER_CELL = 3

/** What may be told: the province, or "any" where too few experts share the cell. */
export function provinceToAsk(province: Province | "any", expertsInCell: number): Province | "any" {
  return expertsInCell < LEAST_EXPERTS_PER_CELL ? "any" : province
}

/**
 * How many experts can serve a discipline in a language in a province: credential valid on `today` and covering
 * the province, within reach, the language at any level, not on leave. Load is left out, so that the answer does
 * not change with every case and a change tells nothing about one.
 */
export function countExpertsInCell(
  pool: readonly ExpertProfile[],
  cell: { readonly discipline: Discipline; readonly language: SpokenLanguage; readonly province: Province },
  today: Day,
): number {
  return pool.filter(
    (expert) =>
      !isOnLeave(expert.leave, today) &&
      expert.languages.some(({ code }) => code === cell.language) &&
      covers(expert.reach, cell.province) &&
      expert.credentials.some(
        ({ discipline, validUntil, provinces }) =>
          discipline === cell.discipline && validUntil >= today && covers(provinces, cell.province),
      ),
  ).length
}

/** An empty list of provinces means the whole country. */
function covers(provinces: readonly Province[], province: Province): boolean {
  return provinces.length === 0 || provinces.includes(province)
}
