// Looks after the sentences of the screens. npx tsx tools/text.ts check | accept <area>... | spell <area>...  ("all" names every area)
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { acceptArea, readAreas } from "./text-areas.ts"
import { checkArea, describeProblem } from "./text-check.ts"
import { withProjectSpelling } from "./text-spell.ts"

const [command = "check", ...names] = process.argv.slice(2)
const areas = await readAreas()

if (command === "check") {
  const problems = areas.flatMap(checkArea)
  for (const problem of problems) console.log(describeProblem(problem))
  console.log(`${areas.length} areas, ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
} else if (command === "accept") {
  for (const area of chosenAreas()) {
    await acceptArea(area)
    console.log(`${area.name}: translations accepted as made from today's English`)
  }
} else if (command === "spell") {
  for (const area of chosenAreas()) {
    const file = join(area.folder, "ur-Latn.ts")
    await writeFile(file, withProjectSpelling(await readFile(file, "utf8")))
    console.log(`${area.name}: Roman Urdu has the project's spelling; read the change before you commit it`)
  }
} else {
  throw new Error("use: npx tsx tools/text.ts check | accept <area>... | spell <area>...")
}

function chosenAreas() {
  const chosen = areas.filter((area) => names.includes("all") || names.includes(area.name))
  if (chosen.length > 0) return chosen
  throw new Error(`name an area, or "all"; there are: ${areas.map((area) => area.name).join(", ")}`)
}
