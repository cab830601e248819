import type { GenericSchema } from "valibot"
import type { ProblemCode } from "./problems.ts"

/** One route: where it is served, who may call it, what goes in and out. The server and both apps are built from this table. */
export type Route = {
  readonly app: "reporter" | "desk" | "agency"
  readonly method: "GET" | "POST" | "PUT"
  readonly path: `/api/${string}`
  /**
   * Left out: JSON both ways. "in": the body is bytes, and `request` describes what stands in the path and in the header
   * `x-part-digest`. "out": the answer is bytes, and `request` describes the path.
   */
  readonly bytes?: "in" | "out"
  readonly auth: "none" | "case" | "staff" | "officer"
  readonly summary: string
  readonly request: GenericSchema
  readonly answer: GenericSchema
  readonly problems: readonly ProblemCode[]
}
