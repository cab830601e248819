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

const HALF_A_YEAR_SECONDS = 15_768_000

/** Nothing but each app's one named policy may turn text into code: it vouches for the app's own workers only. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types shn"

/** The content policy of both apps. */
export function contentPolicy(): string {
  return `${CONTENT_POLICY}; ${TRUSTED_TYPES}`
}

/** Headers of every answer. @param origin where this app is served; over https browsers are told to stay there */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentPolicy(),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), browsing-topics=()",
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
  return Object.fromEntries(Object.entries(securityHeaders(origin)).filter(([name]) => kept.includes(name)))
}

/** The bundler names a worker's file `name.worker-hash.js`; a test reads the built apps for one that it does not. */
function isPartOfAPage(path: string): boolean {
  return /\.(css|woff2)$/.test(path) || (path.endsWith(".js") && !path.includes(".worker-"))
}
