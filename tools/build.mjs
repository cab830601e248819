// `node tools/build.mjs --org DIR`: builds the three web apps for one helpline, and the server.
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { inRoot } from "./lib/paths.mjs"
import { precompress } from "./lib/precompress.mjs"
import { reportFailure, Sentence, timed } from "./lib/say.mjs"
import { runProgram } from "./lib/shell.mjs"
import { buildIfChanged, fingerprint } from "./lib/stamp.mjs"

const SHARED = [
  "packages",
  "package-lock.json",
  "tsconfig.base.json",
  "tools/build.mjs",
  "tools/lib/precompress.mjs",
]

/**
 * Builds what changed since the last time.
 * @param {string} organisationDir holds organisation.json, whose public half is compiled into the web apps
 */
export async function build(organisationDir) {
  const deployment = readDeployment(organisationDir)
  await buildServer()
  for (const app of ["reporter", "desk", "agency"]) await buildWebApp(app, deployment)
}

/**
 * The part of organisation.json that a build needs. The server and the apps check the rest.
 * @param {string} organisationDir
 * @returns {{deploymentId: string}}
 */
export function readDeployment(organisationDir) {
  const path = join(organisationDir, "organisation.json")
  if (!existsSync(path))
    throw new Sentence(
      `There is no organisation.json in ${organisationDir}. docs/ORGANISATION.md says how to make one.`,
    )
  const text = readFileSync(path, "utf8")
  try {
    const { deployment } = JSON.parse(text)
    if (
      typeof deployment?.deploymentId === "string" &&
      typeof deployment.orgRootPk === "string" &&
      typeof deployment.demo === "boolean"
    )
      return deployment
  } catch {
    // The sentence below is the answer to a file that is not JSON, too.
  }
  throw new Sentence(`${path} is damaged: it names no deployment. Restore it from your copy.`)
}

async function buildServer() {
  const result = inRoot("apps", "server", "dist", "main.js")
  await buildIfChanged({
    name: "server",
    fingerprint: fingerprint([...SHARED, "apps/server/src", "apps/server/package.json"], process.version),
    result,
    build: () => timed("building the server", () => bundleServer(result)),
  })
}

/** @param {string} outfile */
async function bundleServer(outfile) {
  const { build: bundle } = await import("esbuild")
  await bundle({
    entryPoints: [inRoot("apps", "server", "src", "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    // Native code and the optional PostgreSQL driver stay in node_modules.
    external: ["better-sqlite3", "pg"],
    // CommonJS packages inside an ES module still call require.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "error",
  })
}

/**
 * Where the built apps of one helpline lie: each helpline has its own, because its root key is compiled in.
 * @param {string} app
 * @param {string} deploymentId
 */
export function webFolder(app, deploymentId) {
  return inRoot(".cache", "web", deploymentId, app)
}

/**
 * @param {string} app
 * @param {{deploymentId: string}} deployment compiled into the app as a constant
 */
async function buildWebApp(app, deployment) {
  const json = JSON.stringify(deployment)
  const outDir = webFolder(app, deployment.deploymentId)
  await buildIfChanged({
    name: `${app}-${deployment.deploymentId}`,
    fingerprint: fingerprint([...SHARED, "content", `apps/${app}`], `${process.version}\0${json}`),
    result: outDir,
    build: () => timed(`building the ${app} app`, () => bundleWebApp(inRoot("apps", app), json, outDir)),
  })
}

/**
 * @param {string} folder
 * @param {string} deployment JSON
 * @param {string} outDir
 */
async function bundleWebApp(folder, deployment, outDir) {
  const vite = inRoot("node_modules", "vite", "bin", "vite.js")
  // Made beside it and moved there when whole: a build that is cut off, or another one at the same time, leaves no half.
  const making = `${outDir}.${process.pid}`
  const { code, output } = await runProgram(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: folder,
    env: { SHN_DEPLOYMENT_JSON: deployment, SHN_OUT_DIR: making, NODE_ENV: "production" },
    quiet: true,
  })
  if (code !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`the build of ${folder} failed:\n${output}`)
  }
  await precompress(making)
  rmSync(outDir, { recursive: true, force: true })
  renameSync(making, outDir)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [flag, dir] = process.argv.slice(2)
  if (flag !== "--org" || dir === undefined)
    reportFailure(new Sentence("Usage: node tools/build.mjs --org DIR"))
  else await build(dir).catch(reportFailure)
}
