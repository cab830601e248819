import type { Locale } from "@shn/domain"
import {
  AppHeader,
  type CommonText,
  DemoBanner,
  Footer,
  LanguageSwitch,
  Page,
  QuickExit,
  SkipLink,
  UiProvider,
} from "@shn/ui"
import type { ComponentChildren } from "preact"
import { NEUTRAL_PAGE } from "../exit/neutral.ts"
import { type PageName, pageHref } from "../locale.ts"
import type { PagesText } from "../text/pages/area.ts"
import { learnHref } from "./learn/addresses.ts"

export type FrameProps = {
  readonly locale: Locale
  /** Where the language links lead. */
  readonly page: PageName
  /** The same, for pages below `page`: the address in another language. */
  readonly hrefIn?: (other: Locale) => string
  /** Name of the helpline in this language. */
  readonly name: string
  readonly isDemo: boolean
  readonly common: CommonText
  readonly site: PagesText["site"]
  /** On pages without a script of their own the exit script finds the button by itself. */
  readonly onExit?: () => void
  readonly children: ComponentChildren
}

/** What stands around every page: exit, demo banner, name, languages, the way to the numbers. */
export function Frame(props: FrameProps) {
  const { locale, page, site, common } = props
  return (
    <UiProvider locale={locale} common={common}>
      <SkipLink />
      <QuickExit onExit={props.onExit ?? nothing} fallbackHref={NEUTRAL_PAGE[locale]} />
      <Page
        banner={props.isDemo ? <DemoBanner /> : undefined}
        header={
          <AppHeader name={props.name} homeHref={pageHref(locale, "home")}>
            <LanguageSwitch hrefFor={props.hrefIn ?? ((other) => pageHref(other, page))} />
          </AppHeader>
        }
        footer={
          <Footer
            links={[
              { href: pageHref(locale, "home"), label: site.home },
              { href: learnHref(locale, "index"), label: site.learn },
              { href: pageHref(locale, "danger"), label: site.danger },
              { href: pageHref(locale, "back"), label: site.back },
              { href: pageHref(locale, "privacy"), label: site.privacy },
            ]}
          />
        }
      >
        {props.children}
      </Page>
    </UiProvider>
  )
}

function nothing(): void {}
