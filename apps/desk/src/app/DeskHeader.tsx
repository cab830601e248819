import type { Locale } from "@shn/domain"
import { localeHref } from "@shn/staff"
import { AppHeader, Button, LanguageSwitch, NavTabs } from "@shn/ui"
import type { Deployment } from "@shn/wire"
import type { Session } from "../session/door.ts"
import type { DeskText } from "../text/all.ts"
import { tabHref } from "./local-link.ts"
import { type DeskRoute, tabOf, tabsFor } from "./route.ts"

/** Top of every screen: the helpline, the language and, for whoever is signed in, their name and their rooms. */
export function DeskHeader(props: {
  readonly deployment: Deployment
  readonly locale: Locale
  readonly text: DeskText
  readonly session: Session | null
  readonly place: DeskRoute | null
  readonly onSignOut: () => void
}) {
  const { deployment, locale, text, session, place } = props
  const home = session === null || place === null ? localeHref(locale) : tabHref(tabOf(place))
  return (
    <AppHeader name={deployment.name[locale]} homeHref={home} tagline={text.shell.desk}>
      <div class="desk-tools">
        <LanguageSwitch hrefFor={localeHref} />
        {session !== null && (
          <div class="desk-me">
            <span>{text.shell.signedInAs(session.alias, rolesInWords(text, session))}</span>
            <Button kind="link" icon="exit" onClick={props.onSignOut}>
              {text.shell.signOut}
            </Button>
          </div>
        )}
      </div>
      {session !== null && place !== null && (
        <NavTabs
          label={text.shell.navigation}
          current={tabOf(place)}
          tabs={tabsFor(session.roles).map((tab) => ({
            key: tab,
            href: tabHref(tab),
            label: text.shell.tabs[tab],
          }))}
        />
      )}
    </AppHeader>
  )
}

function rolesInWords(text: DeskText, session: Session): string {
  return session.roles.map((role) => text.words.staffRole[role]).join(text.shell.and)
}
