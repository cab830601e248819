import type { Locale } from "@shn/domain"
import {
  Button,
  DemoBanner,
  directionOf,
  Footer,
  formatClockTime,
  Notice,
  Page,
  SkipLink,
  Stack,
  UiProvider,
} from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useEffect, useErrorBoundary, useState } from "preact/hooks"
import type { Services } from "../session/services.ts"
import { type Enter, SignInScreen } from "../sign-in/SignInScreen.tsx"
import { type DeskText, loadDeskText } from "../text/all.ts"
import { DeskHeader } from "./DeskHeader.tsx"
import { DeskProvider } from "./desk-context.tsx"
import { isClockWrong } from "./device-clock.ts"
import { localeHref } from "./local-link.ts"
import { placeOf, tabOf } from "./route.ts"
import { SignedIn } from "./SignedIn.tsx"
import { TrustNotice } from "./TrustNotice.tsx"
import { useDeskState } from "./use-desk-state.ts"
import { useHistory } from "./use-history.ts"
import { useLocalLinks } from "./use-local-links.ts"

/** Shows the made-up staff on the sign-in screen; only a demo build has one. */
export type DemoSlot = (props: {
  readonly locale: Locale
  readonly text: DeskText
  readonly services: Services
  readonly isBusy: boolean
  readonly enter: Enter
}) => ComponentChildren

export type DeskAppProps = {
  readonly services: Services
  readonly firstLocale: Locale
  readonly demo: DemoSlot | null
  /** False on a plain http address of another machine: browsers then have no cryptography for us. */
  readonly isSecure: boolean
}

/** The whole desk: one language, one session, one place at a time. */
export function DeskApp({ services, firstLocale, demo, isSecure }: DeskAppProps) {
  const { locale, text, setLocale } = useLocale(firstLocale)
  const { state, send, desk, offsetMs } = useDeskState(services, locale, text)
  const [error, forget] = useErrorBoundary()
  const { signedIn, ended } = state
  const place = signedIn === null ? null : placeOf(signedIn.trail)

  useHistory(signedIn?.trail ?? null, (position) => send({ type: "moved", position }))
  useLocalLinks((link) => {
    if (link.kind === "locale") setLocale(link.locale)
    else if (link.kind === "tab") send({ type: "went", route: link.route })
    else document.getElementById("main")?.focus()
  })

  const tab = place === null ? null : tabOf(place)
  // Warnings stand above the title that takes the focus: a new place begins at the very top.
  useEffect(() => {
    if (place !== null) window.scrollTo(0, 0)
  }, [place])
  useEffect(() => {
    if (text === null) return
    const where = tab === null ? text.signIn.title : text.shell.tabs[tab]
    document.title = `${where} · ${text.shell.desk}`
  }, [text, tab])

  if (text === null) return <div class="desk" />
  const signOut = () => {
    void desk?.signOut()
    forget()
  }
  return (
    <UiProvider locale={locale} common={text.common}>
      <div class="desk">
        <SkipLink />
        <Page
          width="desk"
          banner={services.deployment.demo ? <DemoBanner /> : undefined}
          header={
            <DeskHeader
              deployment={services.deployment}
              locale={locale}
              text={text}
              session={signedIn?.session ?? null}
              place={place}
              onSignOut={signOut}
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
            {isClockWrong(offsetMs) && (
              <Notice kind="warning" title={text.shell.clockTitle}>
                <p>
                  {text.shell.clock(
                    formatClockTime(services.clock(), locale),
                    formatClockTime(services.clock() + offsetMs, locale),
                  )}
                </p>
              </Notice>
            )}
            {error !== undefined ? (
              <Notice
                kind="danger"
                title={text.shell.brokenTitle}
                live="assertive"
                actions={<Button onClick={() => location.reload()}>{text.shell.reload}</Button>}
              >
                <p>{text.shell.broken}</p>
              </Notice>
            ) : desk === null || signedIn === null || place === null ? (
              <SignInScreen
                key={ended?.memberId ?? ""}
                text={text}
                services={services}
                alias={ended?.alias ?? ""}
                hasEnded={ended !== null}
                onSignedIn={(session) => send({ type: "signed_in", session })}
                demo={
                  demo === null
                    ? undefined
                    : (enter, isBusy) => demo({ locale, text, services, isBusy, enter })
                }
              />
            ) : (
              <DeskProvider desk={desk.desk}>
                <Stack gap="wide">
                  <TrustNotice trust={signedIn.session.trust} text={text} locale={locale} />
                  <SignedIn place={place} />
                </Stack>
              </DeskProvider>
            )}
          </Stack>
        </Page>
      </div>
    </UiProvider>
  )
}

function useLocale(first: Locale) {
  const [locale, setLocale] = useState(first)
  const [loaded, setLoaded] = useState<{ readonly locale: Locale; readonly text: DeskText } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void loadDeskText(locale).then((text) => {
      if (!isCurrent) return
      setLoaded({ locale, text })
      document.documentElement.lang = locale
      document.documentElement.dir = directionOf(locale)
      history.replaceState(history.state, "", localeHref(locale))
    })
    return () => {
      isCurrent = false
    }
  }, [locale])
  // The old language stays on the screen until the new one is here: words and direction change together.
  return { locale: loaded?.locale ?? locale, text: loaded?.text ?? null, setLocale }
}
