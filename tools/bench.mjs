// `npm run bench`: every figure beside its budget, measured in one run over a fresh build.
import { spawn } from "node:child_process"
import { build } from "./build.mjs"
import { keepDemoHelpline } from "./lib/helpline.mjs"
import { inRoot } from "./lib/paths.mjs"
import { TEST_HELPLINE } from "./lib/run-tests.mjs"
import { reportFailure } from "./lib/say.mjs"

try {
  await keepDemoHelpline(TEST_HELPLINE)
  await build(TEST_HELPLINE)
  const tsx = inRoot("node_modules", "tsx", "dist", "cli.mjs")
  const bench = spawn(process.execPath, [tsx, inRoot("bench", "run.ts")], { stdio: "inherit" })
  bench.on("close", (code) => {
    process.exitCode = code ?? 1
  })
} catch (error) {
  reportFailure(error)
}
