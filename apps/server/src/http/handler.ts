import type { Result } from "@shn/domain"
import type { DirectoryMember, Route, StaffRecord, v } from "@shn/wire"
import type { ActiveOfficer } from "../agencies.ts"
import type { PartStream } from "../blobs/part.ts"
import type { Deps } from "../deps.ts"
import type { CaseRow } from "../store/schema.ts"

/** A reporter's visit. */
export type CaseCaller = { readonly row: CaseRow; readonly tokenHash: Uint8Array }
/** A signed-in member whom the directory still names as active. */
export type StaffCaller = {
  readonly member: DirectoryMember
  readonly record: StaffRecord
  readonly sessionHash: Uint8Array
}
/** A signed-in officer whom the directory still names as active. */
export type OfficerCaller = ActiveOfficer & { readonly sessionHash: Uint8Array }
export type CallerOf<R extends Route> = R["auth"] extends "case"
  ? CaseCaller
  : R["auth"] extends "staff"
    ? StaffCaller
    : R["auth"] extends "officer"
      ? OfficerCaller
      : null

export type Context<Caller> = {
  readonly deps: Deps
  readonly caller: Caller
  /** Sets the session cookie, or ends it with null. Desk only. */
  readonly setSession: (secret: string | null) => void
  /** Says in Retry-After how many whole seconds to wait, so that the desk can tell the person who waits. */
  readonly setRetryAfter: (seconds: number) => void
}

/** What a route whose body is bytes gets besides: the bytes as they come, read by nobody yet. */
export type WithBody = { readonly body: AsyncIterable<Uint8Array> }

type ContextOf<R extends Route> = Context<CallerOf<R>> & (R extends { bytes: "in" } ? WithBody : unknown)
type AnswerOf<R extends Route> = R extends { bytes: "out" } ? PartStream : v.InferInput<R["answer"]>

/** One route in code: what goes in and out, and how it may fail, is what the table says. */
export type Handler<R extends Route> = (
  request: v.InferOutput<R["request"]>,
  context: ContextOf<R>,
) => Promise<Result<AnswerOf<R>, R["problems"][number] | "bad_request">>

/** A handler for every route of a table: one that is missing does not compile. */
export type Handlers<Table extends Readonly<Record<string, Route>>> = {
  readonly [Name in keyof Table]: Handler<Table[Name]>
}
