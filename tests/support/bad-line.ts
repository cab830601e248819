import { connect, createServer, type Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { uint32, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"

/** What a line does to everybody who uses it. Left out: a line with nothing wrong. */
export type BadLineOptions = {
  /** The same seed loses the same segments of the same connection, whatever the clock does. */
  readonly seed?: string
  /** Each way, ms. A new connection waits for one round trip before its first byte goes on. */
  readonly latencyMs?: number
  /** For all connections together, each way. */
  readonly bytesPerSecond?: number
  /** What is lost at once. 1460 is a TCP segment; larger is a line that loses bursts. */
  readonly segmentBytes?: number
  /** Share of segments lost, 0 to 1. */
  readonly lossShare?: number
  /** A program never sees loss: it sees its connection stand still until the segment was sent again. */
  readonly stallMs?: readonly [least: number, most: number]
  /** All connections end together as often as this: a phone that changes its tower. 0: never. */
  readonly cutEveryMs?: number
  /** Share of cuts after which a connection is not refused but silent for ever, 0 to 1. */
  readonly silentShare?: number
}

/** The line of the acceptance test: 2 % loss, 300 ms each way, cut every 10 s. */
export const POOR_LINE = {
  seed: "poor line",
  latencyMs: 300,
  bytesPerSecond: 400_000,
  segmentBytes: 1460,
  lossShare: 0.02,
  stallMs: [1_000, 3_000],
  cutEveryMs: 10_000,
  silentShare: 0.1,
} as const satisfies BadLineOptions

export type BadLine = {
  readonly port: number
  readonly figures: () => BadLineFigures
  setTarget(port: number): void
  /** Ends every connection now. */
  cut(): void
  close(): Promise<void>
}

export type BadLineFigures = {
  readonly connections: number
  readonly cut: number
  readonly silenced: number
  readonly stalls: number
  /** Bytes that came out at the far end. */
  readonly upBytes: number
  readonly downBytes: number
}

type Crossing = { readonly near: Socket; readonly far: Socket; isSilent: boolean; readonly number: number }

/**
 * A TCP line that is slow, loses segments and breaks, between any program and any server on this machine. What comes
 * out is what went in, in order, or nothing more at all: as TCP promises.
 */
export async function startBadLine(targetPort: number, options: BadLineOptions = {}): Promise<BadLine> {
  const { seed = "line", latencyMs = 0, cutEveryMs = 0, silentShare = 0 } = options
  let target = targetPort
  const figures = { connections: 0, cut: 0, silenced: 0, stalls: 0, upBytes: 0, downBytes: 0 }
  const open = new Set<Crossing>()
  const upTurn = sharedRate(options.bytesPerSecond)
  const downTurn = sharedRate(options.bytesPerSecond)
  const chance = numbers(seed, 0)

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    figures.connections += 1
    const far = connect({ host: "127.0.0.1", port: target, noDelay: true, allowHalfOpen: true })
    const crossing: Crossing = { near, far, isSilent: false, number: figures.connections }
    open.add(crossing)
    // A side that closes in peace has said all it had to say; what is still on its way arrives.
    const closed = (hadError: boolean) => {
      if (near.closed && far.closed) open.delete(crossing)
      if (!hadError || crossing.isSilent) return
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on("error", () => undefined).on("close", closed)
    const lost = () => {
      figures.stalls += 1
    }
    void carry(crossing, near, far, {
      ...options,
      firstWaitMs: 2 * latencyMs,
      turn: upTurn,
      chance: numbers(seed, 2 * crossing.number),
      lost,
      arrived: (bytes) => {
        figures.upBytes += bytes
      },
    })
    void carry(crossing, far, near, {
      ...options,
      firstWaitMs: 0,
      turn: downTurn,
      chance: numbers(seed, 2 * crossing.number + 1),
      lost,
      arrived: (bytes) => {
        figures.downBytes += bytes
      },
    })
  })

  function cut(): void {
    for (const crossing of [...open]) {
      const isSilent = chance() < silentShare
      figures[isSilent ? "silenced" : "cut"] += 1
      crossing.isSilent = isSilent
      crossing.far.resetAndDestroy()
      if (!isSilent) crossing.near.resetAndDestroy()
    }
  }

  const cutting = cutEveryMs > 0 ? setInterval(cut, cutEveryMs) : undefined
  const nearSockets = new Set<Socket>()
  server.on("connection", (socket: Socket) => {
    nearSockets.add(socket)
    socket.once("close", () => nearSockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  return {
    port: address.port,
    figures: () => ({ ...figures }),
    setTarget: (port) => {
      target = port
    },
    cut,
    close: () =>
      new Promise((done) => {
        clearInterval(cutting)
        for (const { far } of open) far.destroy()
        for (const socket of nearSockets) socket.destroy()
        server.close(() => done())
      }),
  }
}

type Way = BadLineOptions & {
  readonly firstWaitMs: number
  readonly turn: (bytes: number) => Promise<void>
  readonly chance: () => number
  readonly lost: () => void
  readonly arrived: (bytes: number) => void
}

/** Carries one direction segment by segment. A lost segment holds back everything behind it. */
async function carry(crossing: Crossing, from: Socket, to: Socket, way: Way): Promise<void> {
  const { segmentBytes = 1460, lossShare = 0, stallMs = [1_000, 3_000], latencyMs = 0 } = way
  let onTheWay = Promise.resolve()
  try {
    await waited(way.firstWaitMs)
    for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += segmentBytes) {
        if (crossing.isSilent) break
        const segment = chunk.subarray(at, at + segmentBytes)
        await way.turn(segment.length)
        if (way.chance() < lossShare) {
          way.lost()
          await waited(stallMs[0] + way.chance() * (stallMs[1] - stallMs[0]))
        }
        const arrival = waited(latencyMs)
        onTheWay = Promise.all([onTheWay, arrival]).then(() => deliver(crossing, to, segment, way))
      }
    }
    await onTheWay
    if (!crossing.isSilent) to.end()
  } catch {
    // The connection ended in the middle: what was on its way is lost, as on a real line.
  }
}

function deliver(crossing: Crossing, to: Socket, segment: Buffer, way: Way): void {
  if (crossing.isSilent || to.destroyed) return
  to.write(segment)
  way.arrived(segment.length)
}

/** One queue for all connections: everybody waits until the bytes before theirs have left. */
function sharedRate(bytesPerSecond: number | undefined): (bytes: number) => Promise<void> {
  if (bytesPerSecond === undefined) return () => Promise.resolve()
  let freeAt = 0
  return (bytes) => {
    const now = performance.now()
    freeAt = Math.max(now, freeAt) + (bytes / bytesPerSecond) * 1_000
    return waited(freeAt - now)
  }
}

function waited(ms: number): Promise<void> {
  return ms < 1 ? Promise.resolve() : pause(ms)
}

/** Numbers from 0 up to 1, the same for the same seed and stream (mulberry32). */
function numbers(seed: string, stream: number): () => number {
  let state = new DataView(sha256(utf8(seed), uint32(stream)).buffer).getUint32(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
