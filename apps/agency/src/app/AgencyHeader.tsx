import type { Locale } from "@shn/domain"
import { localeHref } from "@shn/staff"
import { AppHeader, Button, isolateName, LanguageSwitch } from "@shn/ui"
import type { Deployment } from "@shn/wire"
import type { Session } from "../session/door.ts"
import type { AgencyText } from "../text/all.ts"
import { INBOX_HREF } from "./place.ts"

/** Top of every screen: the helpline, the language and, for whoever is signed in, their name and agency. */
export function AgencyHeader(props: {
  readonly deployment: Deployment
  readonly locale: Locale
  readonly text: AgencyText
  readonly session: Session | null
  readonly onSignOut: () => void
}) {
  const { deployment, locale, text, session } = props
  return (
    <AppHeader
      name={deployment.name[locale]}
      homeHref={session === null ? localeHref(locale) : INBOX_HREF}
      tagline={text.shell.app}
    >
      <div class="agency-tools">
        <LanguageSwitch hrefFor={localeHref} />
        {session !== null && (
          <div class="agency-me">
            <span>
              {text.shell.signedInAs(isolateName(session.alias), isolateName(agencyName(session, locale)))}
            </span>
            <Button kind="link" icon="exit" onClick={props.onSignOut}>
              {text.shell.signOut}
            </Button>
          </div>
        )}
      </div>
    </AppHeader>
  )
}

/** As the helpline's list names it; its short name while the list is refused. */
function agencyName({ trust, agencyId }: Session, locale: Locale): string {
  return trust.kind === "trusted" ? trust.agency.names[locale] : agencyId
}
