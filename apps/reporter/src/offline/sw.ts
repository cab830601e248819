import type { WorkerMessage } from "./worker-message.ts"

/** The little of a service worker's world that is used; the compiler knows this app only as a page. */
type WorkerScope = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly registration: { readonly unregister: () => Promise<boolean> }
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
  if (!isMessage(event.data)) return
  event.waitUntil("leave" in event.data ? forget() : keep(event.data.keep))
})
// The network comes first: what is kept is for days without it, and never anything of /api.
scope.addEventListener("fetch", (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return
  event.respondWith(fetch(request).catch(() => kept(request)))
})

/** Quick exit: a page that is being left may be gone before it has cleared anything; we are still here. */
async function forget(): Promise<void> {
  timesLeft += 1
  const names = await caches.keys()
  await Promise.allSettled([scope.registration.unregister(), ...names.map((name) => caches.delete(name))])
}

// Keeping may be under way when somebody leaves: then what it kept goes as well.
let timesLeft = 0

async function keep(paths: readonly string[]): Promise<void> {
  const before = timesLeft
  const cache = await caches.open(CACHE)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith("/assets/") && !paths.includes(pathname)) await cache.delete(request)
  }
  await Promise.allSettled(paths.map((path) => cache.add(path)))
  if (timesLeft !== before) await caches.delete(CACHE)
}

async function kept(request: Request): Promise<Response> {
  const found = await caches.match(request)
  if (found !== undefined) return found
  // A page that is not kept, asked for without internet: the numbers are what may matter now.
  const language = new URL(request.url).pathname.split("/")[1] ?? ""
  const danger = request.mode === "navigate" ? await caches.match(`/${language}/danger/`) : undefined
  return danger ?? Response.error()
}

function isMessage(data: unknown): data is WorkerMessage {
  if (typeof data !== "object" || data === null) return false
  if ("leave" in data) return data.leave === true
  return (
    "keep" in data &&
    Array.isArray(data.keep) &&
    data.keep.every((path) => typeof path === "string" && path.startsWith("/"))
  )
}
