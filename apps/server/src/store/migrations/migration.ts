/** Words in which the two engines differ. */
export type ColumnTypes = {
  /** Byte string. */
  readonly bytes: "blob" | "bytea"
  /** Whole number of 64 bits. */
  readonly whole: "integer" | "bigint"
  /** Ends a `create table`: SQLite checks column types only when asked. */
  readonly strict: " strict" | ""
}

/** A step forward of the schema. Never changed after a release; there is no way back but a backup. */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly statements: (types: ColumnTypes) => readonly string[]
}
