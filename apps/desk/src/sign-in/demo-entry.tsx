import type { Locale } from "@shn/domain"
import { Button, Card, LoadingState, Notice } from "@shn/ui"
import { api, DEMO_ROUTES, type DemoSignInsAnswer, type v } from "@shn/wire"
import { Secret, TOTP } from "otpauth"
import { useEffect, useState } from "preact/hooks"
import type { Services } from "../session/services.ts"
import type { SignInWords } from "../session/sign-in.ts"
import type { DeskText } from "../text/all.ts"
import { type DemoText, loadDemoText } from "../text/demo/area.ts"
import type { Enter } from "./SignInScreen.tsx"

type DemoStaff = v.InferOutput<typeof DemoSignInsAnswer>["signIns"][number]

/**
 * Demo helpline only: one tap signs a made-up member of staff in, with the passphrase and the code that the demo
 * server gives away. A real build does not contain this file; tests/honesty/demo-code.test.ts proves it.
 */
export function DemoEntry(props: {
  readonly locale: Locale
  readonly text: DeskText
  readonly services: Services
  readonly isBusy: boolean
  readonly enter: Enter
  /** The newest six digits used for each name, as the number of their half minute. */
  readonly usedSteps: Map<string, number>
}) {
  const { locale, services, text, isBusy, enter, usedSteps } = props
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
  const tryAs = async (one: DemoStaff) => {
    const failure = await enter(wordsOf(one, usedSteps, services.clock()))
    // Another tab may have used these digits within the half minute: then the next ones, once.
    if (failure?.kind === "codeUsed") await enter(wordsOf(one, usedSteps, services.clock()))
  }
  if (words === null) return null
  return (
    <Card title={words.title} tone="soft">
      <p>{words.intro}</p>
      {staff === null && <LoadingState lines={2} />}
      {staff === "failed" && <Notice kind="warning">{words.failed}</Notice>}
      {Array.isArray(staff) && (
        <ul class="demo-staff">
          {staff.map((one: DemoStaff) => (
            <li key={one.alias}>
              <Button kind="quiet" icon="person" wide busy={isBusy} onClick={() => void tryAs(one)}>
                {words.tryAs(one.alias, roleWord(text, one.role))}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const STEP_MS = 30_000

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

/** The field, or the role of somebody who has none, in words. The demo names both: "expert, psych". */
function roleWord(text: DeskText, role: string): string {
  const known: Readonly<Record<string, string>> = { ...text.words.staffRole, ...text.words.discipline }
  return known[role.split(", ").at(-1) ?? ""] ?? role
}
