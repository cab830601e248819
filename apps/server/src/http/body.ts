import { err, ok, type Result } from "@shn/domain"
import { fromUtf8 } from "@shn/primitives/encode"
import { MAX_ENVELOPE_BYTES } from "@shn/wire"

const KIB = 1024
/** Enough for 32 keys wrapped anew and a roster entry that names them. */
const SMALL_BODY_BYTES = 256 * KIB
const ENVELOPE_TEXT_BYTES = Math.ceil((MAX_ENVELOPE_BYTES * 4) / 3)

/** Routes whose body holds sealed messages, with how many there may be. */
const ENVELOPES: Readonly<Record<string, number>> = {
  "/api/cases/submit": 4,
  "/api/case/envelopes": 1,
  "/api/cases/envelopes": 1,
  "/api/coordination/offer": 1,
}

/** All bodies being read at one time: past this the server says that it is busy rather than fall over. */
const MAX_READING_BYTES = 96 * KIB * KIB

/** Most bytes that a route reads. */
export function maxBodyBytes(path: string): number {
  return SMALL_BODY_BYTES + (ENVELOPES[path] ?? 0) * ENVELOPE_TEXT_BYTES
}

export type BodyReader = (
  request: Request,
  maxBytes: number,
) => Promise<Result<unknown, "bad_request" | "too_large" | "busy">>

/** Reads JSON with a hard cap on the bytes that arrive, whatever the headers claim. */
export function bodyReader(): BodyReader {
  let reading = 0
  return async (request, maxBytes) => {
    if (request.headers.get("content-type")?.split(";")[0]?.trim() !== "application/json") {
      return err("bad_request")
    }
    if (request.body === null) return err("bad_request")
    const chunks: Uint8Array[] = []
    let size = 0
    try {
      for await (const chunk of request.body) {
        size += chunk.length
        reading += chunk.length
        if (size > maxBytes) return err("too_large")
        if (reading > MAX_READING_BYTES) return err("busy")
        chunks.push(chunk)
      }
      const text = fromUtf8(Buffer.concat(chunks))
      return text === null ? err("bad_request") : ok(JSON.parse(text))
    } catch {
      // Cut off, or no JSON: the same answer, and nobody may be there to read it.
      return err("bad_request")
    } finally {
      reading -= size
    }
  }
}
