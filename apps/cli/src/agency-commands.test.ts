import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dayOf } from "@shn/domain"
import { openInboxWrap } from "@shn/evidence"
import { systemRandom } from "@shn/primitives/random"
import {
  certifiedAgency,
  certifiedMember,
  deriveStaffSecret,
  unlockMember,
  verifyDirectory,
} from "@shn/sealed"
import { OrganisationFileField, StaffFileField, v } from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { runCommand } from "./commands.ts"
import { readRegistrar } from "./folder.ts"
import { withInboxes } from "./next-directory.ts"

const START = Date.UTC(2026, 10, 23, 9)
const AGENCY = ["--agency", "door-nccia"]
let folder = ""
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shn-agency-"))
  writeFileSync(at("staff.csv"), "alias,roles,gender,languages,duty\nOmar,coordinator,man,ur:native,24/7\n")
  expect(await cli("create", "--name", "Ours", "--staff", at("staff.csv"), "--out", at("org"))).toMatchObject(
    { code: 0 },
  )
  const added = await agency("add", "--name", "NCCIA", "--officers", "Rabia;Kamran")
  expect(added).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (...parts: string[]) => join(folder, ...parts)
const json = (name: string) => JSON.parse(readFileSync(at("org", name), "utf8"))
const staff = () => v.parse(StaffFileField, json("staff.json"))
async function cli(...args: string[]) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const code = await runCommand(args, { random: systemRandom, clock: () => START, print })
  return { code, text: lines.join("\n") }
}
const agency = (command: string, ...options: string[]) =>
  cli("agency", command, "--org", at("org"), ...AGENCY, ...options)

function directory() {
  const { deployment, registrars, directory } = v.parse(OrganisationFileField, json("organisation.json"))
  const checked = verifyDirectory({
    org: deployment,
    registrars,
    directory,
    today: "2026-11-23" as never,
    atLeastVersion: 0,
  })
  if (!checked.ok) throw new Error(checked.error)
  return checked.value
}
function inbox() {
  const found = certifiedAgency(directory(), "door-nccia")
  if (!found.ok) throw new Error(found.error)
  return found.value
}
/** Opens an officer's keys with the words of the sheet, as the agency's app does. */
async function keysOf(alias: string) {
  const sheet = readFileSync(at("org", "private", `sign-in-officer-${alias}.txt`), "utf8")
  const record = staff().officers?.find((each) => each.alias === alias)
  if (record === undefined) throw new Error(`no record of ${alias}`)
  const passphrase = /Passphrase\s+(.*)/.exec(sheet)?.[1] ?? ""
  const secret = await deriveStaffSecret({ passphrase, salt: record.salt, kdf: record.kdf })
  if (!secret.ok) throw new Error(secret.error)
  const keys = await unlockMember(record, secret.value.wrapKey)
  if (!keys.ok) throw new Error(keys.error)
  return keys.value
}
async function opensFor(alias: string): Promise<readonly string[]> {
  const keys = await keysOf(alias)
  const mine = (staff().inboxWraps ?? []).filter(({ keyId }) => keyId === keys.keyId)
  const opened = await Promise.all(mine.map((wrap) => openInboxWrap(wrap as never, keys.kem)))
  return opened.flatMap((each) => (each.ok ? [each.value.recipient] : []))
}

describe("an agency's inbox", () => {
  test("is on the list that every phone checks, and opens with the words of each officer's sheet", async () => {
    expect(inbox()).toMatchObject({ names: { en: "NCCIA", ur: "NCCIA", "ur-Latn": "NCCIA" }, keyEpoch: 0 })
    expect(inbox().officers.map(({ alias, status }) => [alias, status])).toEqual([
      ["Rabia", "active"],
      ["Kamran", "active"],
    ])
    expect(await opensFor("Rabia")).toEqual([inbox().recipient])
    expect(await opensFor("Kamran")).toEqual([inbox().recipient])
  })

  test("has officers who are no members: no case can be sealed to them", () => {
    for (const { keyId } of inbox().officers)
      expect(certifiedMember(directory(), keyId)).toEqual({ ok: false, error: "uncertified-key" })
    expect(directory().members.map(({ alias }) => alias)).toEqual(["Omar"])
  })

  test("has no identity in any file, and the staff file stays private", () => {
    for (const name of ["organisation.json", "staff.json"])
      expect(readFileSync(at("org", name), "utf8")).not.toContain("AGE-SECRET-KEY")
    for (const name of readdirSync(at("org", "private")))
      expect(readFileSync(at("org", "private", name), "utf8")).not.toContain("AGE-SECRET-KEY")
    expect(statSync(at("org", "staff.json")).mode & 0o777).toBe(0o600)
  })

  test("is kept when the list is renewed", async () => {
    const before = inbox().recipient
    expect(await cli("renew", "--org", at("org"))).toMatchObject({ code: 0 })
    expect(inbox().recipient).toBe(before)
  })

  test("is made once, for names that tell people apart, and never for nobody", async () => {
    expect((await agency("add", "--name", "NCCIA", "--officers", "Zoya")).text).toContain(
      "has an inbox already",
    )
    const other = (officers: string) =>
      cli(
        "agency",
        "add",
        "--org",
        at("org"),
        "--agency",
        "door-fia",
        "--name",
        "FIA",
        "--officers",
        officers,
      )
    expect((await other("rabia")).text).toContain("is there already")
    expect((await other("Zoya;zoya")).text).toContain("is there already")
    expect((await other("Z!")).text).toContain("2 to 40 letters")
    expect(
      (
        await cli(
          "agency",
          "add",
          "--org",
          at("org"),
          "--agency",
          "Door FIA",
          "--name",
          "F",
          "--officers",
          "Zoya",
        )
      ).text,
    ).toContain("short name in the registry")
    expect((await agency("officer")).text).toContain("--add, --remove")
    expect((await agency("officer", "--remove", "Nobody")).text).toContain("No active officer")
    expect((await cli("agency", "rotate", "--org", at("org"), "--agency", "door-fia")).text).toContain(
      "No agency",
    )
    expect((await cli("agency")).text).toContain("agency add")
    expect(inbox().officers).toHaveLength(2)
  })

  test("gets another key when an officer leaves: who stays opens both, who left neither finds a wrap nor a record", async () => {
    const before = inbox().recipient
    const kamran = await keysOf("Kamran")
    expect(await agency("officer", "--remove", "kamran", "--add", "Zoya")).toMatchObject({ code: 0 })
    expect(inbox().recipient).not.toBe(before)
    expect(inbox().keyEpoch).toBe(1)
    expect(inbox().officers.map(({ alias, status }) => [alias, status])).toEqual([
      ["Rabia", "active"],
      ["Kamran", "revoked"],
      ["Zoya", "active"],
    ])
    expect(await opensFor("Rabia")).toEqual([inbox().recipient, before])
    expect(await opensFor("Zoya")).toEqual([inbox().recipient])
    expect((staff().inboxWraps ?? []).filter(({ keyId }) => keyId === kamran.keyId)).toEqual([])
    expect((staff().officers ?? []).map(({ alias }) => alias)).toEqual(["Rabia", "Zoya"])
  })

  test("can be given another key at any time, and is never left without an officer", async () => {
    const before = inbox().recipient
    expect(await agency("rotate")).toMatchObject({ code: 0 })
    expect(inbox().recipient).not.toBe(before)
    expect(await agency("officer", "--remove", "Zoya")).toMatchObject({ code: 0 })
    expect((await agency("officer", "--remove", "Rabia")).text).toContain("needs an officer")
    expect(inbox().officers.filter(({ status }) => status === "active")).toHaveLength(1)
  })
})

test("the demo has a made-up agency with two officers, whose sign-ins are printed on a sheet of their own", async () => {
  expect(await cli("demo", "--out", at("demo"))).toMatchObject({ code: 0 })
  const { signIns } = JSON.parse(readFileSync(at("demo", "demo-agency-sign-ins.json"), "utf8"))
  expect(signIns.map(({ alias, role }: { alias: string; role: string }) => [alias, role])).toEqual([
    ["Rabia", "officer of NCCIA (demo)"],
    ["Kamran", "officer of NCCIA (demo)"],
  ])
  const sheets = readFileSync(at("demo", "officer-sign-ins.txt"), "utf8")
  for (const { passphrase } of signIns) expect(sheets).toContain(passphrase)
  const staffSignIns = JSON.parse(readFileSync(at("demo", "demo-sign-ins.json"), "utf8")).signIns
  expect(staffSignIns.map(({ alias }: { alias: string }) => alias)).not.toContain("Rabia")
  expect((await cli("check", "--org", at("demo"))).text).toContain("inbox of NCCIA (demo) (door-nccia)")
}, 60_000)

test("a demo from before there were agencies is given the made-up one, and keeps its people and its keys", async () => {
  expect(await cli("demo", "--out", at("old"))).toMatchObject({ code: 0 })
  const before = JSON.parse(readFileSync(at("old", "organisation.json"), "utf8"))
  const today = dayOf(START)
  const registrar = readRegistrar(at("old"), before.deployment.deploymentId)
  const without = registrar.ok ? withInboxes(before, registrar.value, today, []) : registrar
  if (!without.ok) throw new Error(without.error)
  writeFileSync(at("old", "organisation.json"), JSON.stringify(without.value))
  for (const name of ["demo-agency-sign-ins.json", "officer-sign-ins.txt"]) rmSync(at("old", name))
  expect((await cli("check", "--org", at("old"))).text).not.toContain("inbox of")

  expect(await cli("demo", "--out", at("old"))).toMatchObject({ code: 0, text: "" })
  const { signIns } = JSON.parse(readFileSync(at("old", "demo-agency-sign-ins.json"), "utf8"))
  expect(signIns.map(({ alias }: { alias: string }) => alias)).toEqual(["Rabia", "Kamran"])
  const checked = (await cli("check", "--org", at("old"))).text
  expect(checked).toContain("inbox of NCCIA (demo) (door-nccia)")
  expect(checked).toContain("Sana (expert)")
  const after = JSON.parse(readFileSync(at("old", "organisation.json"), "utf8"))
  expect(after.deployment).toEqual(before.deployment)
}, 60_000)
