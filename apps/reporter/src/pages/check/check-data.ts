import type { PageData } from "../page-data.ts"

/** A card that the result only names and links to. */
export type NamedCard = {
  readonly title: string
  readonly line: string
  readonly href: string
  /** We could not fully confirm it. */
  readonly isToVerify: boolean
}

/** What the prerendered page carries for "Is this harassment?": names and ways, so that whole pages of law stay away. */
export type CheckData = PageData & {
  readonly laws: { readonly [id: string]: NamedCard }
  readonly doors: { readonly [id: string]: NamedCard }
  /** The short mark of a fact that we could not fully confirm. */
  readonly verifyMark: string
  /** "not legal advice" */
  readonly notice: string
}
