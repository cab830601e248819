import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** One request and its answer as they crossed the line, before any mutation. */
export type Exchange = {
  readonly method: string
  readonly path: string
  readonly requestHeaders: IncomingHttpHeaders
  readonly requestBody: Buffer
  readonly status: number
  readonly responseHeaders: IncomingHttpHeaders
  readonly responseBody: Buffer
}

/** What a hostile or broken line does to one request. Anything left out passes unchanged. */
export type Tamper = {
  /** Called before the request goes on; "cut" drops the connection, "cut-after" delivers it and drops the answer. */
  readonly before?: (path: string, body: Buffer) => Buffer | "cut" | "cut-after" | undefined
  /** Called before the request goes on; what it returns is the answer, and the server never hears of it. */
  readonly instead?: (
    path: string,
    body: Buffer,
  ) => { readonly status: number; readonly body: string } | undefined
  /** Called with a JSON answer; what it returns is sent instead. */
  readonly json?: (path: string, answer: unknown) => unknown
  /** Called with an answer that is bytes alone (a part of a file); what it returns is sent instead. */
  readonly bytes?: (path: string, answer: Buffer) => Uint8Array | undefined
}

export type Line = {
  readonly port: number
  /** Everything seen so far, for scans and counts. */
  readonly log: Exchange[]
  setTarget(port: number): void
  tamper(with_: Tamper): void
  close(): Promise<void>
}

/**
 * A line between a real browser and a real server that can be listened to, cut and falsified. The server is
 * started with this proxy's address as its own origin, so nothing on either side knows of it.
 */
export async function startLine(): Promise<Line> {
  let target = 0
  let tamper: Tamper = {}
  const log: Exchange[] = []
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
    incoming.on("end", () => {
      const path = incoming.url ?? "/"
      const original = Buffer.concat(chunks)
      const verdict = tamper.before?.(path, original)
      if (verdict === "cut") return void incoming.socket.destroy()
      const made = tamper.instead?.(path, original)
      if (made !== undefined) {
        outgoing.writeHead(made.status, { "content-type": "application/json" })
        return void outgoing.end(made.body)
      }
      const body = Buffer.isBuffer(verdict) ? verdict : original
      const headers = {
        ...incoming.headers,
        "content-length": String(body.length),
        "accept-encoding": incoming.headers["accept-encoding"] ?? "identity",
      }
      if (incoming.method === "GET") delete (headers as Record<string, unknown>)["content-length"]
      const onward = request(
        { host: "127.0.0.1", port: target, method: incoming.method, path, headers },
        (answer) => {
          const parts: Buffer[] = []
          answer.on("data", (chunk: Buffer) => parts.push(chunk))
          answer.on("end", () => {
            const received = Buffer.concat(parts)
            log.push({
              method: incoming.method ?? "GET",
              path,
              requestHeaders: incoming.headers,
              requestBody: original,
              status: answer.statusCode ?? 0,
              responseHeaders: answer.headers,
              responseBody: received,
            })
            if (verdict === "cut-after") return void incoming.socket.destroy()
            const sent = falsified(tamper, path, answer.headers, received)
            const responseHeaders = { ...answer.headers, "content-length": String(sent.length) }
            delete (responseHeaders as Record<string, unknown>)["transfer-encoding"]
            outgoing.writeHead(answer.statusCode ?? 502, responseHeaders)
            outgoing.end(sent)
          })
        },
      )
      onward.on("error", () => incoming.socket.destroy())
      onward.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    log,
    setTarget: (port) => {
      target = port
    },
    tamper: (with_) => {
      tamper = with_
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function falsified(tamper: Tamper, path: string, headers: IncomingHttpHeaders, body: Buffer): Buffer {
  const type = String(headers["content-type"] ?? "")
  if (type.includes("octet-stream")) return Buffer.from(tamper.bytes?.(path, body) ?? body)
  const isJson = type.includes("json")
  if (tamper.json === undefined || !isJson || headers["content-encoding"] !== undefined) return body
  const answer: unknown = JSON.parse(body.toString("utf8"))
  return Buffer.from(JSON.stringify(tamper.json(path, answer) ?? answer))
}
