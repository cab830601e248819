import { LOCALES, type Locale } from "@shn/domain"
import { directionOf, LANGUAGE_NAMES } from "../text/languages.ts"
import { useUi } from "../ui-context.tsx"
import { classes } from "./classes.ts"

export type LanguageSwitchProps = {
  /** Address of this same page in another language. */
  readonly hrefFor: (locale: Locale) => string
}

/** Plain links to this page in each language, each named in that language. Works without JavaScript. */
export function LanguageSwitch({ hrefFor }: LanguageSwitchProps) {
  const { locale: current, common } = useUi()
  return (
    <nav
      class={classes("language-switch", current !== "ur" && "language-switch--latin")}
      aria-label={common.languages}
    >
      <ul>
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={hrefFor(locale)}
              lang={locale}
              hreflang={locale}
              dir={directionOf(locale)}
              aria-current={locale === current ? "true" : undefined}
            >
              {LANGUAGE_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
