import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { err, ok, type Result } from "@shn/domain"
import {
  DemoSignInsAnswer,
  type OrganisationFile,
  OrganisationFileField,
  type StaffFile,
  StaffFileField,
  v,
} from "@shn/wire"
import type { DemoSignIns } from "./deps.ts"

/** What the folder of a helpline holds for the server. */
export type OrganisationFolder = {
  readonly organisation: OrganisationFile
  readonly staff: StaffFile
  readonly demo: { readonly signIns: DemoSignIns; readonly agencySignIns: DemoSignIns } | null
}

/** Reads the folder. @returns one clear sentence about the first file that cannot be used */
export function readOrganisationFolder(folder: string): Result<OrganisationFolder, string> {
  const organisation = readJson(join(folder, "organisation.json"), OrganisationFileField)
  if (!organisation.ok) return organisation
  const staff = readJson(join(folder, "staff.json"), StaffFileField)
  if (!staff.ok) return staff
  if (!organisation.value.deployment.demo)
    return ok({ organisation: organisation.value, staff: staff.value, demo: null })
  const demo = readJson(join(folder, "demo-sign-ins.json"), DemoSignInsAnswer)
  if (!demo.ok) return demo
  const officers = join(folder, "demo-agency-sign-ins.json")
  // A demo helpline from before there were agencies has none.
  const agency = existsSync(officers) ? readJson(officers, DemoSignInsAnswer) : ok({ signIns: [] })
  if (!agency.ok) return agency
  return ok({
    organisation: organisation.value,
    staff: staff.value,
    demo: { signIns: demo.value.signIns, agencySignIns: agency.value.signIns },
  })
}

/** Changes whenever one of the folder's files does. */
export function organisationStamp(folder: string): string {
  return ["organisation.json", "staff.json"]
    .map((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false })
      return found === undefined ? "none" : `${found.mtimeMs}/${found.size}/${found.ino}`
    })
    .join()
}

function readJson<S extends v.GenericSchema>(path: string, schema: S): Result<v.InferOutput<S>, string> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, "utf8"))
  } catch (error) {
    return err(
      error instanceof SyntaxError
        ? `${path} is damaged: it is not JSON.`
        : `${path} cannot be read (${codeOf(error)}).`,
    )
  }
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return ok(parsed.output)
  const place = v.getDotPath(parsed.issues[0]) ?? "its outermost part"
  return err(`${path} is damaged: ${place} is not as it should be.`)
}

/** The system's short name of a failure. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error
    ? String(error.code)
    : "no reason given"
}
