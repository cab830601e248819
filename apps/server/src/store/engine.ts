import type { Kysely, Transaction } from "kysely"
import type { ColumnTypes } from "./migrations/migration.ts"
import type { Schema } from "./schema.ts"

/** What the queries need to know about the engine under them. */
export type Engine = {
  readonly name: "sqlite" | "postgres"
  readonly columnTypes: ColumnTypes
  readonly db: Kysely<Schema>
}

/** A connection or a transaction, with the engine's name: the queries differ in nothing else. */
export type Connection = {
  readonly db: Kysely<Schema> | Transaction<Schema>
  readonly engine: Engine["name"]
}
