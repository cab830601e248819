import { describe, expect, test } from "vitest"
import { assetHeaders, pageHeaders, securityHeaders } from "./headers.ts"

const ORIGIN = "https://help.example.org"
const onFile = (name: string, origin = ORIGIN) => Object.keys(assetHeaders(origin, `/assets/${name}`)).sort()
const SHORT = ["cross-origin-resource-policy", "strict-transport-security", "x-content-type-options"]

test.each(["stretch.worker-jtS45FEU.js", "icon-9f1963c2.svg", "logo.png", "page.html", "argon.wasm"])(
  "%s may stand alone and carries the same content policy as a page",
  (name) => {
    const file = assetHeaders(ORIGIN, `/assets/${name}`)
    expect(file["content-security-policy"]).toBe(securityHeaders(ORIGIN)["content-security-policy"])
    expect(onFile(name)).toEqual(["content-security-policy", ...SHORT])
  },
)

test.each(["help-BoQ4ZBib.js", "neutral-C7tD0lHw.css", "naskh-urdu-Dtk4k4_E.woff2"])(
  "%s is part of a page, which has the policy: twenty of them say no more than they must",
  (name) => {
    expect(onFile(name)).toEqual(SHORT)
    expect(onFile(name, "http://localhost:8080")).not.toContain("strict-transport-security")
  },
)

const policyOf = (app: "desk" | "reporter", path: string) =>
  pageHeaders(app, ORIGIN, path)["content-security-policy"] ?? ""

describe("a frame in which the desk shows a stranger's file", () => {
  test.each([
    "/viewer/show/",
    "/viewer/show",
    "/viewer/show/index.html",
    "/viewer/pages/",
    "/viewer/pages/index.html",
  ])("has no origin, no network and no form under %s, and stands in the desk only", (path) => {
    const rules = policyOf("desk", path).split("; ")
    expect(rules).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "sandbox allow-scripts",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
      ]),
    )
    expect(
      rules.filter((rule) =>
        /connect-src|frame-src|allow-same-origin|unsafe-inline|'unsafe-eval'|https?:/.test(rule),
      ),
    ).toEqual([])
  })

  test("gets its script and style without an origin, and no other file is given away like that", () => {
    expect(assetHeaders(ORIGIN, "/assets/frame-show-DTMNXEfG.js")["access-control-allow-origin"]).toBe("*")
    expect(assetHeaders(ORIGIN, "/assets/frame-desk-CWfI4bXP.css")["access-control-allow-origin"]).toBe("*")
    for (const name of ["index-DBMh74h5.js", "frame-show.html", "my-frame-1.js"])
      expect(assetHeaders(ORIGIN, `/assets/${name}`)).not.toHaveProperty("access-control-allow-origin")
  })
})

test("only the desk may hold frames, and only its own; neither app stands in a frame of anybody", () => {
  expect(policyOf("desk", "/")).toContain("; frame-src 'self';")
  expect(policyOf("reporter", "/en/")).not.toContain("frame-src")
  for (const app of ["desk", "reporter"] as const)
    expect(policyOf(app, "/")).toContain("frame-ancestors 'none'")
  expect(policyOf("reporter", "/viewer/show/")).toContain("frame-ancestors 'none'")
})

test("the microphone may be used by the reporter's own pages, for a voice note, and by nothing else", () => {
  const allowed = (app: "desk" | "reporter") =>
    securityHeaders(ORIGIN, app)["permissions-policy"]?.split(", ")
  expect(allowed("reporter")).toContain("microphone=(self)")
  expect(allowed("desk")).toContain("microphone=()")
  for (const app of ["reporter", "desk"] as const) {
    const open = allowed(app)?.filter((rule) => !rule.endsWith("=()"))
    expect(open).toEqual(app === "reporter" ? ["microphone=(self)"] : [])
  }
})
