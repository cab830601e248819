import { type DeclineReason, dayOf, parseAlias } from "@shn/domain"
import { utf8 } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import {
  answerOffer,
  deriveStaffSecret,
  type MemberKeys,
  type OpenedCase,
  openCase,
  sealMessage,
  unlockMember,
} from "@shn/sealed"
import {
  api,
  type CaseView,
  DESK_ROUTES,
  type Deployment,
  type OfferView,
  type PartFetch,
  type Route,
  type v,
} from "@shn/wire"
import { TOTP } from "otpauth"
import { directoryOf, must, Refused } from "./person.ts"
import type { Running, SignIn } from "./running.ts"

/** A member of staff without a screen. */
export type Colleague = {
  readonly keys: MemberKeys
  readonly call: <R extends Route>(
    route: R,
    body: v.InferInput<R["request"]>,
  ) => Promise<v.InferOutput<R["answer"]>>
  /** Sends and fetches parts of files in the same session. */
  readonly partFetch: PartFetch
}

/** Signs in with both factors. @param atMs the moment whose six digits are used; each can be used once */
export async function signIn(run: Running, alias: string, atMs: number = Date.now()): Promise<Colleague> {
  const sheet = run.signIns.find((one) => one.alias === alias)
  if (sheet === undefined) throw new Error(`no sign-in for ${alias}`)
  return signInWith(run, sheet, codeAt(sheet, atMs))
}

export function codeAt(sheet: SignIn, atMs: number): string {
  return new TOTP({ secret: sheet.totpSecret }).generate({ timestamp: atMs })
}

/** Calls the desk's routes as a browser that has not signed in yet; it keeps the cookie it is given. */
export function stranger(run: Running): Colleague["call"] {
  return visitOf(run).call
}

function visitOf(run: Running): Omit<Colleague, "keys"> {
  let cookie = ""
  const partFetch: PartFetch = async (path, init) => {
    const headers = { ...init.headers, origin: run.desk, cookie }
    // Not every resolver knows desk.localhost; the origin header says which site this is.
    const url = `http://127.0.0.1:${run.deskLine.port}${path}`
    const response = await fetch(url, { ...init, headers } as RequestInit)
    const set = response.headers.get("set-cookie")
    if (set !== null) cookie = set.split(";")[0] ?? ""
    return response
  }
  return {
    partFetch,
    call: async (route, body) => {
      const answer = await api(route, body, {
        fetch: (path, { body: text, ...init }) =>
          partFetch(path, text === undefined ? init : { ...init, body: utf8(text) }),
      })
      if (!answer.ok) throw new Refused(answer.error, route.path)
      return answer.value
    },
  }
}

export async function signInWith(run: Running, sheet: SignIn, totp: string): Promise<Colleague> {
  const { call, partFetch } = visitOf(run)
  const alias = must(parseAlias(sheet.alias))
  const { salt, kdf } = await call(DESK_ROUTES.signInStart, { alias })
  const secret = must(await deriveStaffSecret({ passphrase: sheet.passphrase, salt, kdf }))
  const answer = await call(DESK_ROUTES.signIn, { alias, loginKey: secret.loginKey, totp })
  const keys = must(await unlockMember(answer, secret.wrapKey))
  return { keys, call, partFetch }
}

export async function offersTo(colleague: Colleague): Promise<readonly OfferView[]> {
  return (await colleague.call(DESK_ROUTES.offers, {})).offers
}

/** Answers an offer as the desk does: signed, for exactly this roster. */
export async function answer(
  run: Running,
  colleague: Colleague,
  offer: OfferView,
  yes: boolean,
  reason: DeclineReason = "no_capacity",
): Promise<void> {
  const directory = await directoryOf(run.reporter, deploymentOf(run))
  const signed = must(
    answerOffer({
      offer,
      keys: colleague.keys,
      directory,
      answer: yes ? "accept" : "decline",
      reason: yes ? "" : reason,
      today: dayOf(Date.now()),
    }),
  )
  await colleague.call(DESK_ROUTES.answerOffer, signed)
}

export async function readCase(
  run: Running,
  colleague: Colleague,
  caseId: CaseView["caseId"],
): Promise<{ view: CaseView; opened: OpenedCase }> {
  const view = await colleague.call(DESK_ROUTES.readCase, { caseId })
  const directory = await directoryOf(run.reporter, deploymentOf(run))
  return { view, opened: must(await openCase({ view, me: colleague.keys, directory })) }
}

export async function reply(
  run: Running,
  colleague: Colleague,
  caseId: CaseView["caseId"],
  text: string,
): Promise<void> {
  const { opened } = await readCase(run, colleague, caseId)
  const content = { kind: "text", body: { text } } as const
  const envelope = must(
    await sealMessage({ opened, me: colleague.keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await colleague.call(DESK_ROUTES.addEnvelope, { envelope })
}

export function deploymentOf(run: Running): Deployment {
  return run.organisation.deployment
}
