import type { ComponentChildren } from "preact"

/** Longer reading: headings, paragraphs and lists with room to breathe. */
export function Prose({ children }: { readonly children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}
