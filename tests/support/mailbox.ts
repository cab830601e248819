import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dayOf, type NeedId, type RoutingFacets } from "@shn/domain"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { solvePow } from "@shn/primitives/pow"
import { randomUuidV4 } from "@shn/primitives/random"
import {
  certifiedMember,
  loginAnswer,
  type OpenedCase,
  openCase,
  openingProof,
  publicKeysOf,
  type ReporterKeys,
  type SubmitBody,
  sealNewCase,
  signDirectory,
} from "@shn/sealed"
import {
  createServer,
  openStore,
  type RunningServer,
  type ServerOptions,
  type Store,
  type StoreLocation,
} from "@shn/server"
import {
  api,
  type CaseView,
  type DirectoryStatement,
  type OrganisationFile,
  type PartFetch,
  REPORTER_ROUTES,
  type Route,
  type StaffFile,
  type v,
} from "@shn/wire"
import {
  type MadeUpHelpline,
  type MadeUpMember,
  madeUpHelpline,
  NOW_MS,
  reporterOf,
  staff,
} from "./helpline.ts"
import { must, Refused } from "./person.ts"

/** Base32 of twenty zero bytes and one: everybody's second factor in these tests. */
export const TOTP_SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"

export type Caller = <R extends Route>(
  route: R,
  body: v.InferInput<R["request"]>,
) => Promise<v.InferOutput<R["answer"]>>

/** A mailbox with made-up staff, real sockets and a clock that stands still until it is moved. */
export type Mailbox = {
  readonly server: RunningServer
  readonly helpline: MadeUpHelpline
  readonly clock: { nowMs: number }
  readonly events: readonly unknown[]
  readonly reporterUrl: string
  readonly deskUrl: string
  readonly agencyUrl: string
  /** Calls as a page of the reporter's origin. */
  readonly call: (token?: string) => Caller
  /** Sends and fetches parts of files as a page of the reporter's origin. */
  readonly partFetch: PartFetch
  /** A member of staff with a session, without the second it takes to stretch a passphrase. */
  readonly colleague: (alias: string) => Promise<{
    readonly call: Caller
    readonly partFetch: PartFetch
    readonly keys: MadeUpMember["keys"]
    readonly cookie: string
  }>
  readonly close: () => Promise<void>
}

/**
 * @param isDemo whether it is a demo helpline, which lets everybody sign in
 * @param files where parts of files are kept and how much a case may store, when not as usual
 */
export async function startMailbox(
  location?: StoreLocation | Store,
  isDemo = false,
  files: Pick<ServerOptions, "blobs" | "caseBytes" | "random"> & { readonly dataDir?: string } = {},
): Promise<Mailbox> {
  const helpline = await madeUpHelpline("mailbox")
  const clock = { nowMs: NOW_MS }
  const events: unknown[] = []
  const server = await createServer({
    organisation: organisationOf(helpline, {}, isDemo),
    staff: staffOf(helpline),
    store: await storeOf(location),
    dataDir: mkdtempSync(join(tmpdir(), "shn-data-")),
    ...files,
    webRoots: { reporter: null, desk: null, agency: null },
    origins: null,
    ports: { reporter: 0, desk: 0, agency: 0 },
    host: "127.0.0.1",
    clock: () => clock.nowMs,
    workBits: 1,
    jobsEveryMs: 0,
    log: (event) => events.push(event),
  })
  await server.listen()
  const origins = server.origins()
  const reporterUrl = `http://127.0.0.1:${server.ports().reporter}`
  const deskUrl = `http://127.0.0.1:${server.ports().desk}`
  return {
    server,
    helpline,
    clock,
    events,
    reporterUrl,
    deskUrl,
    agencyUrl: `http://127.0.0.1:${server.ports().agency}`,
    call: (token) => caller(reporterUrl, { origin: origins.reporter }, token),
    partFetch: pageFetch(reporterUrl, { origin: origins.reporter }),
    colleague: async (alias) => {
      const { keys } = staff(helpline, alias)
      const secret = helpline.random(32)
      await server.store.staff.insertSession({
        session_hash: sha256(secret),
        key_id: keys.keyId,
        seen_ms: clock.nowMs,
        ends_ms: clock.nowMs + 12 * 3_600_000,
      })
      const cookie = `__Host-shn=${base64url(secret)}`
      const headers = { origin: origins.desk, cookie }
      return { keys, cookie, call: caller(deskUrl, headers), partFetch: pageFetch(deskUrl, headers) }
    },
    close: () => server.close(),
  }
}

function storeOf(location: StoreLocation | Store | undefined): Promise<Store> {
  if (location !== undefined && "transaction" in location) return Promise.resolve(location)
  return openStore(location ?? { folder: mkdtempSync(join(tmpdir(), "shn-mailbox-")) })
}

export function organisationOf(
  helpline: MadeUpHelpline,
  change: Partial<DirectoryStatement> = {},
  isDemo = false,
): OrganisationFile {
  const statement = { ...helpline.statement, ...change }
  return {
    v: 1,
    deployment: { ...helpline.org, demo: isDemo },
    offsetMinutes: 300,
    registrars: helpline.registrarsEnvelope,
    directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys)),
  }
}

/** What a member's passphrase would stretch to. */
export function loginKeyOf(alias: string): Uint8Array {
  return sha256(utf8(`login key of ${alias}`))
}

const ALWAYS = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }))

export function staffOf(helpline: MadeUpHelpline): StaffFile {
  return {
    v: 1,
    deploymentId: helpline.org.deploymentId,
    members: Object.values(helpline.members).map(({ listed }) => ({
      memberId: listed.memberId,
      alias: listed.alias,
      keyId: listed.keyId,
      roles: listed.roles,
      salt: base64url(sha256(utf8(listed.alias)).slice(0, 16)),
      kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1 },
      loginKeyHash: base64url(sha256(loginKeyOf(listed.alias))),
      totpSecret: TOTP_SECRET,
      sealedSmk: "AAAA",
      sealedSeeds: "AAAA",
      profile: {
        keyId: listed.keyId,
        gender: listed.gender,
        credentials: listed.disciplines.map((discipline) => ({
          discipline,
          validUntil: "2027-12-31" as never,
          provinces: [],
        })),
        languages: [{ code: "ur", level: "native" }],
        clearances: ["minors", "urgent", "sexual_violence"],
        channels: ["messages"],
        cap: 30,
        duty: ALWAYS,
        leave: [],
        skills: {},
        experience: {},
        reach: [],
        reliability: 100,
      },
    })),
  }
}

export type Visitor = { readonly keys: ReporterKeys; readonly token: string; readonly call: Caller }

/** Somebody with a fresh receipt who has opened an empty case. */
export async function openVisitor(mailbox: Mailbox): Promise<Visitor> {
  const keys = await reporterOf(mailbox.helpline)
  const answer = await mailbox.call()(REPORTER_ROUTES.openCase, await openingOf(mailbox, keys))
  return { keys, token: answer.token, call: mailbox.call(answer.token) }
}

export async function openingOf(mailbox: Mailbox, keys: ReporterKeys) {
  const work = await solvedWork(mailbox, "open")
  const origin = mailbox.server.origins().reporter
  return {
    caseId: keys.caseId,
    ...publicKeysOf(keys),
    work,
    proof: openingProof(keys, origin, work.challenge),
  }
}

export async function solvedWork(mailbox: Mailbox, purpose: "open" | "budget") {
  const { challenge, bits } = await mailbox.call()(REPORTER_ROUTES.work, { purpose })
  const nonce = must(await solvePow({ challenge: fromBase64url(challenge) ?? new Uint8Array(0), bits }))
  return { challenge, nonce }
}

export async function logIn(mailbox: Mailbox, keys: ReporterKeys): Promise<Caller> {
  const { challenge } = await mailbox.call()(REPORTER_ROUTES.loginChallenge, { handle: keys.handle })
  const signature = loginAnswer(keys, mailbox.server.origins().reporter, challenge)
  const { token } = await mailbox.call()(REPORTER_ROUTES.login, { handle: keys.handle, challenge, signature })
  return mailbox.call(token)
}

export const FACETS: RoutingFacets = {
  discipline: "psych",
  languages: ["ur"],
  genderWish: { strength: "any" },
  channel: "messages",
  province: "any",
  lane: "P2",
  actFamily: "ask_human",
  minor: "no",
}

/** Asks the router and seals a case. @param leaveOut picks the person does not want @param without coordinators, by alias */
export async function sealedCase(
  mailbox: Mailbox,
  visitor: Visitor,
  facets: Partial<RoutingFacets> = {},
  leaveOut: readonly string[] = [],
  without: readonly string[] = [],
): Promise<SubmitBody> {
  const { helpline, clock } = mailbox
  const needId = randomUuidV4(helpline.random) as NeedId
  const wish: RoutingFacets = { ...FACETS, ...facets }
  const needs = [{ needId, facets: { ...wish, languages: [...wish.languages] } }]
  const proposal = await visitor.call(REPORTER_ROUTES.propose, { needs, work: null })
  const picks = (proposal.needs[0]?.picks ?? []).filter(({ keyId }) => !leaveOut.includes(keyId))
  return must(
    await sealNewCase({
      keys: visitor.keys,
      directoryVersion: helpline.directory.version,
      policy: "ask_me",
      coordinators: proposal.coordinators
        .filter((keyId) => !without.includes(aliasOf(mailbox, keyId)))
        .map((keyId) => must(certifiedMember(helpline.directory, keyId))),
      trustees: [],
      needs: [
        {
          needId,
          facets: wish,
          picks: picks.map(({ keyId, reasons }) => ({
            member: must(certifiedMember(helpline.directory, keyId)),
            reasons,
          })),
          preview: "A made-up office.",
        },
      ],
      intake: {
        story: "It began in the library.",
        boundaries: ["no_media"],
        ageBand: "unsaid",
        locale: "en",
        answers: {},
        safeContact: "",
      },
      proposalId: proposal.proposalId,
      today: dayOf(clock.nowMs),
      nowMs: clock.nowMs,
      random: helpline.random,
    }),
  )
}

/** A submitted case with one need. */
export async function submittedCase(mailbox: Mailbox, facets: Partial<RoutingFacets> = {}) {
  const visitor = await openVisitor(mailbox)
  const body = await sealedCase(mailbox, visitor, facets)
  await visitor.call(REPORTER_ROUTES.submit, body)
  const [need] = body.needs
  if (need === undefined) throw new Error("a case without a need")
  const aliases = need.picks.map((keyId) => aliasOf(mailbox, keyId))
  return { visitor, body, need, aliases }
}

export function aliasOf(mailbox: Mailbox, keyId: string): string {
  const found = Object.values(mailbox.helpline.members).find(({ listed }) => listed.keyId === keyId)
  return found?.listed.alias ?? "nobody"
}

/** A case opened on the device of whoever asked for it. */
export async function opened(
  mailbox: Mailbox,
  view: CaseView,
  me: Parameters<typeof openCase>[0]["me"],
): Promise<OpenedCase> {
  return must(await openCase({ view, me, directory: mailbox.helpline.directory }))
}

/** The problem code that a call is refused with, or "ok". */
export async function problemOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return "ok"
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

/** Parts cross like everything else: with the page's headers, as a body or an answer of bytes. */
export function pageFetch(url: string, headers: Readonly<Record<string, string>>): PartFetch {
  return (path, init) =>
    fetch(url + path, { ...init, headers: { ...init.headers, ...headers } } as RequestInit)
}

export function caller(url: string, headers: Readonly<Record<string, string>>, token?: string): Caller {
  return async (route, body) => {
    const answer = await api(route, body, {
      fetch: (path, init) => fetch(url + path, { ...init, headers: { ...init.headers, ...headers } }),
      ...(token === undefined ? {} : { token }),
    })
    if (!answer.ok) throw new Refused(answer.error, route.path)
    return answer.value
  }
}
