import Sqlite from "better-sqlite3"
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely"
import type { Engine } from "./engine.ts"
import type { Schema } from "./schema.ts"

/** How long a writer waits for another process (a backup, a second server) before it gives up. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * One file, one machine. Every commit reaches the disk (`synchronous = full` with a write-ahead log), and deleted
 * rows are overwritten with zeros (`secure_delete`).
 * @param file path of the database, or ":memory:"
 * @throws if the file cannot be opened or is no database
 */
export function openSqlite(file: string): Engine {
  const database = new Sqlite(file)
  database.pragma("journal_mode = WAL")
  database.pragma("synchronous = FULL")
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  database.pragma("secure_delete = ON")
  database.pragma("foreign_keys = ON")
  return {
    name: "sqlite",
    columnTypes: { bytes: "blob", whole: "integer", strict: " strict" },
    db: new Kysely<Schema>({ dialect: new ImmediateDialect(database) }),
  }
}

/** Our queries are a few dozen texts; lists of different length make some more. */
const MAX_STATEMENTS = 500

/** Compiling a query costs more than running it: each text is compiled once. */
function withCachedStatements(database: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>()
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = statements.get(text)
      if (known !== undefined) return known
      if (statements.size >= MAX_STATEMENTS) statements.clear()
      const statement = database.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}

/**
 * Takes the write lock at the beginning. A transaction that reads first and writes later fails when another
 * process wrote in between, and no waiting helps it.
 */
class ImmediateDialect extends SqliteDialect {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database: withCachedStatements(database) })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database)
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database: withCachedStatements(database) })
    this.#database = database
  }

  // A full disk makes the engine undo everything by itself. Undoing it again would be an error that hides the first.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"))
  }
}
