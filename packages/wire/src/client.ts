import { err, ok, type Result } from "@shn/domain"
import * as v from "valibot"
import { PROBLEM_CODES, type ProblemCode } from "./problems.ts"
import type { Route } from "./route.ts"

/** What can go wrong from a device's view: the server said so, or it could not be reached, or its answer was no answer. */
export type ApiFailure = ProblemCode | "offline" | "nonsense_answer"

/** The little of `fetch` that is used, as a parameter: pure packages name no ambient network. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>

export type ApiOptions = {
  readonly fetch: Fetch
  /** Bearer token of a reporter's visit. */
  readonly token?: string
  /** Called with the server's Date header, so that a wrong device clock can be noticed. */
  readonly onServerTime?: (ms: number) => void
  /** Called with the whole seconds of a Retry-After header, when the server says how long to wait. */
  readonly onRetryAfter?: (seconds: number) => void
}

/**
 * Calls one JSON route of this page's own origin and parses the answer (for bytes: `sendPart` and `fetchPart`).
 * @returns the parsed answer, or the server's problem code; "offline" when nothing came back; "nonsense_answer" when
 * the answer is not in the route's form (a damaged line or a server that does not keep the contract).
 */
export async function api<R extends Route>(
  route: R,
  body: v.InferInput<R["request"]>,
  options: ApiOptions,
): Promise<Result<v.InferOutput<R["answer"]>, ApiFailure>> {
  const headers: Record<string, string> = { accept: "application/json" }
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`
  const init: { method: string; headers: Record<string, string>; body?: string } = {
    method: route.method,
    headers,
  }
  if (route.method === "POST") {
    headers["content-type"] = "application/json"
    init.body = JSON.stringify(body)
  }
  try {
    const response = await options.fetch(route.path, init)
    const date = Date.parse(response.headers.get("date") ?? "")
    if (!Number.isNaN(date)) options.onServerTime?.(date)
    const wait = response.headers.get("retry-after") ?? ""
    if (/^\d{1,6}$/.test(wait)) options.onRetryAfter?.(Number(wait))
    return readAnswer(route, response.status, await response.text())
  } catch {
    return err("offline")
  }
}

/** Reads what came back: the route's answer, or the problem code that stands in its place. */
export function readAnswer<R extends Route>(
  route: R,
  status: number,
  text: string,
): Result<v.InferOutput<R["answer"]>, ApiFailure> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err("nonsense_answer")
  }
  if (status >= 200 && status < 300) {
    const parsed = v.safeParse(route.answer, json)
    return parsed.success ? ok(parsed.output) : err("nonsense_answer")
  }
  const problem = v.safeParse(v.object({ problem: v.picklist(PROBLEM_CODES) }), json)
  return err(problem.success ? problem.output.problem : "nonsense_answer")
}
