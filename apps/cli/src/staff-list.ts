import {
  ACT_FAMILIES,
  CHANNELS,
  CLEARANCES,
  DISCIPLINES,
  GENDERS,
  LANGUAGE_LEVELS,
  PROVINCES,
  parseAlias,
  parseDay,
  SPOKEN_LANGUAGES,
  STAFF_ROLES,
} from "@shn/domain"
import { readDuty } from "./duty.ts"
import type { StaffPlan } from "./staff-plan.ts"
import { readStaffTable, type StaffRow } from "./staff-table.ts"

/** Every column a staff list may have; `alias`, `roles` and `gender` must be there. docs/ORGANISATION.md explains them. */
export const STAFF_COLUMNS = [
  "alias",
  "roles",
  "gender",
  "languages",
  "disciplines",
  "valid_until",
  "provinces",
  "clearances",
  "channels",
  "cap",
  "duty",
  "skills",
  "outside",
] as const

/** The members, or every problem found, one sentence each. */
export type StaffList =
  | { readonly ok: true; readonly members: readonly StaffPlan[] }
  | { readonly ok: false; readonly sentences: readonly string[] }

/**
 * Reads the staff list of a new helpline and says everything that is wrong with it at once.
 * @param text CSV or JSON
 */
export function readStaffList(text: string): StaffList {
  const table = readStaffTable(text)
  if (!table.ok) return { ok: false, sentences: [table.sentence] }
  const sentences: string[] = unknownColumns(table.rows)
  const members = table.rows.flatMap((row) => readMember(row, sentences) ?? [])
  sentences.push(...teamProblems(members, table.rows.length))
  return sentences.length === 0 ? { ok: true, members } : { ok: false, sentences }
}

function readMember(row: StaffRow, sentences: string[]): StaffPlan | null {
  const before = sentences.length
  const cell = (column: (typeof STAFF_COLUMNS)[number]) => row.cells[column] ?? ""
  const where = `Line ${row.line} (${cell("alias") || "no alias"})`
  const complain = (what: string) => void sentences.push(`${where}: ${what}`)
  const known = <T extends string>(column: (typeof STAFF_COLUMNS)[number], allowed: readonly T[]): T[] =>
    listed(cell(column)).flatMap((text) => {
      const found = allowed.find((each) => each === text)
      if (found === undefined) complain(`${column} "${text}" is not one of ${allowed.join(", ")}.`)
      return found ?? []
    })

  const alias = parseAlias(cell("alias"))
  if (!alias.ok) complain("the alias must have 2 to 40 letters, digits, spaces, dots or hyphens.")
  const roles = known("roles", STAFF_ROLES)
  if (cell("roles") === "") complain(`roles is missing: one or more of ${STAFF_ROLES.join(", ")}.`)
  const genders = known("gender", GENDERS)
  if (listed(cell("gender")).length !== 1) complain(`gender must be one of ${GENDERS.join(", ")}.`)
  const disciplines = known("disciplines", DISCIPLINES)
  if (roles.includes("expert") && disciplines.length === 0 && cell("disciplines") === "") {
    complain(`an expert needs disciplines: one or more of ${DISCIPLINES.join(", ")}.`)
  }
  const validUntil = parseDay(cell("valid_until"))
  if (disciplines.length > 0 && !validUntil.ok) {
    complain("valid_until, the last day of the licence, must look like 2027-12-31.")
  }
  const provinces = known("provinces", PROVINCES)
  const languages = pairs(cell("languages"), "fluent").flatMap(([code, level]) => {
    const language = SPOKEN_LANGUAGES.find((each) => each === code)
    const known = LANGUAGE_LEVELS.find((each) => each === level)
    if (language === undefined || known === undefined) {
      complain(
        `languages "${code}:${level}" must be one of ${SPOKEN_LANGUAGES.join(", ")} with ${LANGUAGE_LEVELS.join(", ")}.`,
      )
      return []
    }
    return [{ code: language, level: known }]
  })
  if (cell("languages") === "") complain('languages is missing, e.g. "ur:native;en:fluent".')
  const skills = pairs(cell("skills"), "2").flatMap(([family, depth]) => {
    const act = ACT_FAMILIES.find((each) => each === family)
    const skill = ([0, 1, 2, 3] as const).find((each) => String(each) === depth)
    if (act !== undefined && skill !== undefined) return [[act, skill] as const]
    complain(`skills "${family}:${depth}" must be one of ${ACT_FAMILIES.join(", ")} with 0 to 3.`)
    return []
  })
  const cap = cell("cap") === "" ? 12 : Number(cell("cap"))
  if (!Number.isInteger(cap) || cap < 0 || cap > 100) complain("cap must be a whole number from 0 to 100.")
  const duty = readDuty(cell("duty"))
  if (duty === null) complain('duty must look like "24/7" or "mon-fri 09:00-17:00;sat 10:00-14:00".')
  const outside = ["yes", "true"].includes(cell("outside").toLowerCase())
  const channels = cell("channels") === "" ? (["messages"] as const) : known("channels", CHANNELS)
  const clearances = known("clearances", CLEARANCES)

  const [gender] = genders
  if (sentences.length > before || !alias.ok || gender === undefined || duty === null) return null
  return {
    alias: alias.value,
    roles,
    disciplines,
    gender,
    outside,
    profile: {
      credentials: validUntil.ok
        ? disciplines.map((discipline) => ({ discipline, validUntil: validUntil.value, provinces }))
        : [],
      languages,
      clearances,
      channels,
      cap,
      duty,
      leave: [],
      skills: Object.fromEntries(skills),
      experience: {},
      reach: provinces,
      // Nothing missed yet.
      reliability: 100,
    },
  }
}

function unknownColumns(rows: readonly StaffRow[]): string[] {
  const known: readonly string[] = STAFF_COLUMNS
  const found = new Set(rows.flatMap((row) => Object.keys(row.cells)))
  return [...found]
    .filter((column) => !known.includes(column))
    .map((column) => `The column "${column}" is not known; the columns are ${STAFF_COLUMNS.join(", ")}.`)
}

function teamProblems(members: readonly StaffPlan[], rowCount: number): string[] {
  const problems: string[] = []
  const names = members.map((member) => member.alias.toLowerCase())
  for (const name of new Set(names.filter((each, at) => names.indexOf(each) !== at))) {
    problems.push(`The alias "${name}" is there twice; people must be able to tell the members apart.`)
  }
  if (rowCount === 0) problems.push("The staff list names nobody.")
  // Judged only when every line was readable: otherwise the missing coordinator may be the damaged line.
  else if (members.length === rowCount && !members.some((member) => member.roles.includes("coordinator"))) {
    problems.push("The staff list has no coordinator; without one nobody holds a case that fits no expert.")
  }
  return problems
}

function listed(cell: string): string[] {
  return cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function pairs(cell: string, otherwise: string): [string, string][] {
  return listed(cell).map((part) => {
    const [name = "", value = otherwise] = part.split(":").map((each) => each.trim())
    return [name, value]
  })
}
