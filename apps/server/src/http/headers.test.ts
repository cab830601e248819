import { expect, test } from "vitest"
import { assetHeaders, securityHeaders } from "./headers.ts"

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
