import {
  type AgeBand,
  type Discipline,
  dayOf,
  parseNeedId,
  type Result,
  type RoutingFacets,
} from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { solvePow } from "@shn/primitives/pow"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import {
  certifiedMember,
  deriveReporterKeys,
  loginAnswer,
  newReceiptSecret,
  type OpenedCase,
  openCase,
  openingProof,
  publicKeysOf,
  type ReporterKeys,
  receiptCode,
  type SubmitBody,
  sealMessage,
  sealNewCase,
  type VerifiedDirectory,
  verifyDirectory,
} from "@shn/sealed"
import {
  type ApiFailure,
  api,
  type CaseView,
  type Deployment,
  REPORTER_ROUTES,
  type Route,
  type v,
} from "@shn/wire"

/** A reporter without a screen: the same protocol code as the app, over the same routes. For load, kills and forgeries. */
export type Person = {
  readonly keys: ReporterKeys
  /** Nine groups of digits. */
  readonly receipt: string
  readonly token: string
}

export class Refused extends Error {
  constructor(
    readonly problem: ApiFailure,
    path: string,
  ) {
    super(`${path}: ${problem}`)
  }
}

/** Calls a route as a page of `origin` would. @throws Refused with the problem code */
export async function call<R extends Route>(
  origin: string,
  route: R,
  body: v.InferInput<R["request"]>,
  token?: string,
  /** The page's origin when it differs from the address that is called. */
  pageOrigin = origin,
): Promise<v.InferOutput<R["answer"]>> {
  const answer = await api(route, body, {
    fetch: (path, init) =>
      fetch(origin + path, { ...init, headers: { ...init.headers, origin: pageOrigin } }),
    ...(token === undefined ? {} : { token }),
  })
  if (!answer.ok) throw new Refused(answer.error, route.path)
  return answer.value
}

export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

export async function directoryOf(origin: string, org: Deployment): Promise<VerifiedDirectory> {
  const answer = await call(origin, REPORTER_ROUTES.directory, {})
  return must(verifyDirectory({ org, ...answer, today: dayOf(Date.now()), atLeastVersion: 0 }))
}

/** Makes a receipt and opens an empty case. */
export async function openPerson(origin: string, org: Deployment): Promise<Person> {
  const secret = newReceiptSecret(systemRandom)
  const keys = await deriveReporterKeys(secret, org.deploymentId)
  const work = await call(origin, REPORTER_ROUTES.work, { purpose: "open" })
  const nonce = must(await solvePow({ challenge: bytes(work.challenge), bits: work.bits }))
  const answer = await call(origin, REPORTER_ROUTES.openCase, {
    caseId: keys.caseId,
    ...publicKeysOf(keys),
    work: { challenge: work.challenge, nonce },
    proof: openingProof(keys, origin, work.challenge),
  })
  return { keys, receipt: receiptCode(secret, org.deploymentId).groups.join(" "), token: answer.token }
}

export type CaseWish = {
  readonly story: string
  readonly preview?: string
  readonly discipline?: Discipline
  readonly facets?: Partial<RoutingFacets>
  readonly ageBand?: AgeBand
}

/** Asks the router and seals a whole case, ready to submit. */
export async function sealCase(
  origin: string,
  org: Deployment,
  person: Person,
  wish: CaseWish,
): Promise<SubmitBody> {
  const directory = await directoryOf(origin, org)
  const needId = must(parseNeedId(randomUuidV4(systemRandom)))
  const facets: RoutingFacets = {
    discipline: wish.discipline ?? "psych",
    languages: ["ur"],
    genderWish: { strength: "any" },
    channel: "messages",
    province: "any",
    lane: "P2",
    actFamily: "ask_human",
    minor: "no",
    ...wish.facets,
  }
  const needs = [{ needId, facets: { ...facets, languages: [...facets.languages] } }]
  const proposal = await call(origin, REPORTER_ROUTES.propose, { needs, work: null }, person.token)
  const picks = proposal.needs.flatMap((need) => need.picks)
  return must(
    await sealNewCase({
      keys: person.keys,
      directoryVersion: directory.version,
      policy: "ask_me",
      coordinators: proposal.coordinators.map((keyId) => must(certifiedMember(directory, keyId))),
      trustees: [],
      needs: [
        {
          needId,
          facets,
          picks: picks.map(({ keyId, reasons }) => ({
            member: must(certifiedMember(directory, keyId)),
            reasons,
          })),
          preview: wish.preview ?? "Somebody at a made-up office.",
        },
      ],
      intake: {
        story: wish.story,
        boundaries: ["no_media"],
        ageBand: wish.ageBand ?? "unsaid",
        locale: "en",
        answers: {},
        safeContact: "",
      },
      proposalId: proposal.proposalId,
      today: dayOf(Date.now()),
      nowMs: Date.now(),
      random: systemRandom,
    }),
  )
}

/** Logs in with nothing but the keys of the receipt. @returns the token */
export async function comeBack(origin: string, keys: ReporterKeys): Promise<string> {
  const { challenge } = await call(origin, REPORTER_ROUTES.loginChallenge, { handle: keys.handle })
  const answer = await call(origin, REPORTER_ROUTES.login, {
    handle: keys.handle,
    challenge,
    signature: loginAnswer(keys, origin, challenge),
  })
  return answer.token
}

/** Reads and opens the person's own case. */
export async function readOwnCase(
  origin: string,
  org: Deployment,
  keys: ReporterKeys,
): Promise<{ view: CaseView; opened: OpenedCase; token: string }> {
  const token = await comeBack(origin, keys)
  const view = await call(origin, REPORTER_ROUTES.readCase, {}, token)
  const directory = await directoryOf(origin, org)
  return { view, opened: must(await openCase({ view, me: keys, directory })), token }
}

/** Seals and sends one message from the person. */
export async function say(origin: string, org: Deployment, keys: ReporterKeys, text: string): Promise<void> {
  const { opened, token } = await readOwnCase(origin, org, keys)
  const content = { kind: "text", body: { text } } as const
  const envelope = must(
    await sealMessage({ opened, me: keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await call(origin, REPORTER_ROUTES.addEnvelope, { envelope }, token)
}

/** The texts of a conversation, story first. */
export function textsOf(opened: OpenedCase): readonly string[] {
  return opened.conversation.messages.flatMap(({ content }) =>
    content.kind === "text" ? [content.body.text] : content.kind === "intake" ? [content.body.story] : [],
  )
}

function bytes(text: string): Uint8Array {
  const decoded = fromBase64url(text)
  if (decoded === null) throw new Error("not base64url")
  return decoded
}
