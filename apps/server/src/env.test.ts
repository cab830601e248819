import { expect, test } from "vitest"
import { settingsFrom } from "./env.ts"

const S3 = {
  SHN_BLOBS: "s3",
  SHN_S3_ENDPOINT: "https://s3.example.org",
  SHN_S3_BUCKET: "files",
  SHN_S3_KEY: "key",
  SHN_S3_SECRET: "secret",
}

const TWO_ORIGINS = { SHN_REPORTER_ORIGIN: "https://a.example", SHN_DESK_ORIGIN: "https://b.example" }

test("an agency has a door only where its port is named", () => {
  const door = { SHN_AGENCY_PORT: "8082", SHN_AGENCY_ORIGIN: "https://c.example" }
  expect(settingsFrom({ SHN_ORG: "o", ...TWO_ORIGINS, ...door })).toMatchObject({
    ok: true,
    value: { ports: { agency: 8082 }, origins: { agency: "https://c.example" } },
  })
  const without = settingsFrom({ SHN_ORG: "o" })
  expect(without.ok && Object.keys(without.value.ports)).toEqual(["reporter", "desk"])
})

test("with nothing but the organisation's folder the usual settings hold", () => {
  expect(settingsFrom({ SHN_ORG: "org" })).toMatchObject({
    ok: true,
    value: {
      dataFolder: "data",
      ports: { reporter: 8080, desk: 8081 },
      origins: null,
      postgresUrl: null,
      tls: null,
      blobs: { kind: "disk" },
      caseMegabytes: null,
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
  [{ SHN_ORG: "o", SHN_AGENCY_PORT: "99999" }, "SHN_AGENCY_PORT"],
  [{ SHN_ORG: "o", SHN_AGENCY_ORIGIN: "https://a.example" }, "SHN_AGENCY_PORT"],
  [{ SHN_ORG: "o", SHN_AGENCY_PORT: "1", SHN_AGENCY_ORIGIN: "https://a.example" }, "together"],
  [{ SHN_ORG: "o", ...TWO_ORIGINS, SHN_AGENCY_PORT: "1" }, "together"],
  [
    { SHN_ORG: "o", ...TWO_ORIGINS, SHN_AGENCY_PORT: "1", SHN_AGENCY_ORIGIN: "c.example" },
    "SHN_AGENCY_ORIGIN",
  ],
  [{ SHN_ORG: "o", ...TWO_ORIGINS, SHN_AGENCY_PORT: "1", SHN_AGENCY_ORIGIN: "https://a.example" }, "differ"],
  [{ SHN_ORG: "o", SHN_TLS_CERT: "cert.pem" }, "SHN_TLS_KEY"],
  [{ SHN_ORG: "o", SHN_WORK_BITS: "40" }, "SHN_WORK_BITS"],
  [{ SHN_ORG: "o", SHN_CASE_MEGABYTES: "much" }, "SHN_CASE_MEGABYTES"],
  [{ SHN_ORG: "o", SHN_BLOBS: "tape" }, "SHN_BLOBS"],
  [{ SHN_ORG: "o", SHN_BLOBS: "s3", SHN_S3_ENDPOINT: "https://s3.example.org/x" }, "SHN_S3_ENDPOINT"],
  [{ SHN_ORG: "o", ...S3, SHN_S3_BUCKET: "Not A Bucket" }, "SHN_S3_BUCKET"],
  [{ SHN_ORG: "o", ...S3, SHN_S3_REGION: "eu/1" }, "SHN_S3_REGION"],
  [{ SHN_ORG: "o", ...S3, SHN_S3_SECRET: "" }, "SHN_S3_SECRET"],
])("a wrong setting is one sentence that names it (%o)", (env, word) => {
  const settings = settingsFrom(env)
  expect(settings.ok).toBe(false)
  if (!settings.ok) expect(settings.error).toMatch(new RegExp(`^[^\\n]*${word}[^\\n]*\\.$`))
})

test("a bucket is taken as it is described, with the usual region", () => {
  expect(settingsFrom({ SHN_ORG: "o", ...S3, SHN_CASE_MEGABYTES: "2000" })).toMatchObject({
    ok: true,
    value: {
      caseMegabytes: 2000,
      blobs: { kind: "s3", endpoint: "https://s3.example.org", bucket: "files", region: "us-east-1" },
    },
  })
})
