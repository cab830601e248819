import { type Clock, dayOf, parseAlias, type Result } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import {
  type AgencyChange,
  type AgencyFiles,
  type AgencyPlan,
  type AgencyProblem,
  addAgency,
  agencyFilesOf,
  rotateInbox,
} from "./agencies.ts"
import {
  readOrganisation,
  readRegistrar,
  readStaff,
  replaceOrganisation,
  replaceStaff,
  writeDemoOfficers,
  writeSheets,
} from "./folder.ts"
import type { SignIn } from "./helpline.ts"
import { inboxesOf, NEXT_SENTENCES, withInboxes } from "./next-directory.ts"

type Around = { readonly random: Random; readonly clock: Clock; readonly print: (line: string) => void }
type Options = Readonly<Record<string, string>>

/** What a command of `agency` ends with: lines to print, and whether it was done. */
export type AgencyOutcome = { readonly done: boolean; readonly lines: readonly string[] }

/** `agency add`: an inbox for an agency, with its first officers. */
export function agencyAdd(options: Options, around: Around): Promise<AgencyOutcome> {
  return changed(options.org ?? "", around, async (files) => {
    const officers = (options.officers ?? "").split(";").map((name) => parseAlias(name.trim()))
    const aliases = officers.flatMap((each) => (each.ok ? [each.value] : []))
    if (aliases.length < officers.length) return { ok: false, error: "bad-alias" }
    const name = options.name ?? ""
    const names = { en: name, ur: options["name-ur"] ?? name, "ur-Latn": options["name-ur-latn"] ?? name }
    const plan = { agencyId: options.agency ?? "", names, officers: aliases }
    return addAgency(files, plan, around.random)
  })
}

/** Gives a demo that was made before there were agencies the made-up one that every new demo has. */
export function demoAgency(dir: string, plan: AgencyPlan, around: Around): Promise<AgencyOutcome> {
  return changed(dir, around, (files) => addAgency(files, plan, around.random), writeDemoOfficers)
}

/** `agency rotate`: another key for those who hold the inbox. */
export function agencyRotate(options: Options, around: Around): Promise<AgencyOutcome> {
  return changed(options.org ?? "", around, (files) =>
    rotateInbox(files, options.agency ?? "", {}, around.random),
  )
}

/** `agency officer`: somebody comes, goes, or one takes the other's place; the key changes with them. */
export async function agencyOfficer(options: Options, around: Around): Promise<AgencyOutcome> {
  const { add, remove } = options
  if (add === undefined && remove === undefined)
    return refused("agency officer needs --add, --remove or both.")
  return changed(options.org ?? "", around, (files) =>
    rotateInbox(
      files,
      options.agency ?? "",
      { ...(add === undefined ? {} : { add }), ...(remove === undefined ? {} : { remove }) },
      around.random,
    ),
  )
}

async function changed(
  dir: string,
  around: Around,
  change: (files: AgencyFiles) => Promise<Result<AgencyChange, AgencyProblem>>,
  keepSignIns: (dir: string, signIns: readonly SignIn[]) => boolean = writeSheets,
): Promise<AgencyOutcome> {
  const organisation = readOrganisation(dir)
  const staff = readStaff(dir)
  if (!organisation.ok || !staff.ok) {
    return refused(`${dir} does not hold a whole organisation.json and staff.json. Bring both for this step.`)
  }
  const registrar = readRegistrar(dir, organisation.value.deployment.deploymentId)
  if (!registrar.ok) {
    return refused(
      `The registrar key ${dir}/private/registrar-1.json is needed for this step. Bring it back.`,
    )
  }
  const today = dayOf(around.clock())
  const inboxes = inboxesOf(organisation.value, today)
  if (inboxes === null)
    return refused("organisation.json does not pass its own check: run check and see why.")
  const result = await change(agencyFilesOf(inboxes, staff.value))
  if (!result.ok) return refused(SENTENCES[result.error])
  const { files, signIns } = result.value
  const next = withInboxes(organisation.value, registrar.value, today, files.inboxes)
  if (!next.ok) return refused(NEXT_SENTENCES[next.error])
  // The sheets first: a key whose passphrase was never written down is lost. Then what the server needs for the new list.
  const nextStaff = { ...staff.value, officers: [...files.records], inboxWraps: [...files.wraps] }
  const isWritten =
    keepSignIns(dir, signIns) && replaceStaff(dir, nextStaff).ok && replaceOrganisation(dir, next.value).ok
  if (!isWritten) return refused(`The folder ${dir} cannot be written, or holds a sheet of the same name.`)
  return {
    done: true,
    lines: [
      ...signIns.map(
        ({ alias }) => `made the keys of ${alias}: print and hand over the sheet in private/, then delete it`,
      ),
      "The inbox has a new key. Copy organisation.json and staff.json to the server: it takes them within seconds.",
      "Consents that name the old key and have not been handed over must be signed again; the desk says so.",
    ],
  }
}

const SENTENCES: Readonly<Record<AgencyProblem, string>> = {
  "no-such-agency": "No agency of this name has an inbox here; agency add makes one.",
  "agency-exists": "This agency has an inbox already; agency officer and agency rotate change it.",
  "bad-agency-id": "--agency is the agency's short name in the registry, such as door-nccia.",
  "bad-alias": "An officer's alias must have 2 to 40 letters, digits, spaces, dots or hyphens.",
  "alias-taken": "An officer of this alias is there already; people must be able to tell officers apart.",
  "no-such-officer": "No active officer of this agency has this alias.",
  "last-officer": "An inbox needs an officer who can open it. Add another one first, or both in one step.",
}

function refused(sentence: string): AgencyOutcome {
  return { done: false, lines: [sentence] }
}
