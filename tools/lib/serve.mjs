import { spawn } from "node:child_process"
import { readDeployment, webFolder } from "../build.mjs"
import { inRoot, ROOT } from "./paths.mjs"

/** Where the demo's made-up officers sign in, unless SHN_AGENCY_PORT says otherwise. */
const DEMO_AGENCY_PORT = "8082"

// The first line of the server's log, apps/server/src/log.ts.
const STARTED = '"event":"started"'

/**
 * Runs the server until it ends. Ctrl-C and a polite kill are passed on, and its exit code becomes ours.
 * @param {import("./helpline.mjs").Helpline} helpline
 * @param {() => void} onStarted called once the server accepts visitors; a taken port is its own sentence before that
 * @returns {Promise<number>}
 */
export function serve(helpline, onStarted) {
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", inRoot("apps", "server", "dist", "main.js")],
    {
      cwd: ROOT,
      env: {
        ...webRoots(helpline),
        ...process.env,
        SHN_ORG: helpline.organisationDir,
        SHN_DATA: helpline.dataDir,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  )
  child.stdout.setEncoding("utf8")
  let heard = ""
  child.stdout.on("data", (chunk) => {
    process.stdout.write(chunk)
    if (heard.includes(STARTED)) return
    heard += chunk
    if (heard.includes(STARTED)) onStarted()
  })
  // A terminal sends Ctrl-C to the child as well; being told twice to stop is the same as once.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve) => {
    child.on("error", () => resolve(1))
    child.on("close", (code, signal) => resolve(signal === null ? (code ?? 1) : 0))
  })
}

/** @param {import("./helpline.mjs").Helpline} helpline */
function webRoots(helpline) {
  const { deploymentId } = readDeployment(helpline.organisationDir)
  return {
    SHN_REPORTER_WEB: webFolder("reporter", deploymentId),
    SHN_DESK_WEB: webFolder("desk", deploymentId),
    SHN_AGENCY_WEB: webFolder("agency", deploymentId),
    ...(helpline.isDemo && !hasOwnOrigins() ? { SHN_AGENCY_PORT: DEMO_AGENCY_PORT } : {}),
    // The demo's sign-ins are known to everybody, so only this machine is served unless somebody asks for more.
    ...(helpline.isDemo ? { SHN_HOST: "127.0.0.1" } : {}),
  }
}

/**
 * Where officers of agencies sign in on this start; null when there is no door for them.
 * @param {import("./helpline.mjs").Helpline} helpline
 */
export function agencyAddress(helpline) {
  if (process.env.SHN_AGENCY_ORIGIN) return process.env.SHN_AGENCY_ORIGIN
  const usual = helpline.isDemo && !hasOwnOrigins() ? DEMO_AGENCY_PORT : ""
  const port = process.env.SHN_AGENCY_PORT ?? usual
  return port === "" ? null : `http://agency.localhost:${port}`
}

/** Whoever names addresses of their own names the agency's with them: the server refuses two of three. */
function hasOwnOrigins() {
  return Boolean(process.env.SHN_REPORTER_ORIGIN || process.env.SHN_DESK_ORIGIN)
}
