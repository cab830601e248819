import { existsSync, readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"
import type { Locale } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { listed, preferredLocale } from "./language.ts"

/** The files of one built app, in memory: a few megabytes, and no path of a request ever touches the disk. */
export type WebRoot = { readonly answer: (request: Request) => Response }

type File = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  /** The same file compressed at build time. */
  readonly encoded: Readonly<Partial<Record<"br" | "gzip", Uint8Array<ArrayBuffer>>>>
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
}

/** Built files under this folder carry a hash of their content in their name. */
export const HASHED = "/assets/"
const A_YEAR_SECONDS = 31_536_000

/**
 * Reads a built app.
 * @param folder where it was built; null or missing: there are no pages, every path answers 404
 */
export function webRoot(folder: string | null): WebRoot {
  const files = folder !== null && existsSync(folder) ? readFiles(folder) : new Map<string, File>()
  return { answer: (request) => answer(files, request) }
}

function readFiles(folder: string): ReadonlyMap<string, File> {
  const files = new Map<string, File>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const bytes = read(path)
    files.set(`/${relative(folder, path).split(sep).join("/")}`, {
      bytes,
      type,
      etag: base64url(sha256(bytes).subarray(0, 16)),
      encoded: {
        ...(existsSync(`${path}.br`) ? { br: read(`${path}.br`) } : {}),
        ...(existsSync(`${path}.gz`) ? { gzip: read(`${path}.gz`) } : {}),
      },
    })
  }
  return files
}

function read(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path))
}

function answer(files: ReadonlyMap<string, File>, request: Request): Response {
  const path = decodedPath(request.url)
  const locale = preferredLocale(request.headers.get("accept-language") ?? "")
  if (path === "/") {
    const home = files.get(`/${locale}/index.html`)
    if (home !== undefined) return localised(fileResponse(home, path, 200, request), locale)
  }
  const file = files.get(path) ?? files.get(`${path.replace(/\/$/, "")}/index.html`)
  if (file !== undefined) return fileResponse(file, path, 200, request)
  // An app of one page finds its own way from any address that is not a file.
  const single = files.has(`/${locale}/index.html`) ? undefined : files.get("/index.html")
  if (single !== undefined && extname(path) === "") return fileResponse(single, path, 200, request)
  return notFound(files, path, locale, request)
}

function notFound(
  files: ReadonlyMap<string, File>,
  path: string,
  locale: Locale,
  request: Request,
): Response {
  const own = /^\/(en|ur|ur-Latn)\//.exec(path)?.[1] ?? locale
  const page = files.get(`/${own}/404/index.html`) ?? files.get(`/${own}/404.html`) ?? files.get("/404.html")
  if (page !== undefined) return fileResponse(page, path, 404, request)
  return new Response("404\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })
}

function fileResponse(file: File, path: string, status: number, request: Request): Response {
  const isHashed = status === 200 && path.startsWith(HASHED)
  const headers = new Headers({
    "content-type": file.type,
    "cache-control": isHashed ? `public, max-age=${A_YEAR_SECONDS}, immutable` : "no-cache",
    vary: "accept-encoding",
  })
  const encoding = chosenEncoding(file, request.headers.get("accept-encoding") ?? "")
  const etag = `"${file.etag}${encoding === null ? "" : `-${encoding}`}"`
  headers.set("etag", etag)
  if (status === 200 && listed(request.headers.get("if-none-match") ?? "", ",").includes(etag)) {
    return new Response(null, { status: 304, headers })
  }
  if (encoding !== null) headers.set("content-encoding", encoding)
  const bytes = (encoding === null ? undefined : file.encoded[encoding]) ?? file.bytes
  headers.set("content-length", String(bytes.length))
  return new Response(request.method === "HEAD" ? null : bytes, { status, headers })
}

function chosenEncoding(file: File, accepted: string): "br" | "gzip" | null {
  const offered = listed(accepted, ",").map((part) => listed(part, ";"))
  const takes = (name: string) => offered.some(([token, weight]) => token === name && weight !== "q=0")
  if (file.encoded.br !== undefined && takes("br")) return "br"
  return file.encoded.gzip !== undefined && takes("gzip") ? "gzip" : null
}

function localised(response: Response, locale: Locale): Response {
  response.headers.set("content-language", locale)
  response.headers.set("content-location", `/${locale}/`)
  response.headers.set("vary", "accept-language, accept-encoding")
  return response
}

// Odd percent signs are no error of ours: such a path names no file.
function decodedPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return "/404"
  }
}
