import type { ComponentChildren } from "preact"
import { Icon } from "./icon.tsx"

export type AppHeaderProps = {
  /** Name of the helpline that runs this. */
  readonly name: string
  readonly homeHref: string
  /** A few words below the name. */
  readonly tagline?: string | undefined
  /** `LanguageSwitch`, desk navigation. */
  readonly children?: ComponentChildren
}

/** Name of the helpline, leading home. */
export function AppHeader({ name, homeHref, tagline, children }: AppHeaderProps) {
  return (
    <header class="app-header">
      <a class="app-header-name" href={homeHref}>
        <span class="app-header-mark" aria-hidden="true">
          <Icon name="heart" />
        </span>
        <span class="app-header-words">
          <span class="app-header-title">{name}</span>
          {tagline !== undefined && <span class="app-header-tagline">{tagline}</span>}
        </span>
      </a>
      {children !== undefined && <div class="app-header-tools">{children}</div>}
    </header>
  )
}
