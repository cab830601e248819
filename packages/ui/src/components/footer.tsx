import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"

export type FooterProps = {
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined
  readonly children?: ComponentChildren
}

/** End of the page. Says honestly when nobody has checked the translation. */
export function Footer({ links = [], children }: FooterProps) {
  const { locale, common } = useUi()
  return (
    <footer class="footer">
      {links.length > 0 && (
        <ul class="footer-links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      {children}
      {locale !== "en" && <p class="footer-review">{common.notReviewed}</p>}
    </footer>
  )
}
