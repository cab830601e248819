import { existsSync } from "node:fs"
import { join } from "node:path"
import { build } from "../build.mjs"
import { chosenHelpline, demoSignInLines } from "./helpline.mjs"
import { ensureInstalled } from "./install.mjs"
import { inRoot } from "./paths.mjs"
import { reportFailure, Sentence, say } from "./say.mjs"
import { agencyAddress, serve } from "./serve.mjs"

/**
 * The whole of `npm start`.
 * @param {readonly string[]} args "build" stops after building
 */
export async function run(args) {
  try {
    const [command, ...rest] = args
    if (rest.length > 0 || (command !== undefined && command !== "build"))
      throw new Sentence("Usage: npm start, or: node tools/start.mjs build")
    await ensureInstalled()
    const isFirstDemo = !existsSync(join(inRoot("data", "demo"), "organisation.json"))
    const helpline = await chosenHelpline()
    await build(helpline.organisationDir)
    if (command === "build") return
    process.exitCode = await serve(helpline, () => sayAddresses(helpline, isFirstDemo))
  } catch (error) {
    reportFailure(error)
  }
}

/**
 * @param {import("./helpline.mjs").Helpline} helpline
 * @param {boolean} isFirstDemo
 */
function sayAddresses(helpline, isFirstDemo) {
  const reporter =
    process.env.SHN_REPORTER_ORIGIN ?? `http://localhost:${process.env.SHN_REPORTER_PORT ?? "8080"}`
  const desk = process.env.SHN_DESK_ORIGIN ?? `http://desk.localhost:${process.env.SHN_DESK_PORT ?? "8081"}`
  if (helpline.isDemo) {
    if (isFirstDemo) say(demoSignInLines(helpline))
    say("DEMO helpline with made-up staff. Do not enter a real case.")
    if (!isFirstDemo) say(`The made-up sign-ins are in ${join(helpline.organisationDir, "sign-ins.txt")}`)
    say(`Those of made-up officers are in ${join(helpline.organisationDir, "officer-sign-ins.txt")}`)
  }
  const agency = agencyAddress(helpline)
  const officers = agency === null ? "" : `\n  For officers of agencies   ${agency}`
  say(
    `\n  For people who need help   ${reporter}\n  For staff                  ${desk}${officers}\n\nCtrl-C stops it.`,
  )
}
