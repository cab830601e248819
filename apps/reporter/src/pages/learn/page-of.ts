import { KINDS, type Kind, type PageName } from "@shn/guidance"

/** The content page that a kind of card belongs to. */
export function pageOf(kind: Kind): PageName {
  return KINDS[kind].page
}
