import { systemRandom } from "@shn/primitives/random"
import { runCommand } from "./commands.ts"

process.exitCode = await runCommand(process.argv.slice(2), {
  random: systemRandom,
  clock: () => Date.now(),
  print: (line) => console.log(line),
})
