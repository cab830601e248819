import type { Locale } from "@shn/domain"

/** Gives an area's sentences in one language; the other languages are never fetched. */
export type AreaLoader<Area> = (locale: Locale) => Promise<Area>

type AreaModule<Area> = { readonly messages: Area }

/**
 * Makes the loader of an area, in `text/<area>/area.ts`:
 * `export const loadHome = areaLoader({ en: () => import("./en.ts"), ur: () => import("./ur.ts"),
 * "ur-Latn": () => import("./ur-Latn.ts") })`. Each language becomes its own file of the bundle.
 */
export function areaLoader<Area>(
  imports: {
    readonly [L in Locale]: () => Promise<AreaModule<Area>>
  },
): AreaLoader<Area> {
  return async (locale) => (await imports[locale]()).messages
}
