import type { Deps } from "../deps.ts"

/** What the jobs may use. */
export type JobDeps = Pick<Deps, "store" | "clock" | "random" | "organisation" | "log" | "files">
