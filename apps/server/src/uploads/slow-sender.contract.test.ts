import { connect } from "node:net"
import { partPath } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Mailbox, openVisitor, startMailbox, type Visitor } from "../../../../tests/support/mailbox.ts"
import { madeUpFile, type SealedFile, visitorFiles } from "../../../../tests/support/sealed-files.ts"

let box: Mailbox
let visitor: Visitor
let files: ReturnType<typeof visitorFiles>
beforeAll(async () => {
  box = await startMailbox()
  visitor = await openVisitor(box)
  files = visitorFiles(box, visitor)
})
afterAll(() => box.close())

const SLOW_MS = 1_500

/** What came back on a connection, and whether it broke. */
type Heard = { readonly status: string; readonly isBroken: boolean }

/**
 * Sends a part as a browser on a bad line does: half of it, a pause, the rest, and only then does it listen.
 * @param length that is announced; what is sent beyond the part is zeros
 */
function sentSlowly(file: SealedFile, length = file.parts[0]!.length): Promise<Heard> {
  const body = new Uint8Array(Math.min(length, 6_000_000))
  body.set(file.parts[0]!)
  const head = [
    `PUT ${partPath({ uploadId: file.uploadId, n: 0 })} HTTP/1.1`,
    `host: 127.0.0.1:${box.server.ports().reporter}`,
    `origin: ${box.server.origins().reporter}`,
    `authorization: Bearer ${visitor.token}`,
    `x-part-digest: ${file.digests[0]}`,
    `content-length: ${length}`,
    "\r\n",
  ].join("\r\n")
  return new Promise((done) => {
    const socket = connect(box.server.ports().reporter, "127.0.0.1")
    let isBroken = false
    let text = ""
    const half = body.length / 2
    socket.pause()
    socket.on("error", () => {
      isBroken = true
    })
    socket.on("data", (chunk) => {
      text += String(chunk)
      if (text.includes("\r\n\r\n")) socket.destroy()
    })
    socket.on("close", () => done({ status: /^HTTP\/1.1 (\d+)/.exec(text)?.[1] ?? "", isBroken }))
    socket.write(head)
    socket.write(body.subarray(0, half))
    setTimeout(() => {
      socket.write(body.subarray(half))
      socket.resume()
    }, SLOW_MS)
  })
}

test("whoever sends a part again that is already there is heard out on a slow line, and told so", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  expect(await sentSlowly(file)).toEqual({ status: "200", isBroken: false })
  expect(await sentSlowly(file)).toEqual({ status: "200", isBroken: false })
  await files.finish(file)
})

test("whoever sends a part of no file of theirs is told so when they have sent it", async () => {
  expect(await sentSlowly(madeUpFile(16))).toEqual({ status: "404", isBroken: false })
})

test("a body that goes on beyond its part is not waited for", async () => {
  const file = madeUpFile(16)
  await files.open(file)
  const began = performance.now()
  await sentSlowly(file, 500_000_000)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect((await files.state(file)).parts).toEqual([null])
})
