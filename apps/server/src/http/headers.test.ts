import { expect, test } from "vitest"
import { assetHeaders, securityHeaders } from "./headers.ts"

test("a script, which may be a worker, carries the same content policy as a page", () => {
  const page = securityHeaders("https://help.example.org")
  const file = assetHeaders("https://help.example.org")
  expect(file["content-security-policy"]).toBe(page["content-security-policy"])
  expect(Object.keys(file).sort()).toEqual([
    "content-security-policy",
    "cross-origin-resource-policy",
    "strict-transport-security",
    "x-content-type-options",
  ])
  expect(Object.keys(assetHeaders("http://localhost:8080"))).not.toContain("strict-transport-security")
})
