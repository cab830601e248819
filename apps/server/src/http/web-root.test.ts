import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { preferredLocale } from "./language.ts"
import { webRoot } from "./web-root.ts"

function built(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "shn-web-"))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const root = webRoot(folder)
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = root.answer(new Request(`http://localhost${path}`, { headers }))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
}

const REPORTER = {
  "en/index.html": "home",
  "ur/index.html": "گھر",
  "ur-Latn/index.html": "ghar",
  "ur/404/index.html": "نہیں ملا",
  "en/404/index.html": "not found",
  "assets/app-1a2b.js": "plain",
  "assets/app-1a2b.js.br": "brotli",
  "assets/app-1a2b.js.gz": "gzip",
  "sw.js": "worker",
  "secret.map": "not served",
}

test.each([
  ["", "en"],
  ["ur-PK,ur;q=0.9,en;q=0.8", "ur"],
  ["en-GB,en;q=0.9,ur;q=0.1", "en"],
  ["fr-FR,ur;q=0.3", "ur"],
  ["ur-Latn-PK,ur;q=0.5", "ur-Latn"],
  ["ur;q=0,en", "en"],
  ["de;q=abc,*", "en"],
])("a browser that asks for '%s' begins in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

test("the first page comes in the person's language without a detour, and says which it is", async () => {
  const get = built(REPORTER)
  const answer = await get("/", { "accept-language": "ur-PK" })
  expect([answer.status, answer.text]).toEqual([200, "گھر"])
  expect(answer.headers.get("content-language")).toBe("ur")
  expect(answer.headers.get("vary")).toContain("accept-language")
  expect((await get("/")).text).toBe("home")
  expect((await get("/ur-Latn/")).text).toBe("ghar")
  expect((await get("/ur-Latn")).text).toBe("ghar")
})

test("a header of nothing but blanks takes no longer than any other", async () => {
  const get = built(REPORTER)
  const blanks = `a${" ".repeat(15_000)}b`
  for (const name of ["accept-language", "accept-encoding", "if-none-match"]) {
    const startedMs = performance.now()
    expect((await get("/", { [name]: blanks })).status).toBe(200)
    expect([name, performance.now() - startedMs < 60]).toEqual([name, true])
  }
})

test("files named by their content are kept for a year; pages are asked for again and cost nothing if unchanged", async () => {
  const get = built(REPORTER)
  expect((await get("/assets/app-1a2b.js")).headers.get("cache-control")).toContain("immutable")
  const page = await get("/en/")
  expect(page.headers.get("cache-control")).toBe("no-cache")
  const etag = page.headers.get("etag") ?? ""
  expect((await get("/en/", { "if-none-match": etag })).status).toBe(304)
  expect((await get("/en/", { "if-none-match": '"other"' })).status).toBe(200)
  expect((await get("/sw.js")).headers.get("cache-control")).toBe("no-cache")
})

test("what was compressed at build time is sent so to whoever takes it", async () => {
  const get = built(REPORTER)
  const path = "/assets/app-1a2b.js"
  expect((await get(path, { "accept-encoding": "gzip, deflate, br" })).text).toBe("brotli")
  expect((await get(path, { "accept-encoding": "gzip" })).headers.get("content-encoding")).toBe("gzip")
  expect((await get(path, { "accept-encoding": "br;q=0" })).text).toBe("plain")
  expect((await get(path)).text).toBe("plain")
})

test("a path that leads nowhere, out of the folder, or to something not meant for browsers is a kind 404", async () => {
  const get = built(REPORTER)
  for (const path of [
    "/nothing",
    "/assets/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%E0%A4%A",
    "/secret.map",
    "/assets",
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404])
  }
  expect((await get("/ur/nothing")).text).toBe("نہیں ملا")
  expect((await get("/nothing")).text).toBe("not found")
})

test("an app of one page answers every address that is not a file", async () => {
  const get = built({ "index.html": "desk", "assets/x.js": "x" })
  expect((await get("/")).text).toBe("desk")
  expect((await get("/cases")).text).toBe("desk")
  expect((await get("/assets/gone.js")).status).toBe(404)
})

test("without a build there are no pages and no error", async () => {
  expect(webRoot(null).answer(new Request("http://localhost/")).status).toBe(404)
  expect(webRoot("/does/not/exist").answer(new Request("http://localhost/")).status).toBe(404)
})
