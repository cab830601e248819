import { expect, test } from "vitest"
import { settingsFrom } from "./env.ts"

test("with nothing but the organisation's folder the usual settings hold", () => {
  expect(settingsFrom({ SHN_ORG: "org" })).toMatchObject({
    ok: true,
    value: {
      dataFolder: "data",
      ports: { reporter: 8080, desk: 8081 },
      origins: null,
      postgresUrl: null,
      tls: null,
    },
  })
})

test.each([
  [{}, "SHN_ORG"],
  [{ SHN_ORG: "o", SHN_REPORTER_PORT: "70000" }, "SHN_REPORTER_PORT"],
  [{ SHN_ORG: "o", SHN_DESK_PORT: "x" }, "SHN_DESK_PORT"],
  [{ SHN_ORG: "o", SHN_REPORTER_ORIGIN: "https://a.example/" }, "SHN_REPORTER_ORIGIN"],
  [{ SHN_ORG: "o", SHN_REPORTER_ORIGIN: "https://a.example" }, "both"],
  [
    { SHN_ORG: "o", SHN_REPORTER_ORIGIN: "https://a.example", SHN_DESK_ORIGIN: "https://a.example" },
    "differ",
  ],
  [{ SHN_ORG: "o", SHN_TLS_CERT: "cert.pem" }, "SHN_TLS_KEY"],
  [{ SHN_ORG: "o", SHN_WORK_BITS: "40" }, "SHN_WORK_BITS"],
])("a wrong setting is one sentence that names it (%o)", (env, word) => {
  const settings = settingsFrom(env)
  expect(settings.ok).toBe(false)
  if (!settings.ok) expect(settings.error).toMatch(new RegExp(`^[^\\n]*${word}[^\\n]*\\.$`))
})
