import { type Clock, type Day, dayOf } from "@shn/domain"
import type { App } from "./http/headers.ts"
import type { JobKind } from "./store/schema.ts"

/**
 * Everything the server ever says about itself. A closed list: no free text, no names, no ids of cases, no
 * addresses, and of the time only the day. That a person came and when is told by no line.
 */
export type LogEvent =
  | { readonly event: "started"; readonly engine: "sqlite" | "postgres" }
  | { readonly event: "stopped" }
  | { readonly event: "organisation_replaced"; readonly version: number }
  | { readonly event: "organisation_refused" }
  | { readonly event: "directory_expires"; readonly days: number }
  | { readonly event: "storage_full"; readonly app: App }
  | { readonly event: "store_busy"; readonly app: App }
  | { readonly event: "files_unreachable"; readonly app: App }
  | {
      readonly event: "bug"
      readonly where: App | "jobs"
      readonly name: string
      readonly at: string
    }
  | { readonly event: "job_failed"; readonly kind: JobKind; readonly attempts: number }
  | { readonly event: "job_dead"; readonly kind: JobKind }

export type Log = (event: LogEvent) => void

/** One line of JSON for each event. @param write receives the line with its end */
export function jsonLog(write: (line: string) => void, clock: Clock): Log {
  return (event) => {
    const day: Day = dayOf(clock())
    write(`${JSON.stringify({ day, ...event })}\n`)
  }
}

/** What may be told about a bug: the error's class and the place in our code, never its message. */
export function bugEvent(where: App | "jobs", error: unknown): LogEvent {
  const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "unknown"
  const stack = error instanceof Error ? (error.stack ?? "") : ""
  // Only lines of the call stack: the lines before them are the message.
  const frame = stack.split("\n").find((line) => /^\s+at /.test(line)) ?? ""
  const at = /([A-Za-z0-9.-]+\.(?:ts|js|mjs):\d+)/.exec(frame)?.[1] ?? "unknown"
  return { event: "bug", where, name, at }
}
