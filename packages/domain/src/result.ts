/** The outcome of something that may fail in a way the caller must handle. Bugs throw instead. */
export type Result<T, E extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E extends string>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** Marks the branch of a switch that the compiler has proved empty. @throws Error if it is reached (a bug). */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
