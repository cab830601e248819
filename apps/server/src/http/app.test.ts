import {
  AGENCY_ROUTES,
  DEMO_AGENCY_ROUTES,
  DEMO_ROUTES,
  DESK_ROUTES,
  PROBLEM_CODES,
  REPORTER_ROUTES,
} from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Mailbox, problemOf, solvedWork, startMailbox } from "../../../../tests/support/mailbox.ts"
import { maxBodyBytes } from "./body.ts"

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox()
})
afterAll(() => box.close())

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(box.reporterUrl + path, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", origin: box.server.origins().reporter, ...headers },
  })
  const { problem } = (await response.json()) as { problem?: string }
  return { status: response.status, problem }
}

test("every answer carries the content policy and tells nobody where it came from", async () => {
  for (const [url, path] of [
    [box.reporterUrl, "/api/directory"],
    [box.reporterUrl, "/nothing-here"],
    [box.deskUrl, "/api/cases"],
    [box.deskUrl, "/api/nothing-here"],
    [box.agencyUrl, "/api/inbox"],
    [box.agencyUrl, "/nothing-here"],
  ] as const) {
    const { headers } = await fetch(url + path)
    const policy = headers.get("content-security-policy") ?? ""
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';")
    expect(policy).toContain("base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-inline|https?:|\*/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types shn")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin")
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
    expect(headers.get("permissions-policy")).toContain("camera=()")
    expect(headers.get("strict-transport-security")).toBeNull()
    expect(headers.get("access-control-allow-origin")).toBeNull()
    expect(headers.get("server")).toBeNull()
    if (path.startsWith("/api")) expect(headers.get("cache-control")).toBe("no-store")
  }
})

test("the reporter's origin never sets a cookie", async () => {
  for (const route of Object.values(REPORTER_ROUTES)) {
    const response = await fetch(box.reporterUrl + route.path, {
      method: route.method,
      headers: { origin: box.server.origins().reporter, "content-type": "application/json" },
      ...(route.method === "POST" ? { body: "{}" } : {}),
    })
    expect(response.headers.get("set-cookie")).toBeNull()
  }
})

test("a write from another site, from nowhere, or from the other app is refused", async () => {
  const { desk, agency } = box.server.origins()
  for (const origin of ["https://evil.example", "null", desk, agency ?? ""]) {
    expect(await post("/api/drafts/new", "{}", { origin })).toEqual({ status: 403, problem: "wrong_origin" })
  }
  expect(await post("/api/drafts/new", "{}")).toMatchObject({ status: 200 })
  const read = await fetch(`${box.reporterUrl}/api/directory`, {
    headers: { "sec-fetch-site": "cross-site" },
  })
  expect(read.status).toBe(403)
})

test("each origin serves its own routes and not the other's, and the demo's none", async () => {
  const own = box.server.origins()
  for (const [url, origin, routes, others] of [
    [box.reporterUrl, own.reporter, REPORTER_ROUTES, DESK_ROUTES],
    [box.reporterUrl, own.reporter, REPORTER_ROUTES, AGENCY_ROUTES],
    [box.deskUrl, own.desk, DESK_ROUTES, REPORTER_ROUTES],
    [box.deskUrl, own.desk, DESK_ROUTES, AGENCY_ROUTES],
    [box.agencyUrl, own.agency ?? "", AGENCY_ROUTES, REPORTER_ROUTES],
    [box.agencyUrl, own.agency ?? "", AGENCY_ROUTES, DESK_ROUTES],
  ] as const) {
    const mine = new Set(Object.values(routes).map((route) => `${route.method} ${route.path}`))
    for (const route of Object.values(others)) {
      if (mine.has(`${route.method} ${route.path}`)) continue
      const response = await fetch(url + route.path, { method: route.method, headers: { origin } })
      expect(`${route.path} ${response.status}`).toBe(`${route.path} 404`)
    }
  }
})

test("only a demo helpline hands out sign-ins", async () => {
  const { path } = DEMO_ROUTES.demoSignIns
  const officers = DEMO_AGENCY_ROUTES.demoSignIns.path
  expect((await fetch(box.deskUrl + path)).status).toBe(404)
  expect((await fetch(box.agencyUrl + officers)).status).toBe(404)
  const demo = await startMailbox(undefined, true)
  expect(await (await fetch(demo.deskUrl + path)).json()).toEqual({ signIns: [] })
  expect(await (await fetch(demo.agencyUrl + officers)).json()).toEqual({ signIns: [] })
  await demo.close()
})

test("what is no JSON, has a field too many or comes as a form is refused before anything happens", async () => {
  expect(await post("/api/work", "{")).toEqual({ status: 400, problem: "bad_request" })
  expect(await post("/api/work", '{"purpose":"open","more":1}')).toEqual({
    status: 400,
    problem: "bad_request",
  })
  expect(await post("/api/work", '{"purpose":"open"}', { "content-type": "text/plain" })).toMatchObject({
    status: 400,
  })
  expect(await post("/api/work", '"\u0000"')).toMatchObject({ status: 400 })
  expect(await post("/api/work", '{"purpose":"open"}')).toEqual({ status: 200, problem: undefined })
})

test("a body is read up to its limit and not one byte further, whatever its headers claim", async () => {
  const max = maxBodyBytes(REPORTER_ROUTES.work)
  const filled = (length: number) => JSON.stringify({ purpose: "x".repeat(length - 14) })
  expect(filled(max)).toHaveLength(max)
  expect(await post("/api/work", filled(max))).toMatchObject({ problem: "bad_request" })
  expect(await post("/api/work", filled(max + 1))).toEqual({ status: 413, problem: "too_large" })
})

test("nothing in a request's forwarding headers changes any answer or reaches the log", async () => {
  const headers = {
    "x-forwarded-for": "203.0.113.77",
    forwarded: "for=203.0.113.77",
    "x-real-ip": "203.0.113.77",
  }
  expect(await post("/api/work", '{"purpose":"open"}', headers)).toMatchObject({ status: 200 })
  expect(JSON.stringify(box.events)).not.toContain("203.0.113")
})

test("a staff route without a session and a case route without a token say so", async () => {
  expect(await problemOf(box.call()(REPORTER_ROUTES.readCase, {}))).toBe("token_expired")
  for (const url of [`${box.deskUrl}/api/cases`, `${box.agencyUrl}/api/inbox`]) {
    const response = await fetch(url)
    expect([response.status, await response.json()]).toEqual([401, { problem: "session_ended" }])
  }
})

test("a puzzle opens nothing when it is unsolved, used for something else, or an hour old", async () => {
  const budget = await solvedWork(box, "budget")
  const open = await solvedWork(box, "open")
  const request = (work: typeof open) => ({
    caseId: "A".repeat(22),
    authPk: "A".repeat(43),
    signPk: "A".repeat(43),
    kemPk: "A".repeat(Math.ceil((1216 * 4) / 3)),
    work,
    proof: "A".repeat(86),
  })
  const ask = (work: typeof open) => problemOf(box.call()(REPORTER_ROUTES.openCase, request(work) as never))
  expect(await ask(budget)).toBe("work_expired")
  expect(await ask(open)).toBe("opening_refused")
  box.clock.nowMs += 61 * 60_000
  expect(await ask(open)).toBe("work_expired")
  box.clock.nowMs -= 61 * 60_000
})

test("the interface's description lists every route of its origin, and only those", async () => {
  for (const [url, routes] of [
    [box.reporterUrl, REPORTER_ROUTES],
    [box.deskUrl, DESK_ROUTES],
    [box.agencyUrl, AGENCY_ROUTES],
  ] as const) {
    const description = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    const listed = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(listed.sort()).toEqual(
      Object.values(routes)
        .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, "{$1}")}`)
        .sort(),
    )
    const part = description.paths["/api/uploads/{uploadId}/parts/{n}"]
    const names = (one: unknown) =>
      (one as { parameters: { name: string }[] }).parameters.map(({ name }) => name)
    if (url === box.agencyUrl) expect(part?.put).toBeUndefined()
    else expect(names(part?.put)).toEqual(["uploadId", "n", "x-part-digest", "x-part-from"])
    expect(names(part?.get)).toEqual(["uploadId", "n", "x-part-from"])
    expect(JSON.stringify(part?.get?.responses["200"])).toContain("application/octet-stream")
    expect(PROBLEM_CODES.some((code) => JSON.stringify(description).includes(code))).toBe(true)
  }
})
