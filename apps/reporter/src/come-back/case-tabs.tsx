import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"

export type CaseTab = "talk" | "leaves" | "readers" | "rules"

export type CaseTabsProps = {
  readonly label: string
  readonly tabs: readonly { readonly key: CaseTab; readonly label: string }[]
  readonly current: CaseTab
  readonly onChange: (tab: CaseTab) => void
  readonly children: ComponentChildren
}

/** The rooms of an opened case, inside one page: no address, no history entry. Arrow keys move between them. */
export function CaseTabs({ label, tabs, current, onChange, children }: CaseTabsProps) {
  const id = useId()
  const move = (event: KeyboardEvent) => {
    const isRtl = document.documentElement.dir === "rtl"
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    const at = tabs.findIndex((tab) => tab.key === current)
    const next = tabs[(at + (isRtl ? -step : step) + tabs.length) % tabs.length]
    if (next === undefined) return
    onChange(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === current ? "true" : "false"}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </>
  )
}
