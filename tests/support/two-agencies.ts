import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "@shn/primitives/random"
import { runCommand } from "../../apps/cli/src/commands.ts"
import { TEST_HELPLINE } from "./running.ts"

/** The helpline of the tests in a folder of its own, with a second agency that has one officer. Its builds stay valid: the root is the same. */
export async function helplineWithTwoAgencies(officer: string) {
  const dir = mkdtempSync(join(tmpdir(), "shn-two-agencies-"))
  cpSync(TEST_HELPLINE, dir, { recursive: true })
  /** Runs a command of the organisation's own tool; the running server takes what it changes within seconds. */
  const org = async (...args: readonly string[]) => {
    const said: string[] = []
    const print = (line: string) => void said.push(line)
    const code = await runCommand([...args, "--org", dir], { random: systemRandom, clock: Date.now, print })
    if (code !== 0) throw new Error(said.join("\n"))
  }
  await org("agency", "add", "--agency", "door-fia", "--name", "FIA (test)", "--officers", officer)
  const sheet = readFileSync(join(dir, "private", `sign-in-officer-${officer}.txt`), "utf8")
  const onSheet = (name: string) => new RegExp(`^${name} +(.+)$`, "m").exec(sheet)?.[1]?.trim() ?? ""
  const file = join(dir, "demo-agency-sign-ins.json")
  const { signIns } = JSON.parse(readFileSync(file, "utf8")) as { signIns: object[] }
  const added = {
    alias: officer,
    role: "officer of FIA (test)",
    passphrase: onSheet("Passphrase"),
    totpSecret: onSheet("Code app"),
  }
  writeFileSync(file, JSON.stringify({ signIns: [...signIns, added] }))
  return { dir, org, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
