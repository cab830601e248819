import type { Locale } from "@shn/domain"
import {
  ClockNotice,
  type Enter,
  SignInScreen,
  TrustNotice,
  useHistory,
  useLocale,
  useLocalLinks,
} from "@shn/staff"
import { Button, DemoBanner, Footer, Notice, Page, SkipLink, Stack, UiProvider } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useEffect, useErrorBoundary, useState } from "preact/hooks"
import { DESK_DOOR } from "../session/door.ts"
import type { Services } from "../session/services.ts"
import { type DeskText, loadDeskText } from "../text/all.ts"
import { DeskHeader } from "./DeskHeader.tsx"
import { DeskProvider } from "./desk-context.tsx"
import { parseLocalLink } from "./local-link.ts"
import { placeOf, tabOf } from "./route.ts"
import { SignedIn } from "./SignedIn.tsx"
import { SignOutQuestion } from "./SignOutQuestion.tsx"
import { useDeskState } from "./use-desk-state.ts"

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
  const { locale, text, setLocale } = useLocale(firstLocale, loadDeskText)
  const { state, send, desk, offsetMs } = useDeskState(services, locale, text)
  const [error, forget] = useErrorBoundary()
  const [isLeaving, setLeaving] = useState(false)
  const { signedIn, ended } = state
  const place = signedIn === null ? null : placeOf(signedIn.trail)

  useHistory(signedIn?.trail.at ?? null, (position) => send({ type: "moved", position }))
  useLocalLinks(parseLocalLink, (link) => {
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
    setLeaving(false)
    void desk?.signOut()
    forget()
  }
  const isSomethingUnsent = Object.keys(state.unsent).length > 0
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
              onSignOut={() => (isSomethingUnsent ? setLeaving(true) : signOut())}
            />
          }
          footer={<Footer />}
        >
          <SignOutQuestion open={isLeaving} text={text} onYes={signOut} onClose={() => setLeaving(false)} />
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
            ) : desk === null || signedIn === null || place === null ? (
              <SignInScreen
                key={ended?.memberId ?? ""}
                text={{
                  ...text.signIn,
                  signIn: text.signIn,
                  endedTitle: text.shell.sessionEndedTitle,
                  ended: text.shell.sessionEnded,
                  failure: text.problems.failure,
                }}
                services={services}
                door={DESK_DOOR}
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
                  <TrustNotice trust={signedIn.session.trust} words={text.shell} locale={locale} />
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
