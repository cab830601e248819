/**
 * One catalogue of sentences: plain strings, functions for sentences with parts that change,
 * and groups of either (one group per vocabulary, for example `lane: { P0: ... }`).
 */
export type Catalogue = { readonly [key: string]: string | MessageFunction | Catalogue }
type MessageFunction = (...parts: never[]) => string

/** The shape a translation of `Source` must have: the same keys, the same parts, any words. */
export type Messages<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Messages<Source[Key]>
}

/**
 * States the English sentences of one area; English is the source that translations are made from.
 * File `text/<area>/en.ts`: `export const messages = defineArea({ ... })`. Its siblings `ur.ts` and
 * `ur-Latn.ts`: `export const messages = { ... } satisfies Messages<typeof en>` with
 * `import type { messages as en } from "./en.ts"`.
 */
export function defineArea<Source extends Catalogue>(english: Source): Messages<Source>
export function defineArea(english: Catalogue): Catalogue {
  return english
}
