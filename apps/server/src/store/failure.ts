/** Failures of the engine that are nobody's mistake and must reach the caller as what they are. */
export type StoreFailure = "storage_full" | "busy"

const CODES: Readonly<Record<string, StoreFailure>> = {
  SQLITE_FULL: "storage_full",
  SQLITE_IOERR_WRITE: "storage_full",
  SQLITE_IOERR_SHMSIZE: "storage_full",
  ENOSPC: "storage_full",
  EDQUOT: "storage_full",
  // PostgreSQL, Appendix A: disk_full, then what a repeat may cure.
  "53100": "storage_full",
  "53300": "busy",
  "57P01": "busy",
  "57P03": "busy",
  "40001": "busy",
  "40P01": "busy",
  SQLITE_BUSY: "busy",
  SQLITE_BUSY_SNAPSHOT: "busy",
  ECONNREFUSED: "busy",
  ECONNRESET: "busy",
}

/** @returns what went wrong, or null if the error is a bug. Whatever was begun has been rolled back. */
export function storeFailure(error: unknown): StoreFailure | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null
  return typeof error.code === "string" ? (CODES[error.code] ?? null) : null
}
