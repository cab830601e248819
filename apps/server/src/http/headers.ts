/**
 * What a page may load: nothing but its own origin. `wasm-unsafe-eval` lets Argon2 run compiled; without it the
 * receipt takes six times as long.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

const NOTHING_OF_THE_DEVICE =
  "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), browsing-topics=()"

const HALF_A_YEAR_SECONDS = 15_768_000

/** Nothing but each app's one named policy may turn text into code: it vouches for the app's own workers only. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types shn"

export type App = "reporter" | "desk" | "agency"

/** The content policy of an app's own pages. Only the desk has frames: its own two, in which files are viewed. */
export function contentPolicy(app: App = "reporter"): string {
  const frames = app === "desk" ? "; frame-src 'self'" : ""
  return `${CONTENT_POLICY}${frames}; ${TRUSTED_TYPES}`
}

/**
 * The desk's viewing frames, ADR 0023. Each holds the bytes of one file that a stranger sent and runs on an origin of
 * its own ("sandbox" without "allow-same-origin"): no network, no storage, no cookie, no key, no window, no form.
 * `show` draws pictures, film, sound and letters; `pages` draws a PDF, for which it needs a worker and two compiled
 * decoders.
 */
const FRAMES = {
  "/viewer/show/": "img-src blob:; media-src blob:; script-src 'self'; trusted-types 'none'",
  "/viewer/pages/": "worker-src blob:; script-src 'self' 'wasm-unsafe-eval'; trusted-types shn-pages",
} as const

const FRAME_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-scripts",
  "require-trusted-types-for 'script'",
].join("; ")

/** Headers of a page. @param path as it was asked for */
export function pageHeaders(app: App, origin: string, path: string): Readonly<Record<string, string>> {
  const own = app === "desk" ? FRAMES[framePath(path) as keyof typeof FRAMES] : undefined
  const headers = securityHeaders(origin, app)
  if (own === undefined) return headers
  return { ...headers, "content-security-policy": `${FRAME_POLICY}; ${own}`, "x-frame-options": "SAMEORIGIN" }
}

/** A folder is served with and without its last stroke, and under the name of its file. */
function framePath(path: string): string {
  return `${path.replace(/(\/index\.html|\/)$/, "")}/`
}

/** Headers of every answer. @param origin where this app is served; over https browsers are told to stay there */
export function securityHeaders(origin: string, app: App = "reporter"): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentPolicy(app),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // A person may record a voice note; nobody else on either origin may hear anything.
    "permissions-policy": `${NOTHING_OF_THE_DEVICE}, microphone=(${app === "reporter" ? "self" : ""})`,
    ...(origin.startsWith("https:") ? { "strict-transport-security": `max-age=${HALF_A_YEAR_SECONDS}` } : {}),
  }
}

/**
 * Headers of hashed files, of which there are twenty on a first visit: what a browser obeys on them, and no more. The
 * policy of a page speaks for its scripts, styles and fonts; a worker, a picture and anything else carry their own.
 */
export function assetHeaders(origin: string, path: string): Readonly<Record<string, string>> {
  const kept = ["x-content-type-options", "cross-origin-resource-policy", "strict-transport-security"]
  if (!isPartOfAPage(path)) kept.push("content-security-policy")
  const headers = Object.entries(securityHeaders(origin)).filter(([name]) => kept.includes(name))
  return Object.fromEntries(isOfAFrame(path) ? [...headers, ["access-control-allow-origin", "*"]] : headers)
}

/**
 * A viewing frame has no origin, so even our own script comes to it from elsewhere and must say that anybody may have
 * it. Anybody may: it is part of the published program. The bundler names these files `frame-name-hash`.
 */
function isOfAFrame(path: string): boolean {
  return /\/frame-[^/]*\.(js|css)$/.test(path)
}

/** The bundler names a worker's file `name.worker-hash.js`; a test reads the built apps for one that it does not. */
function isPartOfAPage(path: string): boolean {
  return /\.(css|woff2)$/.test(path) || (path.endsWith(".js") && !path.includes(".worker-"))
}
