// Runs inside the page: the real worker of the app, and beside it the least that anybody could do with the same bytes.
import { sha256Stream } from "@shn/primitives/stream-hash"

const MIB = 1_048_576
const CHUNK = 65_536

export type SendErrand = {
  /** Address of the app's own worker for files. */
  readonly worker: string
  readonly caseId: string
  readonly token: string
  readonly uploadId: string
  /** base64url. */
  readonly key: string
}

/** Milliseconds until the app's worker says "sent". */
export async function send({ worker: url, caseId, token, uploadId, key }: SendErrand): Promise<number> {
  const worker = new Worker(url, { type: "module" })
  const call = async (path: string, body: object) => {
    const response = await fetch(`/api/uploads/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ caseId, uploadId, ...body }),
    })
    const value = await response.json()
    return response.ok ? { ok: true, value } : { ok: false, error: value.problem }
  }
  const answers: Record<string, (argument: never) => Promise<unknown>> = {
    open: (chunks: number) => call("open", { chunks }),
    state: () => call("state", {}),
    begun: (n: number) => call("begun", { n }),
    finish: (partsDigest: string) => call("finish", { partsDigest }),
    token: async () => token,
  }
  const file = picked()
  const begun = performance.now()
  const result = await new Promise<{ ok: boolean; error?: string }>((resolve) => {
    worker.onerror = () => resolve({ ok: false, error: "the worker broke down" })
    worker.onmessage = async ({ data }) => {
      if (data.kind === "ask") {
        const value = await answers[data.call as string]?.(data.argument as never)
        worker.postMessage({ kind: "answer", id: data.id, value })
      } else if (data.message.say === "sent") resolve(data.message.result)
    }
    worker.postMessage({ kind: "task", task: { kind: "send", uploadId, key: bytesOf(key), file } })
  })
  const ms = performance.now() - begun
  worker.terminate()
  if (!result.ok) throw new Error(`not sent: ${result.error}`)
  return ms
}

/** Milliseconds for AES-256-GCM over chunks of 64 KiB and one SHA-256 over the same bytes. */
export async function least(): Promise<number> {
  const file = picked()
  const key = await crypto.subtle.importKey("raw", new Uint8Array(32), "AES-GCM", false, ["encrypt"])
  const hash = await sha256Stream()
  const begun = performance.now()
  for (let at = 0; at < file.size; at += MIB) {
    const bytes = new Uint8Array(await file.slice(at, at + MIB).arrayBuffer())
    hash.update(bytes)
    const chunks = Array.from({ length: bytes.length / CHUNK }, (_, chunk) => {
      const iv = new Uint8Array(12)
      new DataView(iv.buffer).setUint32(8, at / CHUNK + chunk)
      return crypto.subtle.encrypt(
        { name: "AES-GCM", iv },
        key,
        bytes.subarray(chunk * CHUNK, (chunk + 1) * CHUNK),
      )
    })
    await Promise.all(chunks)
  }
  hash.digest()
  return performance.now() - begun
}

/** Milliseconds to send the bytes as they are, in pieces of 1 MiB, four at a time. */
export async function plain(url: string): Promise<number> {
  const file = picked()
  let at = 0
  const begun = performance.now()
  const lane = async () => {
    while (at < file.size) {
      const from = at
      at += MIB
      await fetch(url, { method: "POST", body: await file.slice(from, from + MIB).arrayBuffer() })
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return performance.now() - begun
}

/** Adds a place to pick a file. */
export function addInput(): void {
  const input = document.createElement("input")
  input.type = "file"
  input.id = "bench"
  document.body.append(input)
}

function picked(): File {
  const file = document.querySelector<HTMLInputElement>("#bench")?.files?.[0]
  if (file === undefined) throw new Error("no file was picked")
  return file
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
