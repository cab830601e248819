import { createHash } from "node:crypto"
import { connect, createServer, type Server, type Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, describe, expect, test } from "vitest"
import { type BadLine, type BadLineOptions, startBadLine } from "../support/bad-line.ts"
import { seededRandom } from "../support/seeded.ts"

// The line of the file tests, before anything is proved with it: it must lose nothing that it delivers, and truly break.
const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

/** A server that sends back what it gets. */
async function echo(): Promise<number> {
  const sockets = new Set<Socket>()
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket))
    socket.pipe(socket)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  return (server.address() as { port: number }).port
}

async function lineTo(port: number, options: BadLineOptions): Promise<BadLine> {
  const line = await startBadLine(port, options)
  opened.push(line)
  return line
}

/** Sends `bytes`, says that no more will come, and collects what comes back until the connection ends. */
function roundTrip(port: number, bytes: Uint8Array): Promise<{ back: Buffer; isWhole: boolean }> {
  return new Promise((done) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true })
    const back: Buffer[] = []
    const finish = (isWhole: boolean) => done({ back: Buffer.concat(back), isWhole })
    socket.on("data", (chunk) => back.push(chunk))
    socket.on("end", () => finish(true)).on("error", () => finish(false))
    socket.end(bytes)
    opened.push({ close: () => socket.destroy() })
  })
}

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
const bytes = seededRandom("bad line")(300_000)

describe("the bad line of the file tests", () => {
  test("with nothing wrong, lets everything through in both directions", async () => {
    const line = await lineTo(await echo(), {})
    const { back, isWhole } = await roundTrip(line.port, bytes)
    expect([isWhole, digest(back)]).toEqual([true, digest(bytes)])
    expect(line.figures()).toMatchObject({ connections: 1, cut: 0, stalls: 0 })
    expect(line.figures().upBytes).toBe(bytes.length)
    expect(line.figures().downBytes).toBe(bytes.length)
  })

  test("delivers late, slowly and after stalls, but in order and complete", async () => {
    const line = await lineTo(await echo(), {
      latencyMs: 60,
      bytesPerSecond: 600_000,
      segmentBytes: 1460,
      lossShare: 0.02,
      stallMs: [20, 60],
    })
    const begun = performance.now()
    const { back, isWhole } = await roundTrip(line.port, bytes)
    expect([isWhole, digest(back)]).toEqual([true, digest(bytes)])
    // 0.5 s for the bytes, one round trip for the connection and one for the way there and back.
    expect(performance.now() - begun).toBeGreaterThan(500 + 4 * 60)
    expect(line.figures().stalls).toBeGreaterThan(0)
  })

  test("shares its bandwidth between all connections", async () => {
    const line = await lineTo(await echo(), { bytesPerSecond: 1_000_000 })
    const begun = performance.now()
    await Promise.all([1, 2, 3, 4].map(() => roundTrip(line.port, bytes)))
    expect(performance.now() - begun).toBeGreaterThan(1_150)
  })

  test("loses the same segments of the same connection in every run with the same seed, others with another", async () => {
    const stallsOf = async (seed: string) => {
      const line = await lineTo(await echo(), { seed, segmentBytes: 1000, lossShare: 0.1, stallMs: [0, 0] })
      await roundTrip(line.port, bytes)
      return line.figures().stalls
    }
    const [one, again, other, third] = [
      await stallsOf("one"),
      await stallsOf("one"),
      await stallsOf("two"),
      await stallsOf("three"),
    ]
    expect(again).toBe(one)
    expect(new Set([one, other, third]).size).toBeGreaterThan(1)
    // About a tenth of the 600 segments of both directions.
    expect(one).toBeGreaterThan(30)
    expect(one).toBeLessThan(100)
  })

  test("ends every connection on the stroke, in the middle of the bytes, and takes new ones at once", async () => {
    const line = await lineTo(await echo(), { bytesPerSecond: 200_000, cutEveryMs: 300 })
    const tries = await Promise.all([roundTrip(line.port, bytes), roundTrip(line.port, bytes)])
    for (const { back, isWhole } of tries) {
      expect(isWhole).toBe(false)
      expect(back.length).toBeLessThan(bytes.length)
      // What did arrive is the beginning of what was sent, nothing else.
      expect(digest(back)).toBe(digest(bytes.subarray(0, back.length)))
    }
    expect(line.figures().cut).toBe(2)
    const small = bytes.subarray(0, 1_000)
    expect(digest((await roundTrip(line.port, small)).back)).toBe(digest(small))
  })

  test("can also fall silent, which no program is told", async () => {
    const line = await lineTo(await echo(), { bytesPerSecond: 200_000, silentShare: 1 })
    const trip = roundTrip(line.port, bytes)
    await pause(200)
    line.cut()
    const ended = await Promise.race([trip.then(() => "ended"), pause(500).then(() => "silent")])
    expect(ended).toBe("silent")
    expect(line.figures()).toMatchObject({ cut: 0, silenced: 1 })
    const arrived = line.figures().upBytes
    await pause(100)
    expect(line.figures().upBytes).toBe(arrived)
  })
})
