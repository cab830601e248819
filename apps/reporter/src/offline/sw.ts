import type { KeepMessage } from "./keep-shell.ts"

/** The little of a service worker's world that is used; the compiler knows this app only as a page. */
type WorkerScope = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void
}
type WorkerEvent = {
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly respondWith: (answer: Promise<Response>) => void
  readonly request: Request
  readonly data: unknown
}

const CACHE = "shell"
const scope = self as unknown as WorkerScope

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener("message", (event) => {
  if (isKeepMessage(event.data)) event.waitUntil(keep(event.data.keep))
})
// The network comes first: what is kept is for days without it, and never anything of /api.
scope.addEventListener("fetch", (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return
  event.respondWith(fetch(request).catch(() => kept(request)))
})

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith("/assets/") && !paths.includes(pathname)) await cache.delete(request)
  }
  await Promise.allSettled(paths.map((path) => cache.add(path)))
}

async function kept(request: Request): Promise<Response> {
  const found = await caches.match(request)
  if (found !== undefined) return found
  // A page that is not kept, asked for without internet: the numbers are what may matter now.
  const language = new URL(request.url).pathname.split("/")[1] ?? ""
  const danger = request.mode === "navigate" ? await caches.match(`/${language}/danger/`) : undefined
  return danger ?? Response.error()
}

function isKeepMessage(data: unknown): data is KeepMessage {
  return (
    typeof data === "object" &&
    data !== null &&
    "keep" in data &&
    Array.isArray(data.keep) &&
    data.keep.every((path) => typeof path === "string" && path.startsWith("/"))
  )
}
