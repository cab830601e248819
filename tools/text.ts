// Looks after the sentences of the screens. npx tsx tools/text.ts check | accept <area>... | accept all
import { acceptArea, readAreas } from "./text-areas.ts"
import { checkArea, describeProblem } from "./text-check.ts"

const [command = "check", ...names] = process.argv.slice(2)
const areas = await readAreas()

if (command === "check") {
  const problems = areas.flatMap(checkArea)
  for (const problem of problems) console.log(describeProblem(problem))
  console.log(`${areas.length} areas, ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
} else if (command === "accept" && names.length > 0) {
  const chosen = areas.filter((area) => names.includes("all") || names.includes(area.name))
  if (chosen.length === 0)
    throw new Error(`no such area; there are: ${areas.map((area) => area.name).join(", ")}`)
  for (const area of chosen) {
    await acceptArea(area)
    console.log(`${area.name}: translations accepted as made from today's English`)
  }
} else {
  throw new Error("use: npx tsx tools/text.ts check | accept <area>... | accept all")
}
