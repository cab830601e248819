import { useUi } from "../ui-context.tsx"

/** On every page of a demo build: nothing real belongs here. */
export function DemoBanner() {
  const { common } = useUi()
  return (
    <aside class="demo-banner" aria-label={common.demoTitle}>
      <strong>{common.demoTitle}</strong>: {common.demo}
    </aside>
  )
}
