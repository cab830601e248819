import { err, type Result, type UploadId } from "@shn/domain"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type FileFacts,
  type Pace,
  type ReadProgress,
  type ReadRefusal,
  readFile,
  type SendProblem,
  type SendProgress,
  type SentFile,
  sendFile,
} from "@shn/sealed"
import { givingUp, PART_TRY_MS } from "@shn/ui"
import {
  type ApiFailure,
  fetchPart,
  type PartFetch,
  type PartOptions,
  REPORTER_ROUTES,
  sendPart,
} from "@shn/wire"
import { xhrFetch } from "./xhr-fetch.ts"

/** The long work with files: to send one, or to read one back. */
export type FileTask =
  | { readonly kind: "send"; readonly uploadId: UploadId; readonly key: Uint8Array; readonly file: Blob }
  | { readonly kind: "read"; readonly uploadId: UploadId; readonly facts: FileFacts }

/** What only the page can do, because it holds the visit: the short routes, and a token for the long ones. */
export type FilePage = {
  readonly open: (chunks: number) => Promise<Result<unknown, ApiFailure>>
  readonly state: () => Promise<Result<{ readonly parts: readonly (string | null)[] }, ApiFailure>>
  readonly begun: (part: number) => Promise<Result<{ readonly bytes: number }, ApiFailure>>
  readonly finish: (partsDigest: string) => Promise<Result<unknown, ApiFailure>>
  /** @param renew the last token was refused */
  readonly token: (renew: boolean) => Promise<string | null>
}

/** How far it is, as often as it changes; then the result, once. */
export type FileSay =
  | { readonly say: "sending"; readonly progress: SendProgress }
  | { readonly say: "reading"; readonly progress: ReadProgress }
  | { readonly say: "sent"; readonly result: Result<SentFile, SendProblem> }
  | { readonly say: "read"; readonly result: ReadResult }
/** "phone_full": the browser had no place to keep what was read. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Blob }
  | ReadRefusal
  | { readonly ok: false; readonly error: "phone_full"; readonly part: null }

/** Does one task. Runs in the worker, or on the page where workers are not allowed. Always says how it ended. */
export async function doFileTask(
  task: FileTask,
  page: FilePage,
  say: (message: FileSay) => void,
  isStopped: () => boolean = () => false,
): Promise<void> {
  try {
    await work(task, page, say, isStopped)
  } catch {
    if (task.kind === "send") say({ say: "sent", result: err("refused") })
    else say({ say: "read", result: { ok: false, error: "phone_full", part: null } })
  }
}

async function work(
  task: FileTask,
  page: FilePage,
  say: (message: FileSay) => void,
  isStopped: () => boolean,
): Promise<void> {
  const pace: Pace = { wait: waitForLine, isStopped }
  const withToken = tokenKeeper(page)
  if (task.kind === "send") {
    const { file, key, uploadId } = task
    const result = await sendFile({
      source: {
        size: file.size,
        read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
      },
      key,
      server: {
        open: page.open,
        state: page.state,
        begun: page.begun,
        finish: page.finish,
        putPart: (n, sealed, digest, from, onSent) =>
          withToken((token) =>
            sendPart(REPORTER_ROUTES.putPart, { uploadId, n }, sealed, digest, options(token, onSent), from),
          ),
      },
      hash: sha256Stream,
      pace,
      onProgress: (progress) => say({ say: "sending", progress }),
    })
    say({ say: "sent", result })
    return
  }
  const { facts, uploadId } = task
  const pieces: Blob[] = []
  const kept = new Map<number, Uint8Array>()
  const result = await readFile({
    facts,
    server: {
      getPart: (n) =>
        withToken((token) =>
          fetchPart(REPORTER_ROUTES.getPart, { uploadId, n }, { fetch: streamFetch, token }, kept),
        ),
    },
    hash: sha256Stream,
    pace,
    // Into the browser's own keeping piece by piece, so that a long film is never an array of this script.
    sink: (bytes) => {
      pieces.push(new Blob([bytes as Uint8Array<ArrayBuffer>]))
    },
    onProgress: (progress) => say({ say: "reading", progress }),
  })
  if (!result.ok) return say({ say: "read", result })
  const bytes = new Blob(pieces)
  // A browser that had no room for it says so only when it is asked for the bytes.
  await bytes.slice(-1).arrayBuffer()
  say({ say: "read", result: { ok: true, bytes } })
}

const streamFetch: PartFetch = givingUp(PART_TRY_MS, (url, init) => fetch(url, init as RequestInit))

function options(token: string, onSent: (bytes: number) => void): PartOptions {
  return { fetch: xhrFetch(onSent), token }
}

// A visit ends after a quarter of an hour, a long film does not: the token is renewed on the way.
function tokenKeeper(page: FilePage) {
  let token: string | null = null
  return async <T>(
    call: (token: string) => Promise<Result<T, ApiFailure>>,
  ): Promise<Result<T, ApiFailure>> => {
    token ??= await page.token(false)
    const used = token
    if (used === null) return err("offline")
    const first = await call(used)
    if (first.ok || first.error !== "token_expired") return first
    // Four parts travel at once: one of the others may have renewed it already.
    if (token === used) token = await page.token(true)
    const fresh = token
    return fresh === null ? err("offline") : call(fresh)
  }
}

// Comes back early when the phone says that the line is there again.
function waitForLine(ms: number): Promise<void> {
  return new Promise((resume) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener("online", go)
      resume()
    }
    const timer = setTimeout(go, ms)
    addEventListener("online", go)
  })
}
