import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** Another computer, which writes down every call: what a harmful file would like to reach. */
export type Elsewhere = {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly calls: string[]
  /** What is answered under a path; everything else is an empty page. */
  readonly pages: Map<string, { readonly type: string; readonly body: Uint8Array | string }>
  close(): Promise<void>
}

export async function startElsewhere(): Promise<Elsewhere> {
  const calls: string[] = []
  const pages: Elsewhere["pages"] = new Map()
  const server = createServer((request, response) => {
    const path = request.url ?? "/"
    calls.push(path)
    const page = pages.get(path)
    response.writeHead(200, { "content-type": page?.type ?? "text/html" })
    response.end(page?.body ?? "")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
