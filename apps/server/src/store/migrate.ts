import { type Kysely, sql } from "kysely"
import type { Engine } from "./engine.ts"
import { MIGRATIONS } from "./migrations/all.ts"
import type { Migration } from "./migrations/migration.ts"

/** Any number: two servers that start at once take turns. */
const ADVISORY_LOCK = 7_316_402

type Bookkeeping = { readonly schema_migrations: { readonly number: number; readonly name: string } }

/**
 * Brings the schema to the newest version, each step in one transaction.
 * @param migrations all that this program knows, in order
 * @returns the names of the steps taken now
 * @throws Error if the database was made by a newer program
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  const db = engine.db as unknown as Kysely<Bookkeeping>
  return db.transaction().execute(async (tx) => {
    if (engine.name === "postgres") await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(tx)
    await sql
      .raw(
        `create table if not exists schema_migrations (number ${engine.columnTypes.whole} primary key, name text not null)${engine.columnTypes.strict}`,
      )
      .execute(tx)
    const done = await tx.selectFrom("schema_migrations").select("number").execute()
    const newest = done.reduce((max, row) => Math.max(max, row.number), 0)
    if (newest > migrations.length)
      throw new Error("the database was made by a newer version of this program")
    const taken: string[] = []
    for (const migration of migrations.slice(newest)) {
      for (const statement of migration.statements(engine.columnTypes)) await sql.raw(statement).execute(tx)
      await tx
        .insertInto("schema_migrations")
        .values({ number: migration.number, name: migration.name })
        .execute()
      taken.push(migration.name)
    }
    return taken
  })
}
