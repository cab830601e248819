import { err, ok, type Result } from "@shn/domain"
import { agencyDoor } from "./agency-settings.ts"
import { type BlobSettings, blobSettings } from "./blobs/settings.ts"

/** The settings of a server process. Every variable is described in docs/OPERATIONS.md (checked by a test). */
export type Settings = {
  readonly organisationFolder: string
  readonly dataFolder: string
  readonly ports: { readonly reporter: number; readonly desk: number; readonly agency?: number }
  readonly origins: { readonly reporter: string; readonly desk: string; readonly agency?: string } | null
  readonly host: string | null
  readonly postgresUrl: string | null
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  readonly workBits: number | null
  readonly blobs: BlobSettings
  /** What the files of one case may take together, in megabytes; null: as usual. */
  readonly caseMegabytes: number | null
  readonly webRoots: {
    readonly reporter: string | null
    readonly desk: string | null
    readonly agency: string | null
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** A sentence for whoever starts the server. */
export type SettingsProblem = string

/**
 * Reads the environment, and nothing else reads it.
 * @returns one clear sentence about the first setting that is wrong
 */
export function settingsFrom(env: Environment): Result<Settings, SettingsProblem> {
  const organisationFolder = env.SHN_ORG ?? ""
  if (organisationFolder === "")
    return err("SHN_ORG is not set: name the folder that holds organisation.json and staff.json.")
  const reporterPort = portFrom(env.SHN_REPORTER_PORT, 8080)
  const deskPort = portFrom(env.SHN_DESK_PORT, 8081)
  if (reporterPort === null) return err("SHN_REPORTER_PORT must be a port number from 0 to 65535.")
  if (deskPort === null) return err("SHN_DESK_PORT must be a port number from 0 to 65535.")
  const reporterOrigin = originFrom(env.SHN_REPORTER_ORIGIN)
  const deskOrigin = originFrom(env.SHN_DESK_ORIGIN)
  if (reporterOrigin === "bad" || deskOrigin === "bad") {
    return err(
      "SHN_REPORTER_ORIGIN and SHN_DESK_ORIGIN must look like https://help.example.org, without a path.",
    )
  }
  if ((reporterOrigin === null) !== (deskOrigin === null)) {
    return err("Set both SHN_REPORTER_ORIGIN and SHN_DESK_ORIGIN, or neither of them.")
  }
  if (reporterOrigin !== null && reporterOrigin === deskOrigin) {
    return err(
      "SHN_REPORTER_ORIGIN and SHN_DESK_ORIGIN must differ: the two apps must never share an origin.",
    )
  }
  const origins =
    reporterOrigin === null || deskOrigin === null ? null : { reporter: reporterOrigin, desk: deskOrigin }
  const agency = agencyDoor(env, origins)
  if (!agency.ok) return agency
  const certFile = env.SHN_TLS_CERT ?? ""
  const keyFile = env.SHN_TLS_KEY ?? ""
  if ((certFile === "") !== (keyFile === ""))
    return err("Set both SHN_TLS_CERT and SHN_TLS_KEY, or neither of them.")
  const workBits = env.SHN_WORK_BITS === undefined ? null : wholeFrom(env.SHN_WORK_BITS, 26)
  if (env.SHN_WORK_BITS !== undefined && workBits === null)
    return err("SHN_WORK_BITS must be a whole number from 0 to 26.")
  const blobs = blobSettings(env)
  if (!blobs.ok) return blobs
  const caseMegabytes =
    env.SHN_CASE_MEGABYTES === undefined ? null : wholeFrom(env.SHN_CASE_MEGABYTES, 99_999)
  if (env.SHN_CASE_MEGABYTES !== undefined && caseMegabytes === null)
    return err("SHN_CASE_MEGABYTES must be a whole number from 0 to 99999.")
  return ok({
    organisationFolder,
    dataFolder: env.SHN_DATA ?? "data",
    ports: {
      reporter: reporterPort,
      desk: deskPort,
      ...(agency.value === null ? {} : { agency: agency.value.port }),
    },
    origins:
      origins === null
        ? null
        : { ...origins, ...(agency.value?.origin ? { agency: agency.value.origin } : {}) },
    host: env.SHN_HOST || null,
    postgresUrl: env.SHN_DATABASE || null,
    tls: certFile === "" ? null : { certFile, keyFile },
    workBits,
    blobs: blobs.value,
    caseMegabytes,
    webRoots: {
      reporter: env.SHN_REPORTER_WEB || null,
      desk: env.SHN_DESK_WEB || null,
      agency: env.SHN_AGENCY_WEB || null,
    },
  })
}

function portFrom(text: string | undefined, usual: number): number | null {
  return text === undefined || text === "" ? usual : wholeFrom(text, 65_535)
}

function wholeFrom(text: string, max: number): number | null {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return value <= max ? value : null
}

function originFrom(text: string | undefined): string | null | "bad" {
  if (text === undefined || text === "") return null
  try {
    const { origin, protocol } = new URL(text)
    return origin === text && /^https?:$/.test(protocol) ? origin : "bad"
  } catch {
    return "bad"
  }
}
