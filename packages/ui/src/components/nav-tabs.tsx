import type { ComponentChildren } from "preact"

export type NavTab = {
  readonly key: string
  readonly href: string
  readonly label: ComponentChildren
  /** Things waiting there. Zero shows nothing. */
  readonly count?: number | undefined
}

export type NavTabsProps = {
  readonly label: string
  readonly current: string
  readonly tabs: readonly NavTab[]
}

/** The rooms of the desk, as links. Scrolls sideways on a phone. */
export function NavTabs({ label, current, tabs }: NavTabsProps) {
  return (
    <nav class="nav-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.key}>
            <a href={tab.href} aria-current={tab.key === current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span class="nav-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
