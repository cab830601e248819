import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { err, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import { type OrganisationFile, OrganisationFileField, type StaffFile, StaffFileField, v } from "@shn/wire"
import type { FoundedHelpline, SignIn } from "./helpline.ts"
import { signInSheet } from "./sign-in-sheet.ts"

const ORGANISATION = "organisation.json"
const STAFF = "staff.json"
const PRIVATE = "private"
const ROOT_KEY = join(PRIVATE, "root-key.json")
const REGISTRAR_KEY = join(PRIVATE, "registrar-1.json")
const DEMO_SIGN_INS = "demo-sign-ins.json"
const DEMO_AGENCY_SIGN_INS = "demo-agency-sign-ins.json"
const SIGN_IN_SHEET = "sign-ins.txt"
const OFFICER_SHEET = "officer-sign-ins.txt"

const PrivateKeyField = v.strictObject({
  v: v.literal(1),
  kind: v.picklist(["root", "registrar"]),
  id: v.string(),
  deploymentId: v.string(),
  seed: v.string(),
})

/** What lies there already: "part" is a founding that was cut off before its last file. */
export function helplineIn(dir: string): "nothing" | "part" | "whole" {
  if (existsSync(join(dir, ORGANISATION))) return "whole"
  return [STAFF, PRIVATE].some((name) => existsSync(join(dir, name))) ? "part" : "nothing"
}

/**
 * Writes a new helpline. Everything that is not public is readable by its owner alone, and nothing is overwritten.
 * @returns "already-there" when the folder holds a helpline, "not-writable" when the folder cannot be written
 */
export function writeHelpline(
  dir: string,
  helpline: FoundedHelpline,
): Result<null, "already-there" | "not-writable"> {
  if (helplineIn(dir) !== "nothing") return err("already-there")
  try {
    mkdirSync(join(dir, PRIVATE), { recursive: true, mode: 0o700 })
    writePrivate(join(dir, ROOT_KEY), helpline.root)
    writePrivate(join(dir, REGISTRAR_KEY), helpline.registrar)
    if (helpline.organisation.deployment.demo) {
      writePrivate(join(dir, DEMO_SIGN_INS), { signIns: helpline.signIns.map(demoSignIn) })
      writeText(join(dir, SIGN_IN_SHEET), helpline.signIns.map(signInSheet).join("\n"))
      keepDemoOfficers(dir, helpline.officerSignIns)
    } else {
      for (const signIn of helpline.signIns) {
        writeText(join(dir, PRIVATE, `sign-in-${fileName(signIn.alias)}.txt`), signInSheet(signIn))
      }
    }
    writePrivate(join(dir, STAFF), helpline.staff)
    // Last: its presence says that the founding was completed.
    writeFileSync(join(dir, ORGANISATION), pretty(helpline.organisation), { flag: "wx", mode: 0o644 })
    return ok(null)
  } catch {
    return err("not-writable")
  }
}

/** @returns "missing" when there is no organisation.json, "damaged" when it is not one */
export function readOrganisation(dir: string): Result<OrganisationFile, "missing" | "damaged"> {
  const path = join(dir, ORGANISATION)
  if (!existsSync(path)) return err("missing")
  const parsed = v.safeParse(OrganisationFileField, json(path))
  return parsed.success ? ok(parsed.output) : err("damaged")
}

/** The registrar's private key. @returns "missing" when it is not there, "damaged" when it is of another helpline or no key */
export function readRegistrar(dir: string, deploymentId: string): Result<SignKeyPair, "missing" | "damaged"> {
  const path = join(dir, REGISTRAR_KEY)
  if (!existsSync(path)) return err("missing")
  const parsed = v.safeParse(PrivateKeyField, json(path))
  if (!parsed.success || parsed.output.kind !== "registrar" || parsed.output.deploymentId !== deploymentId) {
    return err("damaged")
  }
  const seed = fromBase64url(parsed.output.seed)
  return seed === null || seed.length !== 32 ? err("damaged") : ok(signKeyPair(seed))
}

/** @returns "missing" when there is no staff.json, "damaged" when it is not one */
export function readStaff(dir: string): Result<StaffFile, "missing" | "damaged"> {
  const path = join(dir, STAFF)
  if (!existsSync(path)) return err("missing")
  const parsed = v.safeParse(StaffFileField, json(path))
  return parsed.success ? ok(parsed.output) : err("damaged")
}

/** Replaces staff.json in one step, readable by its owner alone. */
export function replaceStaff(dir: string, staff: StaffFile): Result<null, "not-writable"> {
  return replaceFile(join(dir, STAFF), staff, 0o600)
}

/** Writes the sheets of new officers. @returns false when one cannot be written or is there already */
export function writeSheets(dir: string, signIns: readonly SignIn[]): boolean {
  try {
    for (const signIn of signIns) {
      writeText(join(dir, PRIVATE, `sign-in-officer-${fileName(signIn.alias)}.txt`), signInSheet(signIn))
    }
    return true
  } catch {
    return false
  }
}

/** Writes the sign-ins of a demo's made-up officers. @returns false when they cannot be written or are there already */
export function writeDemoOfficers(dir: string, signIns: readonly SignIn[]): boolean {
  try {
    keepDemoOfficers(dir, signIns)
    return true
  } catch {
    return false
  }
}

/** On a sheet of their own: the officers sign in at the agency's door, which not every start opens. */
function keepDemoOfficers(dir: string, signIns: readonly SignIn[]): void {
  writePrivate(join(dir, DEMO_AGENCY_SIGN_INS), { signIns: signIns.map(demoSignIn) })
  writeText(join(dir, OFFICER_SHEET), signIns.map(signInSheet).join("\n"))
}

/** Replaces organisation.json in one step: a reader sees the old list or the new one, never half of it. */
export function replaceOrganisation(
  dir: string,
  organisation: OrganisationFile,
): Result<null, "not-writable"> {
  return replaceFile(join(dir, ORGANISATION), organisation, 0o644)
}

function replaceFile(path: string, content: object, mode: number): Result<null, "not-writable"> {
  const next = `${path}.next`
  try {
    writeFileSync(next, pretty(content), { mode })
    renameSync(next, path)
    return ok(null)
  } catch {
    return err("not-writable")
  }
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"))
  } catch {
    return null
  }
}

function writePrivate(path: string, content: object): void {
  writeText(path, pretty(content))
}

function writeText(path: string, text: string): void {
  writeFileSync(path, text, { flag: "wx", mode: 0o600 })
}

function pretty(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

function demoSignIn(signIn: SignIn) {
  return {
    alias: signIn.alias,
    role: signIn.role,
    passphrase: signIn.passphrase,
    totpSecret: signIn.totpSecret,
  }
}

function fileName(alias: string): string {
  return alias.replaceAll(" ", "-")
}
