import { err, ok, type Result } from "@shn/domain"
import { type ProblemCode, type Route, v } from "@shn/wire"
import { Hono, type Context as HonoContext } from "hono"
import { reporterCaller } from "../auth/case-token.ts"
import { officerCaller } from "../auth/officer-session.ts"
import { SESSION_COOKIE, staffCaller } from "../auth/staff-session.ts"
import type { PartStream } from "../blobs/part.ts"
import type { Deps } from "../deps.ts"
import { bugEvent } from "../log.ts"
import { storeFailure } from "../store/failure.ts"
import { bodyReader, maxBodyBytes } from "./body.ts"
import type { CaseCaller, Handler, Handlers, OfficerCaller, StaffCaller } from "./handler.ts"
import { assetHeaders, pageHeaders } from "./headers.ts"
import { bodyOf, passOver, requestOfPart, streamed } from "./part-bytes.ts"
import { problem } from "./problem.ts"
import { HASHED, type WebRoot } from "./web-root.ts"

export type AppOptions = {
  readonly app: Route["app"]
  readonly deps: Deps
  readonly openapi: unknown
  readonly web: WebRoot
}

/** One origin: its routes from the table, its description, its files, and nothing else. */
export function originApp<Table extends Readonly<Record<string, Route>>>(
  routes: Table,
  handlers: Handlers<Table>,
  options: AppOptions,
): Hono {
  const { app, deps } = options
  const origin = deps.origins[app] ?? ""
  const hono = new Hono()
  const readBody = bodyReader()

  hono.use(async (c, next) => {
    await next()
    // "Not modified" leaves the stored answer and its headers in force (RFC 9111 section 4.3.4): repeating a kilobyte
    // of policy on every later visit would cost more than the page.
    if (c.res.status === 304) return
    const isFile = c.res.status === 200 && c.req.path.startsWith(HASHED)
    const headers = isFile ? assetHeaders(origin, c.req.path) : pageHeaders(app, origin, c.req.path)
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  })
  hono.use("/api/*", async (c, next) => {
    c.header("cache-control", "no-store")
    if (!isFromOrigin(c.req.raw, origin)) return problem(c, "wrong_origin")
    return next()
  })
  hono.get("/api/openapi.json", (c) => c.body(JSON.stringify(options.openapi), 200, JSON_TYPE))

  for (const [name, route] of Object.entries(routes)) {
    // The mapped type ties each handler to its own route; a loop over both loses that knot.
    const handler = handlers[name] as unknown as Handler<Route>
    hono.on(route.method, route.path, async (c) => {
      // Who asks comes first: nobody's megabytes are kept. A part is passed over all the same: a visit that ended in the
      // middle of a film has to hear so, or it would try for ever.
      const caller = await callerOf(c, route, deps)
      if (!caller.ok) {
        if (route.bytes === "in") await passOver(c)
        return problem(c, caller.error)
      }
      const request = await parsed(c, route, readBody)
      if (!request.ok) {
        if (route.bytes === "in") await passOver(c)
        return problem(c, request.error)
      }
      const setSession = (secret: string | null) => setSessionCookie(c, secret)
      const setRetryAfter = (seconds: number) => c.header("retry-after", String(seconds))
      // `Handler<Route>` cannot know which caller its route has; `callerOf` has just made the right one.
      const answer = await handler(request.value, {
        deps,
        caller: caller.value as never,
        setSession,
        setRetryAfter,
        ...(route.bytes === "in" ? { body: bodyOf(c) } : {}),
      })
      if (route.bytes === "in") await passOver(c)
      if (!answer.ok) return refused(c, answer.error, options)
      if (route.bytes === "out") return streamed(c, answer.value as PartStream)
      return c.body(JSON.stringify(answer.value), 200, JSON_TYPE)
    })
  }

  hono.all("/api/*", (c) => problem(c, "not_found"))
  hono.get("*", (c) => options.web.answer(c.req.raw))
  hono.notFound((c) => problem(c, "not_found"))
  hono.onError((error, c) => {
    const failure = storeFailure(error)
    if (failure === null) deps.log(bugEvent(app, error))
    else deps.log({ event: failure === "busy" ? "store_busy" : "storage_full", app })
    for (const [name, value] of Object.entries(pageHeaders(app, origin, c.req.path))) c.header(name, value)
    c.header("cache-control", "no-store")
    return problem(c, failure ?? "failed")
  })
  return hono
}

/** Seconds after which a device may try again to reach the place where files are kept. */
const FILES_AGAIN_SECONDS = "10"

function refused(c: HonoContext, code: ProblemCode, { app, deps }: AppOptions): Response {
  if (code === "storage_full") deps.log({ event: "storage_full", app })
  if (code === "storage_unreachable") {
    deps.log({ event: "files_unreachable", app })
    c.header("retry-after", FILES_AGAIN_SECONDS)
  }
  return problem(c, code)
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" }

/**
 * A page of another site can send a request here, but cannot forge where it comes from. Writing needs our own
 * origin by name; reading is refused when the browser says that another site asks.
 */
function isFromOrigin(request: Request, origin: string): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return request.headers.get("origin") === origin
  const site = request.headers.get("sec-fetch-site")
  return site === null || site === "same-origin" || site === "none"
}

async function parsed(
  c: HonoContext,
  route: Route,
  readBody: ReturnType<typeof bodyReader>,
): Promise<Result<unknown, ProblemCode>> {
  if (route.bytes !== undefined) return checked(route, requestOfPart(c, route))
  if (route.method === "GET") return ok({})
  const body = await readBody(c.req.raw, maxBodyBytes(route))
  if (!body.ok) return body
  return checked(route, body.value)
}

function checked(route: Route, value: unknown): Result<unknown, "bad_request"> {
  const request = v.safeParse(route.request, value)
  return request.success ? ok(request.output) : err("bad_request")
}

async function callerOf(
  c: HonoContext,
  route: Route,
  deps: Deps,
): Promise<Result<CaseCaller | StaffCaller | OfficerCaller | null, ProblemCode>> {
  switch (route.auth) {
    case "none":
      return ok(null)
    case "case":
      return reporterCaller(c.req.header("authorization") ?? "", deps)
    case "staff":
      return staffCaller(c.req.header("cookie") ?? "", deps)
    case "officer":
      return officerCaller(c.req.header("cookie") ?? "", deps)
  }
}

function setSessionCookie(c: HonoContext, secret: string | null): void {
  const life = secret === null ? "; Max-Age=0" : ""
  c.header(
    "set-cookie",
    `${SESSION_COOKIE}=${secret ?? ""}; Path=/; Secure; HttpOnly; SameSite=Strict${life}`,
  )
}
