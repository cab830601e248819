import type { Locale } from "@shn/domain"
import {
  ClockNotice,
  type Enter,
  parsePageLink,
  SignInScreen,
  TrustNotice,
  useHistory,
  useLocale,
  useLocalLinks,
} from "@shn/staff"
import { Button, DemoBanner, Footer, Notice, Page, SkipLink, Stack, UiProvider } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useEffect, useErrorBoundary } from "preact/hooks"
import { InboxScreen } from "../inbox/InboxScreen.tsx"
import { ReleaseScreen } from "../release/ReleaseScreen.tsx"
import { AGENCY_DOOR, type Session } from "../session/door.ts"
import { keyState } from "../session/inbox-keys.ts"
import type { Services } from "../session/services.ts"
import { type AgencyText, loadAgencyText } from "../text/all.ts"
import { AgencyHeader } from "./AgencyHeader.tsx"
import { AgencyProvider } from "./agency-context.tsx"
import { INBOX, INBOX_HREF, type Place, placeOf } from "./place.ts"
import { useAgencyState } from "./use-agency-state.ts"

/** Shows the made-up officers on the sign-in screen; only a demo build has one. */
export type DemoSlot = (props: {
  readonly locale: Locale
  readonly services: Services
  readonly isBusy: boolean
  readonly enter: Enter
}) => ComponentChildren

export type AgencyAppProps = {
  readonly services: Services
  readonly firstLocale: Locale
  readonly demo: DemoSlot | null
  /** False on a plain http address of another machine: browsers then have no cryptography for us. */
  readonly isSecure: boolean
}

/** The whole app: one language, one officer, one place at a time. */
export function AgencyApp({ services, firstLocale, demo, isSecure }: AgencyAppProps) {
  const { locale, text, setLocale } = useLocale(firstLocale, loadAgencyText)
  const { state, send, agency, signOut, offsetMs } = useAgencyState(services, locale, text)
  const [error, forget] = useErrorBoundary()
  const { signedIn, ended } = state
  const place = signedIn === null ? null : placeOf(signedIn.trail)

  useHistory(signedIn?.trail.at ?? null, (position) => send({ type: "moved", position }))
  useLocalLinks(parseLink, (link) => {
    if (link === "inbox") send({ type: "went", place: INBOX })
    else if (link.kind === "locale") setLocale(link.locale)
    else document.getElementById("main")?.focus()
  })
  // Warnings stand above the title that takes the focus: a new place begins at the very top.
  useEffect(() => {
    if (place !== null) window.scrollTo(0, 0)
  }, [place])
  useEffect(() => {
    // The number of a complaint stands in no title: titles are kept in the browser's list of visited pages.
    if (text !== null) document.title = text.shell.app
  }, [text])

  if (text === null) return <div class="agency" />
  return (
    <UiProvider locale={locale} common={text.common}>
      <div class="agency">
        <SkipLink />
        <Page
          width="desk"
          banner={services.deployment.demo ? <DemoBanner /> : undefined}
          header={
            <AgencyHeader
              deployment={services.deployment}
              locale={locale}
              text={text}
              session={signedIn?.session ?? null}
              onSignOut={() => {
                signOut()
                forget()
              }}
            />
          }
          footer={<Footer />}
        >
          <Stack gap="wide">
            {!isSecure && (
              <Notice kind="danger" title={text.shell.insecureTitle} live="assertive">
                <p>{text.shell.insecure}</p>
              </Notice>
            )}
            <ClockNotice clock={services.clock} offsetMs={offsetMs} locale={locale} words={text.shell} />
            {error !== undefined ? (
              <Notice
                kind="danger"
                title={text.shell.brokenTitle}
                live="assertive"
                actions={<Button onClick={() => location.reload()}>{text.shell.reload}</Button>}
              >
                <p>{text.shell.broken}</p>
              </Notice>
            ) : agency === null || signedIn === null || place === null ? (
              <SignInScreen
                key={ended?.memberId ?? ""}
                text={{
                  ...text.door,
                  signIn: text.signIn,
                  failure: text.failure,
                  endedTitle: text.shell.sessionEndedTitle,
                  ended: text.shell.sessionEnded,
                }}
                services={services}
                door={AGENCY_DOOR}
                alias={ended?.alias ?? ""}
                hasEnded={ended !== null}
                onSignedIn={(session) => send({ type: "signed_in", session })}
                demo={
                  demo === null ? undefined : (enter, isBusy) => demo({ locale, services, isBusy, enter })
                }
              />
            ) : (
              <AgencyProvider agency={agency}>
                <Stack gap="wide">
                  <TrustNotice trust={signedIn.session.trust} words={text.shell} locale={locale} />
                  <KeyNotice session={signedIn.session} text={text} />
                  {signedIn.session.trust.kind === "trusted" && <Screen place={place} />}
                </Stack>
              </AgencyProvider>
            )}
          </Stack>
        </Page>
      </div>
    </UiProvider>
  )
}

/** The screen of a place; the key makes each visit begin afresh. */
function Screen({ place }: { readonly place: Place }) {
  return place.name === "inbox" ? (
    <InboxScreen key="inbox" />
  ) : (
    <ReleaseScreen key={place.releaseId} releaseId={place.releaseId} />
  )
}

/** Says why something new may not open: the key of the inbox has changed, or was never handed over. */
function KeyNotice({ session, text }: { readonly session: Session; readonly text: AgencyText }) {
  const key = keyState(session.inboxes, session.trust)
  if (key === "held" || key === "unknown") return null
  return (
    <Notice kind="warning" title={text.shell.keyTitle} live="polite">
      <p>{text.shell.key[key]}</p>
    </Notice>
  )
}

function parseLink(href: string) {
  return href === INBOX_HREF ? ("inbox" as const) : parsePageLink(href)
}
