import { request } from "node:http"
import { partPath } from "@shn/wire"
import type { Running } from "./running.ts"
import type { SealedFile } from "./sealed-files.ts"

/** A part of a file of which half is sent, and nothing more for as long as anybody waits. */
export type HalfSent = {
  readonly isThere: () => boolean
  /** Whether the other end broke the line. */
  readonly isBroken: () => boolean
  end(): void
}

/** @param n a whole part, not the shorter last one */
export function halfSent(run: Running, file: SealedFile, n: number, token: string): HalfSent {
  const part = file.parts[n]!
  let isThere = false
  let isBroken = false
  const call = request(run.direct.reporter + partPath({ uploadId: file.uploadId, n }), {
    method: "PUT",
    agent: false,
    headers: {
      origin: run.reporter,
      authorization: `Bearer ${token}`,
      "content-length": String(part.length),
      "x-part-digest": file.digests[n]!,
    },
  })
  call.on("error", () => {
    isBroken = true
  })
  call.write(part.subarray(0, part.length / 2), () => {
    isThere = true
  })
  return { isThere: () => isThere, isBroken: () => isBroken, end: () => call.destroy() }
}
