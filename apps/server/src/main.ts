import { accessSync, constants, mkdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { dayOf, daysBetween } from "@shn/domain"
import { s3Blobs, s3State } from "./blobs/s3.ts"
import { type Settings, settingsFrom } from "./env.ts"
import { jsonLog } from "./log.ts"
import { verifiedOrganisation } from "./organisation.ts"
import { codeOf, organisationStamp, readOrganisationFolder } from "./organisation-folder.ts"
import { createServer, type RunningServer } from "./server.ts"
import { openStore, type Store } from "./store/store.ts"

/** How often the organisation's files are looked at: a revoked member is out within this. */
const WATCH_MS = 5_000
const WARN_DAYS = 7
const MEGABYTE = 1_000_000
const clock = Date.now

await main()

async function main(): Promise<void> {
  const settings = settingsFrom(process.env)
  if (!settings.ok) return fail(settings.error)
  const folder = readOrganisationFolder(settings.value.organisationFolder)
  if (!folder.ok) return fail(folder.error)
  const verified = verifiedOrganisation(folder.value.organisation, folder.value.staff)
  if (!verified.ok) {
    return fail(
      `The organisation file in ${settings.value.organisationFolder} does not verify (${verified.error}).`,
    )
  }
  const { blobs } = settings.value
  if (blobs.kind === "s3" && (await s3State(blobs)) === "refused") {
    return fail(
      "The bucket of SHN_S3_BUCKET refuses us: check its name, SHN_S3_ENDPOINT, SHN_S3_REGION, SHN_S3_KEY and SHN_S3_SECRET.",
    )
  }
  const store = await openedStore(settings.value)
  if (store === null) return
  const log = jsonLog((line) => process.stdout.write(line), clock)
  const tls = tlsOf(settings.value)
  if (tls === null) return fail("SHN_TLS_CERT or SHN_TLS_KEY names a file that cannot be read.")
  const { organisation, staff, demo } = folder.value
  const server = await createServer({
    organisation,
    staff,
    store,
    dataDir: settings.value.dataFolder,
    webRoots: {
      reporter: settings.value.webRoots.reporter ?? builtApp("reporter"),
      desk: settings.value.webRoots.desk ?? builtApp("desk"),
      agency: settings.value.webRoots.agency ?? builtApp("agency"),
    },
    origins: settings.value.origins,
    ports: settings.value.ports,
    clock,
    log,
    ...(settings.value.host === null ? {} : { host: settings.value.host }),
    ...(settings.value.workBits === null ? {} : { workBits: settings.value.workBits }),
    ...(settings.value.caseMegabytes === null ? {} : { caseBytes: settings.value.caseMegabytes * MEGABYTE }),
    ...(blobs.kind === "s3" ? { blobs: s3Blobs(blobs) } : {}),
    ...(demo === null ? {} : { demo }),
    ...(tls === undefined ? {} : { tls }),
  })
  const watcher = watchOrganisation(settings.value.organisationFolder, server, () =>
    log({ event: "organisation_refused" }),
  )
  // Before anything is served: a stop that comes early must find its handler.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clearInterval(watcher)
      void server.close()
    })
  }
  try {
    await server.listen()
  } catch (error) {
    clearInterval(watcher)
    await server.close()
    return fail(portSentence(error))
  }
  const days = daysBetween(dayOf(clock()), verified.value.directory.expires)
  if (days <= WARN_DAYS) log({ event: "directory_expires", days })
}

async function openedStore(settings: Settings): Promise<Store | null> {
  if (settings.postgresUrl !== null) {
    try {
      return await openStore({ postgresUrl: settings.postgresUrl })
    } catch (error) {
      fail(`The database of SHN_DATABASE cannot be used (${codeOf(error)}).`)
      return null
    }
  }
  try {
    mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
    accessSync(settings.dataFolder, constants.W_OK)
    return await openStore({ folder: settings.dataFolder })
  } catch (error) {
    fail(
      `The folder ${settings.dataFolder} cannot be written (${codeOf(error)}): choose another with SHN_DATA.`,
    )
    return null
  }
}

/** @returns undefined when TLS is not asked for, null when its files cannot be read */
function tlsOf({ tls }: Settings): { readonly cert: string; readonly key: string } | undefined | null {
  if (tls === null) return undefined
  try {
    return { cert: readFileSync(tls.certFile, "utf8"), key: readFileSync(tls.keyFile, "utf8") }
  } catch {
    return null
  }
}

// Beside this file when run from the sources (apps/server/src) and when bundled (apps/server/dist) alike.
function builtApp(name: "reporter" | "desk" | "agency"): string {
  return join(dirname(fileURLToPath(import.meta.url)), "..", "..", name, "dist")
}

function watchOrganisation(folder: string, server: RunningServer, onRefused: () => void): NodeJS.Timeout {
  let stamp = organisationStamp(folder)
  return setInterval(() => {
    const now = organisationStamp(folder)
    if (now === stamp) return
    stamp = now
    const read = readOrganisationFolder(folder)
    if (!read.ok) return onRefused()
    server.replaceOrganisation(read.value.organisation, read.value.staff).then(
      (replaced) => replaced.ok || onRefused(),
      () => onRefused(),
    )
  }, WATCH_MS)
}

function portSentence(error: unknown): string {
  const port =
    typeof error === "object" && error !== null && "port" in error ? String(error.port) : "the port"
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program: stop it, or choose others with SHN_REPORTER_PORT, SHN_DESK_PORT and SHN_AGENCY_PORT.`
    case "EACCES":
      return `Port ${port} may not be opened by this user: choose one above 1023.`
    default:
      return `The server cannot listen (${codeOf(error)}).`
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
