import { readdirSync } from "node:fs"
import { join } from "node:path"
import Database from "better-sqlite3"
import type { Running } from "./running.ts"

/** Does to the running server's own records what hours would do to them. @returns how many rows were changed */
export function inTheStore(run: Pick<Running, "dataDir">, sql: string): number {
  const file = readdirSync(run.dataDir).find((name) => name.endsWith(".sqlite"))
  if (file === undefined) throw new Error(`no database in ${run.dataDir}`)
  const database = new Database(join(run.dataDir, file))
  try {
    return database.prepare(sql).run().changes
  } finally {
    database.close()
  }
}
