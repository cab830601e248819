import { err, ok, type Result } from "@shn/domain"

/** The door for officers of agencies, where there is one. */
export type AgencyDoor = { readonly port: number; readonly origin: string | null }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads what the environment says about the agency's door. Without a port there is none: most helplines have no agency that
 * works here.
 * @param origins of the other two apps, null when they are the usual ones
 * @returns null for no door, or one clear sentence about what is wrong
 */
export function agencyDoor(
  env: Environment,
  origins: { readonly reporter: string; readonly desk: string } | null,
): Result<AgencyDoor | null, string> {
  const text = env.SHN_AGENCY_PORT ?? ""
  if (text === "") {
    if (env.SHN_AGENCY_ORIGIN) return err("SHN_AGENCY_ORIGIN needs SHN_AGENCY_PORT as well.")
    return ok(null)
  }
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) return err("SHN_AGENCY_PORT must be a port number from 0 to 65535.")
  const origin = env.SHN_AGENCY_ORIGIN || null
  if ((origin === null) !== (origins === null)) {
    return err(
      "Set SHN_AGENCY_ORIGIN together with SHN_REPORTER_ORIGIN and SHN_DESK_ORIGIN, or none of them.",
    )
  }
  if (origin !== null && !isOrigin(origin)) {
    return err("SHN_AGENCY_ORIGIN must look like https://agency.example.org, without a path.")
  }
  if (origin !== null && (origin === origins?.reporter || origin === origins?.desk)) {
    return err("SHN_AGENCY_ORIGIN must differ from the other two: the apps must never share an origin.")
  }
  return ok({ port, origin })
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text)
    return origin === text && /^https?:$/.test(protocol)
  } catch {
    return false
  }
}
