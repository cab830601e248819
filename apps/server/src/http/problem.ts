import { PROBLEMS, type Problem, type ProblemCode } from "@shn/wire"
import type { Context } from "hono"

/** The one form of every failed answer. */
export function problem(c: Context, code: ProblemCode): Response {
  const body: Problem = { problem: code }
  return c.json(body, PROBLEMS[code].status)
}
