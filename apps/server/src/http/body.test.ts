import { request as httpRequest } from "node:http"
import { REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Mailbox, startMailbox } from "../../../../tests/support/mailbox.ts"
import { bodyReader } from "./body.ts"

const KIB = 1024
const MIB = KIB * KIB
const encoder = new TextEncoder()

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox()
})
afterAll(() => box.close())

/** A request whose body stops after `bytes` and never ends. */
function hanging(bytes: number): Request {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(bytes).fill(32)) })
  return asked(body)
}

function asked(body: ReadableStream | string): Request {
  const headers = { "content-type": "application/json" }
  return new Request("http://x/", { method: "POST", headers, body, duplex: "half" } as RequestInit)
}

/** What arrives when a call is begun and its body never finished. */
function unfinished(path: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { origin: box.server.origins().reporter, "content-type": "application/json" }
    const call = httpRequest(box.reporterUrl + path, { method: "POST", headers }, (response) => {
      let text = ""
      response.on("data", (chunk) => {
        text += String(chunk)
      })
      response.on("end", () => {
        call.destroy()
        resolve({ status: response.statusCode, text })
      })
    })
    call.on("error", reject)
    call.write(encoder.encode('{"caseId":'))
  })
}

test("people who send large bodies and never finish them keep nobody else from reporting", async () => {
  const read = bodyReader(MIB)
  for (let at = 0; at < 8; at += 1) void read(hanging(256 * KIB), MIB)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const report = JSON.stringify({ words: "x".repeat(40 * KIB) })
  expect(await read(asked(report), MIB)).toMatchObject({ ok: true })
  const large = JSON.stringify({ words: "x".repeat(900 * KIB) })
  expect(await read(asked(large), MIB)).toEqual({ ok: false, error: "busy" })
})

test("whoever is nobody is told so before a byte of their body is waited for", async () => {
  for (const route of [REPORTER_ROUTES.submit, REPORTER_ROUTES.addEnvelope]) {
    expect(await unfinished(route.path)).toEqual({ status: 401, text: '{"problem":"token_expired"}' })
  }
})
