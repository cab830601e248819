import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fetchPart, partPath, REPORTER_ROUTES, sendPart } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  type Mailbox,
  openVisitor,
  problemOf,
  startMailbox,
  type Visitor,
} from "../../../../tests/support/mailbox.ts"
import { until } from "../../../../tests/support/running.ts"
import { madeUpFile, type SealedFile, visitorFiles } from "../../../../tests/support/sealed-files.ts"

// Over a line that is cut every few seconds no part of 1 MiB would ever come whole: it has to go on where it broke.
const dataDir = mkdtempSync(join(tmpdir(), "shn-broken-"))
let box: Mailbox
let visitor: Visitor
let files: ReturnType<typeof visitorFiles>
beforeAll(async () => {
  box = await startMailbox(undefined, false, { dataDir })
  visitor = await openVisitor(box)
  files = visitorFiles(box, visitor)
})
afterAll(async () => {
  await box.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const arriving = () => {
  const folder = join(dataDir, "arriving")
  return existsSync(folder) ? readdirSync(folder) : []
}
const begun = async ({ uploadId }: SealedFile, n: number) =>
  (await visitor.call(REPORTER_ROUTES.partBegun, { caseId: visitor.keys.caseId, uploadId, n })).bytes

async function sendRest(file: SealedFile, n: number, from: number, part = file.parts[n]!): Promise<string> {
  const place = { uploadId: file.uploadId, n }
  const options = { fetch: box.partFetch, token: visitor.token }
  const sent = await sendPart(REPORTER_ROUTES.putPart, place, part, file.digests[n]!, options, from)
  return sent.ok ? "ok" : sent.error
}

/** Sends the bytes `from` to `to` of a part as if it were to be sent whole; then the line breaks. */
async function breakOff(file: SealedFile, n: number, from: number, to: number): Promise<void> {
  const part = file.parts[n]!
  const sent = request(box.reporterUrl + partPath({ uploadId: file.uploadId, n }), {
    method: "PUT",
    headers: {
      origin: box.server.origins().reporter,
      authorization: `Bearer ${visitor.token}`,
      "content-type": "application/octet-stream",
      "content-length": String(part.length - from),
      "x-part-digest": file.digests[n]!,
      "x-part-from": String(from),
    },
  })
  sent.on("error", () => undefined)
  await new Promise((done) => sent.write(part.subarray(from, to), done))
  await new Promise((done) => setTimeout(done, 100))
  sent.destroy()
  await until(async () => (await begun(file, n)) >= to, `${to} bytes are not put by`)
}

test("a part goes on where its line broke, as often as it breaks, and is kept when it is whole", async () => {
  const file = madeUpFile(18)
  await files.open(file)
  expect(await begun(file, 0)).toBe(0)
  await breakOff(file, 0, 0, 100_000)
  await breakOff(file, 0, 100_000, 700_001)
  // The device may have counted less than what came.
  await breakOff(file, 0, 600_000, 900_000)
  expect(await begun(file, 0)).toBe(900_000)
  expect((await files.state(file)).parts).toEqual([null, null])
  expect(await sendRest(file, 0, 900_000)).toBe("ok")
  await files.put(file, 1)
  await files.finish(file)
  expect(Buffer.compare(await files.get(file, 0), file.parts[0]!)).toBe(0)
  expect(arriving()).toEqual([])
})

test("on the way back too, only the rest of a part is sent when the reader has its beginning", async () => {
  const file = madeUpFile(18)
  await files.send(file)
  for (const from of [1, 65_536, 700_000, file.parts[0]!.length - 1, file.parts[0]!.length]) {
    const kept = new Map([[0, file.parts[0]!.slice(0, from)]])
    const options = { fetch: box.partFetch, token: visitor.token }
    const place = { uploadId: file.uploadId, n: 0 }
    const got = await fetchPart(REPORTER_ROUTES.getPart, place, options, kept)
    expect(got.ok && Buffer.compare(got.value, file.parts[0]!)).toBe(0)
    expect(kept.size).toBe(0)
  }
  const headers = { authorization: `Bearer ${visitor.token}` }
  for (const from of ["1048865", "-1", "x"]) {
    const answer = await box.partFetch(partPath({ uploadId: file.uploadId, n: 0 }), {
      method: "GET",
      headers: { ...headers, "x-part-from": from },
    })
    expect(answer.status).toBe(400)
  }
})

test("what came before is not believed: with a wrong byte in it the whole is refused, and begins anew", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  const wrong = file.parts[0]!.slice()
  wrong[50_000]! ^= 1
  await breakOff({ ...file, parts: [wrong] }, 0, 0, 100_000)
  expect(await sendRest(file, 0, 100_000)).toBe("part_damaged")
  expect([await begun(file, 0), arriving()]).toEqual([0, []])
  expect(await sendRest(file, 0, 0)).toBe("ok")
})

test("going on behind what never came is refused, and so is more than the part is long", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  expect(await sendRest(file, 0, 10)).toBe("part_damaged")
  await breakOff(file, 0, 0, 1_000)
  expect(await sendRest(file, 0, 1_001)).toBe("part_damaged")
  expect(await begun(file, 0)).toBe(1_000)
  const longer = new Uint8Array([...file.parts[0]!, 1, 2, 3])
  expect(await sendRest(file, 0, 1_000, longer)).toBe("part_damaged")
  const headers = { "x-part-digest": file.digests[0]!, authorization: `Bearer ${visitor.token}` }
  for (const from of ["-1", "1e3", "99999999", "x"]) {
    const answer = await box.partFetch(partPath({ uploadId: file.uploadId, n: 0 }), {
      method: "PUT",
      headers: { ...headers, "x-part-from": from },
      body: file.parts[0]!,
    })
    expect(answer.status).toBe(400)
  }
})

test("a visit that is over is told so when it has sent its part, however slow its line is", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  const part = file.parts[0]!
  const sent = request(box.reporterUrl + partPath({ uploadId: file.uploadId, n: 0 }), {
    method: "PUT",
    headers: {
      origin: box.server.origins().reporter,
      authorization: `Bearer ${"A".repeat(43)}`,
      "content-length": String(part.length),
      "x-part-digest": file.digests[0]!,
    },
  })
  let isSentWhole = false
  const told = new Promise<unknown>((done, fail) => {
    sent.on("error", fail).on("response", async (answer) => {
      const pieces: Buffer[] = []
      for await (const piece of answer) pieces.push(piece)
      done([isSentWhole, answer.statusCode, JSON.parse(Buffer.concat(pieces).toString())])
    })
  })
  // Longer than a server that does not listen keeps the line open.
  for (const from of [0, 250_000, 500_000]) {
    sent.write(part.subarray(from, from + 250_000))
    await new Promise((done) => setTimeout(done, 400))
  }
  isSentWhole = true
  sent.end(part.subarray(750_000))
  expect(await told).toEqual([true, 401, expect.objectContaining({ problem: "token_expired" })])
})

test("nobody else is told how much of a part there is, or adds to it", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  await breakOff(file, 0, 0, 50_000)
  const other = await openVisitor(box)
  const asked = { uploadId: file.uploadId, n: 0 }
  expect(
    await problemOf(other.call(REPORTER_ROUTES.partBegun, { ...asked, caseId: other.keys.caseId })),
  ).toBe("not_found")
  const sent = await sendPart(
    REPORTER_ROUTES.putPart,
    asked,
    file.parts[0]!,
    file.digests[0]!,
    {
      fetch: box.partFetch,
      token: other.token,
    },
    50_000,
  )
  expect(sent).toEqual({ ok: false, error: "not_found" })
  expect(await begun(file, 0)).toBe(50_000)
})

test("when the file is taken back, nothing of a broken part stays; otherwise it goes after an hour", async () => {
  const [dropped, forgotten] = [madeUpFile(16), madeUpFile(16)]
  for (const file of [dropped, forgotten]) {
    await files.open(file)
    await breakOff(file, 0, 0, 50_000)
  }
  await files.drop(dropped)
  await box.server.runJobs()
  expect(arriving().some((name) => name.startsWith(dropped.uploadId))).toBe(false)
  const place = join(dataDir, "arriving", `${forgotten.uploadId}.0`)
  const old = new Date(box.clock.nowMs - 2 * 3_600_000)
  utimesSync(place, old, old)
  writeFileSync(join(dataDir, "arriving", "young"), "")
  const young = new Date(box.clock.nowMs)
  utimesSync(join(dataDir, "arriving", "young"), young, young)
  box.clock.nowMs += 6 * 60_000
  await box.server.runJobs()
  expect(arriving().filter((name) => name.startsWith(forgotten.uploadId))).toEqual([])
  expect(arriving()).toContain("young")
})
