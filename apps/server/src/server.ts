import { createServer as createHttp, type Server as HttpServer } from "node:http"
import { createServer as createHttps } from "node:https"
import { join } from "node:path"
import { getRequestListener } from "@hono/node-server"
import { type Clock, err, ok, type Result } from "@shn/domain"
import { POW_DEFAULT_BITS } from "@shn/primitives/pow-verify"
import { type Random, systemRandom } from "@shn/primitives/random"
import {
  AGENCY_ROUTES,
  DEMO_AGENCY_ROUTES,
  DEMO_ROUTES,
  DESK_ROUTES,
  type OrganisationFile,
  REPORTER_ROUTES,
  type StaffFile,
} from "@shn/wire"
import type { Hono } from "hono"
import { arrivals } from "./blobs/arrivals.ts"
import type { BlobStore } from "./blobs/blob-store.ts"
import { diskBlobs } from "./blobs/disk.ts"
import type { DemoSignIns, Deps, Files } from "./deps.ts"
import { draftKeys } from "./drafts.ts"
import { originApp } from "./http/app.ts"
import { openapi } from "./http/openapi.ts"
import { AGENCY_HANDLERS, DEMO_AGENCY_HANDLERS } from "./http/routes/agency/all.ts"
import { DEMO_HANDLERS, DESK_HANDLERS } from "./http/routes/desk/all.ts"
import { REPORTER_HANDLERS } from "./http/routes/reporter/all.ts"
import { webRoot } from "./http/web-root.ts"
import { runDueJobs } from "./jobs/run.ts"
import type { Log } from "./log.ts"
import { activeMember, type OrganisationError, verifiedOrganisation } from "./organisation.ts"
import { openStore, type Store } from "./store/store.ts"

/** One number or path for each origin. The agency's is left out where no agency has a door here. */
type Each<T> = { readonly reporter: T; readonly desk: T; readonly agency?: T }

export type ServerOptions = {
  readonly organisation: OrganisationFile
  readonly staff: StaffFile
  /** An open store, closed with the server; left out: SQLite in `dataDir`. */
  readonly store?: Store
  readonly dataDir: string
  /** Where sealed parts of files are kept; left out: the folder `files` in `dataDir`. */
  readonly blobs?: BlobStore
  /** What the files of one case may take together (bytes) before a puzzle buys more. */
  readonly caseBytes?: number
  /** Folders of the built apps; null: no pages, only the interface. */
  readonly webRoots: Each<string | null>
  /** Where browsers find the apps; null: http://localhost and http://desk.localhost at the listening ports. */
  readonly origins: Each<string> | null
  /** 0: any free one. */
  readonly ports: Each<number>
  /** Address to listen on; left out: every one of the machine. */
  readonly host?: string
  readonly clock: Clock
  readonly random?: Random
  readonly workBits?: number
  readonly demo?: { readonly signIns: DemoSignIns; readonly agencySignIns?: DemoSignIns }
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly log?: Log
  /** How often due jobs are looked for (ms); 0: only when `runJobs` is called. */
  readonly jobsEveryMs?: number
}

export type RunningServer = {
  /** Opens every port. @throws the system's error, EADDRINUSE and the like */
  readonly listen: () => Promise<void>
  readonly close: () => Promise<void>
  /** Known after `listen`. */
  readonly ports: () => Each<number>
  readonly origins: () => Each<string>
  readonly store: Store
  /** Takes a newer signed directory without a restart. Whoever it revokes is out at once. */
  readonly replaceOrganisation: (
    organisation: OrganisationFile,
    staff: StaffFile,
  ) => Promise<Result<"replaced", OrganisationError | "older-version">>
  readonly runJobs: () => Promise<number>
}

const DOORS = ["reporter", "desk", "agency"] as const
const JOBS_EVERY_MS = 5_000
const CASE_BYTES = 500_000_000
/** A part of a file takes its time on a bad line: 1 MiB in this is one kilobyte a second. */
const REQUEST_MS = 15 * 60 * 1000
/** How long a request that is being answered may go on when the server stops. */
const LAST_WORDS_MS = 3_000

/**
 * The mailbox over one store, serving each origin. Nothing listens before `listen`.
 * @throws Error if the organisation file does not verify or the store cannot be opened
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const first = verifiedOrganisation(options.organisation, options.staff)
  if (!first.ok) throw new Error(`the organisation file does not verify: ${first.error}`)
  let organisation = first.value
  const random = options.random ?? systemRandom
  const log = options.log ?? (() => undefined)
  const store = options.store ?? (await openStore({ folder: options.dataDir }))
  const secret = await store.secrets.obtain("challenges", random(32))
  const files: Files = {
    arrivals: arrivals(join(options.dataDir, "arriving"), random, options.clock),
    blobs: options.blobs ?? diskBlobs(join(options.dataDir, "files")),
    caseBytes: options.caseBytes ?? CASE_BYTES,
  }
  const deps = (origins: Each<string>): Deps => ({
    store,
    clock: options.clock,
    random,
    organisation: () => organisation,
    origins,
    workBits: options.workBits ?? POW_DEFAULT_BITS,
    secret,
    drafts: draftKeys(options.clock, random),
    files,
    log,
    demo: organisation.file.deployment.demo ? (options.demo ?? { signIns: [] }) : null,
  })
  const jobDeps = { store, clock: options.clock, random, organisation: () => organisation, log, files }
  let listening: { readonly servers: readonly HttpServer[]; readonly ports: Each<number> } | null = null
  const doors = options.ports.agency === undefined ? DOORS.slice(0, 2) : DOORS
  let origins = options.origins
  let timer: NodeJS.Timeout | null = null
  let jobs: Promise<number> = Promise.resolve(0)

  function runJobs(): Promise<number> {
    // One round at a time: a slow one is not overtaken by the next.
    jobs = jobs.then(() => runDueJobs(jobDeps))
    return jobs
  }

  async function listen(): Promise<void> {
    const servers: HttpServer[] = []
    try {
      // The apps need their origin, which may name a port that is only known once it is open.
      const apps: { reporter: Hono | null; desk: Hono | null; agency: Hono | null } = {
        reporter: null,
        desk: null,
        agency: null,
      }
      for (const name of doors) {
        const listener = getRequestListener((request, env) => {
          const app = apps[name]
          return app === null ? new Response(null, { status: 503 }) : app.fetch(request, env)
        })
        const server = options.tls === undefined ? createHttp(listener) : createHttps(options.tls, listener)
        server.requestTimeout = REQUEST_MS
        servers.push(server)
        await opened(server, options.ports[name] ?? 0, options.host)
      }
      const ports = {
        reporter: portOf(servers[0]),
        desk: portOf(servers[1]),
        ...(servers[2] === undefined ? {} : { agency: portOf(servers[2]) }),
      }
      const scheme = options.tls === undefined ? "http" : "https"
      origins ??= {
        reporter: `${scheme}://localhost:${ports.reporter}`,
        desk: `${scheme}://desk.localhost:${ports.desk}`,
        ...(ports.agency === undefined ? {} : { agency: `${scheme}://agency.localhost:${ports.agency}` }),
      }
      Object.assign(apps, buildApps(deps(origins), options.webRoots))
      listening = { servers, ports }
    } catch (error) {
      await Promise.all(servers.map(closed))
      throw error
    }
    log({ event: "started", engine: store.engine })
    const everyMs = options.jobsEveryMs ?? JOBS_EVERY_MS
    if (everyMs > 0) {
      timer = setInterval(
        () => void runJobs().catch(() => log({ event: "job_failed", kind: "sweep", attempts: 0 })),
        everyMs,
      )
    }
  }

  return {
    listen,
    runJobs,
    store,
    ports: () => listening?.ports ?? options.ports,
    origins: () => origins ?? { reporter: "", desk: "" },
    close: async () => {
      if (timer !== null) clearInterval(timer)
      await Promise.all((listening?.servers ?? []).map(closed))
      await jobs.catch(() => 0)
      await store.close()
      log({ event: "stopped" })
    },
    replaceOrganisation: async (file, staff) => {
      const next = verifiedOrganisation(file, staff)
      if (!next.ok) return next
      if (next.value.directory.version < organisation.directory.version) return err("older-version")
      organisation = next.value
      for (const keyId of organisation.members.keys()) {
        if (activeMember(organisation, keyId) === null) await store.staff.endSessionsOf(keyId)
      }
      for (const keyId of organisation.agencies.keys) {
        if (!organisation.agencies.officers.has(keyId)) await store.staff.endSessionsOf(keyId)
      }
      log({ event: "organisation_replaced", version: organisation.directory.version })
      return ok("replaced")
    },
  }
}

function buildApps(deps: Deps, webRoots: Each<string | null>): Each<Hono> {
  const reporter = originApp(REPORTER_ROUTES, REPORTER_HANDLERS, {
    app: "reporter",
    deps,
    openapi: openapi("reporter", REPORTER_ROUTES),
    web: webRoot(webRoots.reporter),
  })
  const agency = deps.origins.agency === undefined ? {} : { agency: agencyApp(deps, webRoots.agency ?? null) }
  const options = { app: "desk", deps, web: webRoot(webRoots.desk) } as const
  if (deps.demo === null) {
    const description = openapi("desk", DESK_ROUTES)
    const desk = originApp(DESK_ROUTES, DESK_HANDLERS, { ...options, openapi: description })
    return { reporter, desk, ...agency }
  }
  const routes = { ...DESK_ROUTES, ...DEMO_ROUTES }
  const handlers = { ...DESK_HANDLERS, ...DEMO_HANDLERS }
  const desk = originApp(routes, handlers, { ...options, openapi: openapi("desk", routes) })
  return { reporter, desk, ...agency }
}

function agencyApp(deps: Deps, root: string | null): Hono {
  const options = { app: "agency", deps, web: webRoot(root) } as const
  if (deps.demo === null) {
    return originApp(AGENCY_ROUTES, AGENCY_HANDLERS, {
      ...options,
      openapi: openapi("agency", AGENCY_ROUTES),
    })
  }
  const routes = { ...AGENCY_ROUTES, ...DEMO_AGENCY_ROUTES }
  const handlers = { ...AGENCY_HANDLERS, ...DEMO_AGENCY_HANDLERS }
  return originApp(routes, handlers, { ...options, openapi: openapi("agency", routes) })
}

function opened(server: HttpServer, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off("error", reject)
      resolve()
    })
  })
}

function closed(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    // Browsers keep connections open for minutes without saying anything.
    server.closeIdleConnections()
  })
}

function portOf(server: HttpServer | undefined): number {
  const address = server?.address()
  return typeof address === "object" && address !== null ? address.port : 0
}
