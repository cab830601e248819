import type { Locale } from "@shn/domain"
import { Button, Card, LoadingState, Notice } from "@shn/ui"
import { api, DEMO_ROUTES, type DemoSignInsAnswer, type v } from "@shn/wire"
import { Secret, TOTP } from "otpauth"
import { useEffect, useState } from "preact/hooks"
import type { StaffServices } from "../session/services.ts"
import type { SignInWords } from "../session/sign-in.ts"
import type { Enter } from "../sign-in/SignInScreen.tsx"
import { type DemoText, loadDemoText } from "../text/demo/area.ts"

/** Seconds to wait for the next six digits: when the waiting began, and now. */
type Waiting = { readonly alias: string; readonly inAll: number; readonly seconds: number }

type DemoStaff = v.InferOutput<typeof DemoSignInsAnswer>["signIns"][number]

/**
 * Demo helpline only: one tap signs somebody made-up in, with the passphrase and the code that the demo
 * server gives away. A real build does not contain this file; tests/honesty/demo-code.test.ts proves it.
 */
export function DemoEntry(props: {
  readonly locale: Locale
  /** Whose sign-ins these are. */
  readonly who: "staff" | "officers"
  /** What somebody does, in words, from how the demo names it. */
  readonly roleWord: (role: string) => string
  readonly services: StaffServices
  readonly isBusy: boolean
  readonly enter: Enter
  /** The newest six digits used for each name, as the number of their half minute. */
  readonly usedSteps: Map<string, number>
}) {
  const { locale, who, roleWord, services, isBusy, enter, usedSteps } = props
  const [words, setWords] = useState<DemoText | null>(null)
  const [staff, setStaff] = useState<readonly DemoStaff[] | "failed" | null>(null)
  useEffect(() => {
    void loadDemoText(locale).then(setWords)
  }, [locale])
  useEffect(() => {
    void api(DEMO_ROUTES.demoSignIns, {}, { fetch: services.fetch }).then((answer) =>
      setStaff(answer.ok ? answer.value.signIns : "failed"),
    )
  }, [services])
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const tryAs = async (one: DemoStaff) => {
    // Another tab may have used these digits within the half minute: then the next ones, or those after them.
    for (let tries = 1; ; tries++) {
      const begin = usableFromMs(one, usedSteps, services.clock())
      const inAll = Math.ceil((begin - services.clock()) / 1000)
      for (let left = begin - services.clock(); left > 0; left = begin - services.clock()) {
        setWaiting({ alias: one.alias, inAll, seconds: Math.ceil(left / 1000) })
        await new Promise((resume) => setTimeout(resume, Math.min(left, 1000)))
      }
      setWaiting(null)
      const failure = await enter(
        wordsOf(one, usedSteps, services.clock()),
        ({ kind }) => kind === "codeUsed" && tries < 3,
      )
      if (failure?.kind !== "codeUsed" || tries === 3) return
    }
  }
  if (words === null) return null
  return (
    <Card title={words[who].title} tone="soft">
      <p>{words.intro}</p>
      {staff === null && <LoadingState lines={2} />}
      {staff === "failed" && <Notice kind="warning">{words[who].failed}</Notice>}
      {/* Seen, it counts down; read out, it is said once. */}
      <p role="status" class="visually-hidden">
        {waiting !== null && words.waiting(waiting.alias, waiting.inAll)}
      </p>
      {waiting !== null && (
        <div aria-hidden="true" class="demo-waiting">
          <Notice kind="info">
            <p>{words.waiting(waiting.alias, waiting.seconds)}</p>
          </Notice>
        </div>
      )}
      {Array.isArray(staff) && (
        <ul class="demo-staff">
          {staff.map((one: DemoStaff) => (
            <li key={one.alias}>
              <Button
                kind="quiet"
                icon="person"
                wide
                busy={isBusy || waiting !== null}
                onClick={() => void tryAs(one)}
              >
                {words.tryAs(one.alias, roleWord(one.role))}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const STEP_MS = 30_000

/** When there are six digits that were not used yet and that the server takes already (ms). */
function usableFromMs(one: DemoStaff, used: ReadonlyMap<string, number>, nowMs: number): number {
  const isSpent = (used.get(one.alias) ?? 0) > Math.floor(nowMs / STEP_MS)
  return isSpent ? (Math.floor(nowMs / STEP_MS) + 1) * STEP_MS : nowMs
}

/**
 * Each six digits work once. Coming back within half a minute therefore takes the next ones, which the server accepts
 * a little early.
 */
function wordsOf(one: DemoStaff, used: Map<string, number>, nowMs: number): SignInWords {
  const now = Math.floor(nowMs / STEP_MS)
  const step = Math.min(now + 1, Math.max(now, (used.get(one.alias) ?? 0) + 1))
  used.set(one.alias, step)
  const totp = new TOTP({ secret: Secret.fromBase32(one.totpSecret) })
  return {
    alias: one.alias,
    passphrase: one.passphrase,
    totp: totp.generate({ timestamp: step * STEP_MS }),
  }
}
