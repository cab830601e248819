import { writeFileSync } from "node:fs"
import { apiDocument } from "./api-document.ts"
import { inRoot } from "./lib/paths.mjs"

writeFileSync(inRoot("docs", "API.md"), apiDocument())
