import type { Card } from "@shn/guidance"
import { Badge, PageTitle, Stack } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { learnHref } from "./addresses.ts"
import { Foot } from "./foot.tsx"
import type { Library } from "./library.ts"

export type SheetProps = {
  readonly library: Library
  readonly title: string
  readonly lead?: ComponentChildren
  /** The cards this page shows: their sources and dates stand at its end. None on a page that only leads on. */
  readonly cards?: readonly Card[]
  /** For a page about one card that is not settled. */
  readonly isToVerify?: boolean
  /** A page that answers to taps is not for paper, and not read aloud before it has answered. */
  readonly hasTools?: boolean
  readonly children: ComponentChildren
}

/** What stands around every guidance page: the way up, the tools, the title, and where the facts come from. */
export function Sheet({ library, title, lead, cards = [], isToVerify = false, ...rest }: SheetProps) {
  const { tool, foot } = library.text
  return (
    <Stack gap="wide">
      <div class="learn-head">
        <nav aria-label={tool.up} class="learn-up">
          <a href={learnHref(library.locale, "index")}>{tool.up}</a>
        </nav>
        <PageTitle lead={lead}>{title}</PageTitle>
        {isToVerify && <Badge tone="warning">{foot.verify}</Badge>}
        {rest.hasTools !== false && (
          <div class="learn-tools" data-tools hidden>
            <button type="button" class="button button--quiet" data-aloud={tool.quiet} hidden>
              {tool.aloud}
            </button>
            <button type="button" class="button button--quiet" data-print>
              {tool.print}
            </button>
          </div>
        )}
      </div>
      {rest.children}
      {cards.length > 0 && <Foot library={library} cards={cards} />}
    </Stack>
  )
}
