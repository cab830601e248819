import { existsSync, readFileSync } from "node:fs"
import { type Clock, dayOf, type Result } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { OrganisationFile } from "@shn/wire"
import { type AgencyOutcome, agencyAdd, agencyOfficer, agencyRotate, demoAgency } from "./agency-commands.ts"
import { readArguments } from "./arguments.ts"
import { demoAgencyPlan, demoHelpline } from "./demo.ts"
import { checkedDirectory, daysLeft, PROBLEM_SENTENCES } from "./directory-check.ts"
import { helplineIn, readOrganisation, readRegistrar, replaceOrganisation, writeHelpline } from "./folder.ts"
import { foundHelpline } from "./found.ts"
import type { FoundedHelpline } from "./helpline.ts"
import {
  NEXT_SENTENCES,
  type NextDirectoryProblem,
  renewedOrganisation,
  revokedOrganisation,
} from "./next-directory.ts"
import { readStaffList } from "./staff-list.ts"

/** What commands touch: randomness, time and the terminal. */
export type Surroundings = {
  readonly random: Random
  readonly clock: Clock
  readonly print: (line: string) => void
}

const OPTIONS = {
  create: { name: true, staff: true, out: true, "name-ur": false, "name-ur-latn": false, offset: false },
  renew: { org: true },
  revoke: { org: true, alias: true },
  check: { org: true },
  demo: { out: true },
  "agency add": {
    org: true,
    agency: true,
    name: true,
    "name-ur": false,
    "name-ur-latn": false,
    officers: true,
  },
  "agency rotate": { org: true, agency: true },
  "agency officer": { org: true, agency: true, add: false, remove: false },
} as const

// The demo renews itself early enough that a visitor never meets an expired list.
const DEMO_RENEWAL_DAYS = 7
const WARNING_DAYS = 7

/**
 * Runs one command of `npm run org`.
 * @returns the exit code: 0 done, 1 not done (a sentence was printed)
 */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<number> {
  const [first, second, ...rest] = args
  const parsed = readArguments(first === "agency" ? [`agency ${second ?? ""}`, ...rest] : args, OPTIONS)
  if (!parsed.ok) return refuse(around, parsed.sentence)
  const { command, options } = parsed.value
  const at = (name: string) => options[name] ?? ""
  switch (command as keyof typeof OPTIONS) {
    case "create":
      return create(options, around)
    case "demo":
      return demo(at("out"), around)
    case "check":
      return check(at("org"), around)
    case "renew":
      return next(at("org"), around, renewedOrganisation)
    case "revoke":
      return next(at("org"), around, (organisation, registrar, today) =>
        revokedOrganisation(organisation, registrar, today, at("alias")),
      )
    case "agency add":
      return told(await agencyAdd(options, around), around)
    case "agency rotate":
      return told(await agencyRotate(options, around), around)
    case "agency officer":
      return told(await agencyOfficer(options, around), around)
  }
}

function told({ done, lines }: AgencyOutcome, around: Surroundings): number {
  for (const line of lines) around.print(line)
  return done ? 0 : 1
}

async function create(options: Readonly<Record<string, string>>, around: Surroundings): Promise<number> {
  const { name = "", staff = "", out = "", offset = "300" } = options
  if (helplineIn(out) !== "nothing") return refuse(around, alreadyThere(out))
  if (!existsSync(staff)) return refuse(around, `There is no staff list at ${staff}.`)
  const offsetMinutes = Number(offset)
  if (!Number.isInteger(offsetMinutes) || offsetMinutes < -720 || offsetMinutes > 840) {
    return refuse(around, "--offset is minutes ahead of UTC, -720 to 840; Pakistan is 300.")
  }
  const list = readStaffList(readFileSync(staff, "utf8"))
  if (!list.ok) return refuse(around, ...list.sentences)
  const names = { en: name, ur: options["name-ur"] ?? name, "ur-Latn": options["name-ur-latn"] ?? name }
  const helpline = await foundHelpline(
    { name: names, demo: false, offsetMinutes, staff: list.members },
    around.random,
    around.clock,
    (alias) => around.print(`made the keys of ${alias}`),
  )
  return keep(out, helpline, around)
}

async function demo(dir: string, around: Surroundings): Promise<number> {
  const present = helplineIn(dir)
  if (present === "part") return refuse(around, alreadyThere(dir))
  if (present === "nothing") return keep(dir, await demoHelpline(around.random, around.clock), around)
  const organisation = readOrganisation(dir)
  if (!organisation.ok) return refuse(around, unreadable(dir, organisation.error))
  if (!organisation.value.deployment.demo)
    return refuse(around, `The helpline in ${dir} is a real one, not a demo.`)
  const today = dayOf(around.clock())
  const directory = checkedDirectory(organisation.value, today)
  // Made before there were agencies: signing the list anew for one renews it as well.
  if (directory.ok && directory.value.agencies.length === 0) {
    const added = await demoAgency(dir, demoAgencyPlan(), around)
    return added.done ? 0 : refuse(around, ...added.lines)
  }
  const isFresh = directory.ok && daysLeft(directory.value, today) >= DEMO_RENEWAL_DAYS
  return isFresh ? 0 : next(dir, around, renewedOrganisation)
}

function keep(dir: string, helpline: FoundedHelpline, around: Surroundings): number {
  const written = writeHelpline(dir, helpline)
  if (!written.ok) {
    return refuse(
      around,
      written.error === "already-there" ? alreadyThere(dir) : `The folder ${dir} cannot be written.`,
    )
  }
  around.print(`Made the helpline "${helpline.organisation.deployment.name.en}" in ${dir}:`)
  around.print("  organisation.json, staff.json   for the server")
  around.print(
    "  private/                        root key, registrar key: take these off this computer, in two places",
  )
  if (!helpline.organisation.deployment.demo) {
    around.print("  private/sign-in-*.txt           one sheet per member: print, hand over in person, delete")
  }
  return 0
}

function check(dir: string, around: Surroundings): number {
  const organisation = readOrganisation(dir)
  if (!organisation.ok) return refuse(around, unreadable(dir, organisation.error))
  const today = dayOf(around.clock())
  const directory = checkedDirectory(organisation.value, today)
  if (!directory.ok) return refuse(around, PROBLEM_SENTENCES[directory.error])
  const { version, members } = directory.value
  const active = members.filter((member) => member.status === "active")
  const left = daysLeft(directory.value, today)
  around.print(`${organisation.value.deployment.name.en}: list ${version}, ${active.length} active members`)
  for (const member of members) {
    around.print(
      `  ${member.alias} (${member.roles.join(", ")})${member.status === "revoked" ? ", revoked" : ""}`,
    )
  }
  for (const { agencyId, names, officers } of directory.value.agencies) {
    around.print(`  inbox of ${names.en} (${agencyId})`)
    for (const { alias, status } of officers) {
      around.print(`    ${alias} (officer)${status === "revoked" ? ", revoked" : ""}`)
    }
  }
  if (left < 0) {
    return refuse(
      around,
      `The list expired on ${directory.value.expires}: nobody new can be added to a case. Run renew.`,
    )
  }
  around.print(`valid for ${left} more days, until ${directory.value.expires}`)
  if (left < WARNING_DAYS)
    around.print("Renew it now: when it has expired, nobody new can be added to a case.")
  return 0
}

type Change = (
  organisation: OrganisationFile,
  registrar: Parameters<typeof renewedOrganisation>[1],
  today: Parameters<typeof renewedOrganisation>[2],
) => Result<OrganisationFile, NextDirectoryProblem>

function next(dir: string, around: Surroundings, change: Change): number {
  const organisation = readOrganisation(dir)
  if (!organisation.ok) return refuse(around, unreadable(dir, organisation.error))
  const registrar = readRegistrar(dir, organisation.value.deployment.deploymentId)
  if (!registrar.ok) {
    const what = registrar.error === "missing" ? "is not there" : "is damaged or belongs to another helpline"
    return refuse(
      around,
      `The registrar key ${dir}/private/registrar-1.json ${what}. Bring it back for this step.`,
    )
  }
  const today = dayOf(around.clock())
  const changed = change(organisation.value, registrar.value, today)
  if (!changed.ok) return refuse(around, NEXT_SENTENCES[changed.error])
  const written = replaceOrganisation(dir, changed.value)
  if (!written.ok) return refuse(around, `The folder ${dir} cannot be written.`)
  around.print(
    "Signed the next list. Copy the new organisation.json to the server: it takes it within seconds.",
  )
  return check(dir, around)
}

function unreadable(dir: string, error: "missing" | "damaged"): string {
  return error === "missing"
    ? `There is no organisation.json in ${dir}.`
    : `${dir}/organisation.json is damaged. Restore it from your copy.`
}

function alreadyThere(dir: string): string {
  return helplineIn(dir) === "part"
    ? `${dir} holds a helpline whose making was cut off. Delete that folder and start again.`
    : `${dir} already holds a helpline. Nothing was changed; choose an empty folder.`
}

function refuse(around: Surroundings, ...sentences: readonly string[]): number {
  for (const sentence of sentences) around.print(sentence)
  return 1
}
