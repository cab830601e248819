import type { ComponentChildren } from "preact"

export type Fact = { readonly term: ComponentChildren; readonly detail: ComponentChildren }

/** Names with their values: what was chosen, what our computer sees. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl class="facts">
      {items.map((item, index) => (
        <div class="fact" key={`${index}`}>
          <dt>{item.term}</dt>
          <dd>{item.detail}</dd>
        </div>
      ))}
    </dl>
  )
}
