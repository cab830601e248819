import { err, ok, type Result } from "@shn/domain"
import { fromUtf8 } from "@shn/primitives/encode"
import { MAX_ENVELOPE_BYTES, type Route } from "@shn/wire"

const KIB = 1024
/** Before somebody has shown who they are: an opening, with its three public keys, takes a quarter of this. */
const NOBODYS_BODY_BYTES = 16 * KIB
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

/**
 * All large bodies being read at one time: past this the server says that it is busy rather than fall over. What most
 * people send fits into the first part of a body, which does not count: whoever fills this with bodies that never end
 * keeps out other large ones only.
 */
const MAX_READING_BYTES = 96 * KIB * KIB
const UNCOUNTED_BYTES = 64 * KIB

/** Most bytes that a route reads. */
export function maxBodyBytes({ path, auth }: Pick<Route, "path" | "auth">): number {
  if (auth === "none") return NOBODYS_BODY_BYTES
  return SMALL_BODY_BYTES + (ENVELOPES[path] ?? 0) * ENVELOPE_TEXT_BYTES
}

export type BodyReader = (
  request: Request,
  maxBytes: number,
) => Promise<Result<unknown, "bad_request" | "too_large" | "busy">>

/** Reads JSON with a hard cap on the bytes that arrive, whatever the headers claim. */
export function bodyReader(maxReadingBytes = MAX_READING_BYTES): BodyReader {
  let reading = 0
  return async (request, maxBytes) => {
    if (request.headers.get("content-type")?.split(";")[0]?.trim() !== "application/json") {
      return err("bad_request")
    }
    if (request.body === null) return err("bad_request")
    const chunks: Uint8Array[] = []
    let size = 0
    let counted = 0
    try {
      for await (const chunk of request.body) {
        size += chunk.length
        if (size > maxBytes) return err("too_large")
        const more = Math.max(0, size - UNCOUNTED_BYTES) - counted
        counted += more
        reading += more
        if (more > 0 && reading > maxReadingBytes) return err("busy")
        chunks.push(chunk)
      }
      const text = fromUtf8(Buffer.concat(chunks))
      return text === null ? err("bad_request") : ok(JSON.parse(text))
    } catch {
      // Cut off, or no JSON: the same answer, and nobody may be there to read it.
      return err("bad_request")
    } finally {
      reading -= counted
    }
  }
}
