import { err, ok, type Result } from "@shn/domain"
import { base64url, concat } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { partDigest } from "@shn/primitives/file-part"
import { partsForChunks } from "@shn/primitives/file-shape"
import type { ReadPorts, SendPorts } from "../../packages/sealed/src/transfer/ports.ts"

/** One upload in memory, kept by the rules of the real routes, with a line that tests can spoil. */
export type MemoryServer = {
  readonly send: SendPorts
  readonly read: ReadPorts
  /** Sealed parts by number, open to meddling. */
  readonly stored: Map<number, Uint8Array>
  /** Part numbers in the order in which they arrived whole. */
  readonly arrived: number[]
  /** Most parts that were on their way at the same moment. */
  readonly mostAtOnce: () => number
  /** Bytes of parts that set out, however far they came. */
  readonly carried: () => number
  readonly finished: () => string | null
  readonly opened: () => number | null
}

export type Spoil = {
  /**
   * Called before a part is taken: "lost" never arrives, "half" breaks in the middle, "answer_lost" arrives unheard, "flipped" arrives with another
   * bit, anything else is the answer. `company`: most parts on their way while this one was, itself included.
   */
  readonly put?: (part: number, tries: number, company: number) => string | undefined
  readonly open?: (tries: number) => string | undefined
  readonly finish?: (tries: number, stored: Map<number, Uint8Array>) => string | undefined
  /** How long a part is on its way, in milliseconds. */
  readonly takes?: (part: number) => number
}

export function memoryServer(spoil: Spoil = {}): MemoryServer {
  const stored = new Map<number, Uint8Array>()
  const arrived: number[] = []
  const begun = new Map<number, Uint8Array>()
  let carried = 0
  const tries = new Map<string, number>()
  let chunks: number | null = null
  let finished: string | null = null
  const underway = new Set<{ company: number }>()
  let mostAtOnce = 0
  const count = (what: string) => {
    const now = (tries.get(what) ?? 0) + 1
    tries.set(what, now)
    return now
  }
  const digestOf = async (sealed: Uint8Array) => base64url(await partDigest(sealed))
  async function take(part: number, sealed: Uint8Array, digest: string): Promise<Result<null, string>> {
    if ((await digestOf(sealed)) !== digest) return err("part_damaged")
    const before = stored.get(part)
    if (before !== undefined && (await digestOf(before)) !== digest) return err("part_differs")
    if (before === undefined) {
      stored.set(part, sealed.slice())
      arrived.push(part)
    }
    return ok(null)
  }
  return {
    stored,
    arrived,
    mostAtOnce: () => mostAtOnce,
    carried: () => carried,
    finished: () => finished,
    opened: () => chunks,
    read: {
      async getPart(part) {
        const sealed = stored.get(part)
        return sealed === undefined ? err("not_found") : ok(sealed.slice())
      },
    },
    send: {
      async open(asked) {
        const spoiled = spoil.open?.(count("open"))
        if (spoiled !== undefined) return err(spoiled)
        if (chunks !== null && chunks !== asked) return err("conflict")
        chunks = asked
        return ok(null)
      },
      async state() {
        const parts = Array.from({ length: partsForChunks(chunks ?? 0) }, async (_, part) => {
          const sealed = stored.get(part)
          return sealed === undefined ? null : digestOf(sealed)
        })
        return ok({ parts: await Promise.all(parts) })
      },
      async begun(part) {
        return ok({ bytes: begun.get(part)?.length ?? 0 })
      },
      async putPart(part, whole, digest, from, onSent) {
        const sealed = whole.subarray(from)
        const journey = { company: 1 }
        underway.add(journey)
        for (const each of underway) each.company = Math.max(each.company, underway.size)
        mostAtOnce = Math.max(mostAtOnce, underway.size)
        await new Promise((resume) => setTimeout(resume, spoil.takes?.(part) ?? 0))
        const spoiled = spoil.put?.(part, count(`put ${part}`), journey.company)
        onSent(sealed.length / 2)
        carried += sealed.length
        try {
          if (spoiled === "lost") return err("offline")
          if (spoiled === "half") {
            begun.set(part, whole.slice(0, from + Math.ceil(sealed.length / 2)))
            return err("offline")
          }
          const before = begun.get(part)?.slice(0, from) ?? new Uint8Array(0)
          begun.delete(part)
          const together = concat(before, sealed)
          if (spoiled === "flipped") {
            together[100] = (together[100] ?? 0) ^ 1
            return await take(part, together, digest)
          }
          if (spoiled === "answer_lost") {
            await take(part, together, digest)
            return err("offline")
          }
          return spoiled === undefined ? await take(part, together, digest) : err(spoiled)
        } finally {
          underway.delete(journey)
        }
      },
      async finish(chain) {
        const spoiled = spoil.finish?.(count("finish"), stored)
        if (spoiled !== undefined) return err(spoiled)
        const all = partsForChunks(chunks ?? 0)
        if (stored.size < all) return err("parts_missing")
        const digests = await Promise.all(
          Array.from({ length: all }, (_, part) => partDigest(stored.get(part) ?? new Uint8Array(0))),
        )
        if (base64url(partsDigest(digests)) !== chain) return err("conflict")
        finished = chain
        return ok(null)
      },
    },
  }
}
