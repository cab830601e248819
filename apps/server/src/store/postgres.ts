import { Kysely, PostgresDialect } from "kysely"
import { Pool, types } from "pg"
import type { Engine } from "./engine.ts"
import type { Schema } from "./schema.ts"

const INT8_OID = 20

/**
 * PostgreSQL 15 or newer, for more than one machine.
 * @param url postgres://user:password@host:port/database
 * @param maxConnections of this process
 */
export function openPostgres(url: string, maxConnections = 10): Engine {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: (oid, format) => (oid === INT8_OID ? parseInt8 : types.getTypeParser(oid, format)),
    },
  })
  // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
  pool.on("error", () => undefined)
  return {
    name: "postgres",
    columnTypes: { bytes: "bytea", whole: "bigint", strict: "" },
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
  }
}

/** The driver hands out 64-bit numbers as text. @throws RangeError if one does not fit (a bug: we store none). */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError("a stored number is too large")
  return value
}
