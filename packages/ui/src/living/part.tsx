import type { ComponentChildren } from "preact"

export type PartProps = { readonly name: string; readonly children: ComponentChildren }

/** One named group of the living page. */
export function Part({ name, children }: PartProps) {
  return (
    <section class="living-part">
      <h3 class="living-name">{name}</h3>
      {children}
    </section>
  )
}
