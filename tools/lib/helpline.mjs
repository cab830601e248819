import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { inRoot } from "./paths.mjs"
import { Sentence, say } from "./say.mjs"
import { runProgram } from "./shell.mjs"
import { writableFolder } from "./writable.mjs"

const OTHER_DATA = ", or set SHN_DATA to another folder"

/** Which helpline is served, and where its stored data lies. @typedef {{organisationDir: string, dataDir: string, isDemo: boolean}} Helpline */

/**
 * The helpline of this start: the organisation folder in SHN_ORG, or else a demo helpline with made-up staff.
 * @returns {Promise<Helpline>}
 */
export async function chosenHelpline() {
  const organisationDir = process.env.SHN_ORG ?? ""
  if (organisationDir !== "")
    return {
      organisationDir,
      dataDir: writableFolder(process.env.SHN_DATA ?? inRoot("data", "helpline"), OTHER_DATA),
      isDemo: false,
    }
  const demoDir = writableFolder(inRoot("data", "demo"))
  await keepDemoHelpline(demoDir)
  return {
    organisationDir: demoDir,
    dataDir: writableFolder(process.env.SHN_DATA ?? join(demoDir, "store"), OTHER_DATA),
    isDemo: true,
  }
}

/**
 * Makes the demo helpline, or renews its list of staff keys when that is about to expire.
 * @param {string} dir
 */
export async function keepDemoHelpline(dir) {
  const isNew = !existsSync(join(dir, "organisation.json"))
  const { code, output } = await runCli(["demo", "--out", dir])
  if (code !== 0) throw new Sentence(`The demo helpline could not be made:\n${output.trimEnd()}`)
  if (isNew) say(`- made a demo helpline in ${dir}`)
}

/**
 * The command line tool, from source.
 * @param {readonly string[]} args
 */
export function runCli(args) {
  const tsx = inRoot("node_modules", "tsx", "dist", "cli.mjs")
  return runProgram(process.execPath, [tsx, inRoot("apps", "cli", "src", "main.ts"), ...args], {
    quiet: true,
  })
}

/**
 * What a visitor of a new demo needs, printed once.
 * @param {Helpline} helpline
 */
export function demoSignInLines(helpline) {
  const sheet = join(helpline.organisationDir, "sign-ins.txt")
  return `\nMade-up staff sign-ins (also kept in ${sheet}):\n\n${readFileSync(sheet, "utf8").trimEnd()}\n`
}
