import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "@shn/primitives/random"
import { deriveStaffSecret, unlockMember, verifyDirectory } from "@shn/sealed"
import { OrganisationFileField, StaffFileField, v } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runCommand } from "./commands.ts"

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 23, 9)
const STAFF = `alias,roles,gender,languages,disciplines,valid_until,duty
Hina,expert,woman,ur:native;en,psych,2028-01-31,mon-fri 09:00-17:00
Omar,coordinator;administrator,man,ur:native,,,24/7
`

let folder = ""
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shn-cli-"))
  writeFileSync(join(folder, "staff.csv"), STAFF)
  const done = await cli(["create", "--name", "Our helpline", "--staff", at("staff.csv"), "--out", at("org")])
  expect(done).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (...parts: string[]) => join(folder, ...parts)
const organisation = (dir = "org") =>
  v.parse(OrganisationFileField, JSON.parse(readFileSync(at(dir, "organisation.json"), "utf8")))

async function cli(args: string[], nowMs = START) {
  const lines: string[] = []
  const code = await runCommand(args, {
    random: systemRandom,
    clock: () => nowMs,
    print: (line) => lines.push(line),
  })
  return { code, text: lines.join("\n") }
}

function verified(dir: string, today: string) {
  const { deployment, registrars, directory } = organisation(dir)
  return verifyDirectory({ org: deployment, registrars, directory, today: today as never, atLeastVersion: 0 })
}

test("a new helpline passes the check that every phone makes, for 30 days", () => {
  const directory = verified("org", "2026-11-23")
  if (!directory.ok) throw new Error(directory.error)
  expect(directory.value).toMatchObject({
    version: 1,
    freshness: "current",
    expires: "2026-12-23",
    registrars: 1,
  })
  expect(directory.value.members.map((member) => member.alias)).toEqual(["Hina", "Omar"])
  expect(organisation().deployment).toMatchObject({
    demo: false,
    name: { en: "Our helpline", ur: "Our helpline" },
  })
})

test("a member opens her keys with the passphrase of her sheet, and the server's half alone opens nothing", async () => {
  const staff = v.parse(StaffFileField, JSON.parse(readFileSync(at("org", "staff.json"), "utf8")))
  const hina = staff.members.find((member) => member.alias === "Hina")
  if (hina === undefined) throw new Error("no Hina")
  const sheet = readFileSync(at("org", "private", "sign-in-Hina.txt"), "utf8")
  const passphrase = /Passphrase\s+(.*)/.exec(sheet)?.[1] ?? ""
  expect(passphrase.split(" ")).toHaveLength(7)
  expect(sheet).toContain(hina.totpSecret)
  const secret = await deriveStaffSecret({ passphrase, salt: hina.salt, kdf: hina.kdf })
  if (!secret.ok) throw new Error(secret.error)
  const keys = await unlockMember(hina, secret.value.wrapKey)
  expect(keys.ok).toBe(true)
  const wrong = await deriveStaffSecret({ passphrase: `${passphrase} x`, salt: hina.salt, kdf: hina.kdf })
  if (!wrong.ok) throw new Error(wrong.error)
  expect(await unlockMember(hina, wrong.value.wrapKey)).toEqual({ ok: false, error: "wrong-passphrase" })
  expect(JSON.stringify(staff)).not.toContain(passphrase)
})

test("everything but the public file is readable by its owner alone", () => {
  const secretFiles = [
    ...readdirSync(at("org", "private")).map((name) => join("private", name)),
    "staff.json",
  ]
  expect(secretFiles.length).toBeGreaterThanOrEqual(5)
  for (const name of secretFiles) expect(statSync(at("org", name)).mode & 0o077, name).toBe(0)
})

test("the two files for the server hold no private key of the organisation", () => {
  const forServer =
    readFileSync(at("org", "organisation.json"), "utf8") + readFileSync(at("org", "staff.json"), "utf8")
  for (const name of ["root-key.json", "registrar-1.json"]) {
    const { seed } = JSON.parse(readFileSync(at("org", "private", name), "utf8"))
    expect(seed).toMatch(/^[\w-]{43}$/)
    expect(forServer).not.toContain(seed)
  }
})

test("a folder that holds a helpline is never overwritten", async () => {
  const before = readFileSync(at("org", "organisation.json"), "utf8")
  const again = await cli(["create", "--name", "Other", "--staff", at("staff.csv"), "--out", at("org")])
  expect(again.code).toBe(1)
  expect(again.text).toContain("already holds a helpline")
  expect(readFileSync(at("org", "organisation.json"), "utf8")).toBe(before)
})

test("a founding that was cut off is said so, and never mistaken for a helpline", async () => {
  mkdirSync(at("half", "private"), { recursive: true })
  expect((await cli(["demo", "--out", at("half")])).text).toContain("making was cut off")
  const create = ["create", "--name", "A", "--staff", at("staff.csv"), "--out", at("half")]
  expect(await cli(create)).toMatchObject({ code: 1, text: expect.stringContaining("making was cut off") })
})

test("check prints the days left, warns in the last week and fails after the last day", async () => {
  expect(await cli(["check", "--org", at("org")])).toMatchObject({
    code: 0,
    text: expect.stringContaining("valid for 30 more days, until 2026-12-23"),
  })
  expect((await cli(["check", "--org", at("org")], START + 25 * DAY_MS)).text).toContain("Renew it now")
  const late = await cli(["check", "--org", at("org")], START + 31 * DAY_MS)
  expect(late).toMatchObject({ code: 1, text: expect.stringContaining("expired on 2026-12-23") })
})

test("renewing and revoking sign the next list; a revoked member stays listed and is marked", async () => {
  const renewed = await cli(["renew", "--org", at("org")], START + 10 * DAY_MS)
  expect(renewed.code).toBe(0)
  const revoked = await cli(["revoke", "--org", at("org"), "--alias", "hina"], START + 11 * DAY_MS)
  expect(revoked.code).toBe(0)
  const directory = verified("org", "2026-12-04")
  if (!directory.ok) throw new Error(directory.error)
  expect(directory.value).toMatchObject({ version: 3, issued: "2026-12-04", expires: "2027-01-03" })
  expect(directory.value.members.map(({ alias, status }) => [alias, status])).toEqual([
    ["Hina", "revoked"],
    ["Omar", "active"],
  ])
  const twice = await cli(["revoke", "--org", at("org"), "--alias", "Hina"], START + 11 * DAY_MS)
  expect(twice).toMatchObject({ code: 1, text: expect.stringContaining("No active member has this alias") })
  const early = await cli(["renew", "--org", at("org")])
  expect(early).toMatchObject({ code: 1, text: expect.stringContaining("clock is before") })
})

test("without the registrar key nothing is signed, and a key of another helpline is refused", async () => {
  const path = at("org", "private", "registrar-1.json")
  const mine = readFileSync(path, "utf8")
  const before = readFileSync(at("org", "organisation.json"), "utf8")
  rmSync(path)
  expect((await cli(["renew", "--org", at("org")], START + 12 * DAY_MS)).text).toContain("is not there")
  writeFileSync(path, JSON.stringify({ ...JSON.parse(mine), deploymentId: "AAAAAAAAAAAAAAAAAAAAAA" }))
  expect((await cli(["renew", "--org", at("org")], START + 12 * DAY_MS)).text).toContain("another helpline")
  writeFileSync(path, JSON.stringify({ ...JSON.parse(mine), seed: "A".repeat(43) }))
  const foreign = await cli(["renew", "--org", at("org")], START + 12 * DAY_MS)
  expect(foreign).toMatchObject({ code: 1, text: expect.stringContaining("not one that the root key named") })
  expect(readFileSync(at("org", "organisation.json"), "utf8")).toBe(before)
  writeFileSync(path, mine)
})

test("a changed list of staff keys does not pass the check", async () => {
  const path = at("org", "organisation.json")
  const good = readFileSync(path, "utf8")
  const file = JSON.parse(good)
  const payload = Buffer.from(file.directory[0].payload, "base64url").toString().replace('"Omar"', '"Umar"')
  file.directory[0].payload = Buffer.from(payload).toString("base64url")
  writeFileSync(path, JSON.stringify(file))
  const checked = await cli(["check", "--org", at("org")])
  writeFileSync(path, good)
  expect(checked).toMatchObject({ code: 1, text: expect.stringContaining("signature is missing, wrong") })
})

test.each([
  [[], "Which command?"],
  [["constructor"], "Which command?"],
  [["create", "--name", "A"], "also needs --staff --out"],
  [["create", "--name"], "--name needs a value"],
  [["check", "--dir", "x"], '"--dir" is not an option of check'],
  [["check", "--org", "no/such/folder"], "There is no organisation.json"],
  [["create", "--name", "A", "--staff", "no-such.csv", "--out", "no-such-org"], "There is no staff list"],
])("a command line that cannot work is answered in a sentence: %j", async (args, sentence) => {
  expect(await cli(args)).toMatchObject({ code: 1, text: expect.stringContaining(sentence) })
})

test("the demo helpline is made once, kept, and renewed before its list expires", async () => {
  const made = await cli(["demo", "--out", at("demo")])
  expect(made.code).toBe(0)
  const first = readFileSync(at("demo", "organisation.json"), "utf8")
  expect(organisation("demo").deployment.demo).toBe(true)
  const { signIns } = JSON.parse(readFileSync(at("demo", "demo-sign-ins.json"), "utf8"))
  expect(signIns.map((each: { alias: string }) => each.alias)).toEqual([
    "Sana",
    "Amna",
    "Bilal",
    "Farah",
    "Imran",
    "Nadia",
  ])
  expect(await cli(["demo", "--out", at("demo")], START + 20 * DAY_MS)).toEqual({ code: 0, text: "" })
  expect(readFileSync(at("demo", "organisation.json"), "utf8")).toBe(first)
  expect((await cli(["demo", "--out", at("demo")], START + 24 * DAY_MS)).code).toBe(0)
  expect(verified("demo", "2026-12-17")).toMatchObject({ ok: true, value: { version: 2 } })
  expect((await cli(["demo", "--out", at("demo")], START + 200 * DAY_MS)).code).toBe(0)
  expect((await cli(["demo", "--out", at("org")])).text).toContain("is a real one")
}, 60_000)
