/** What ordering needs to know of a message. */
export type Ordered = { readonly hash: string; readonly parents: readonly string[]; readonly at: string }

/**
 * Every message after its parents; among those that could come next, the earlier time first, then the smaller hash.
 * The same set gives the same order on every device. Parents that are not in the set are ignored.
 */
export function sortByCause<T extends Ordered>(messages: readonly T[]): readonly T[] {
  const waitingFor = new Map<string, number>()
  const children = new Map<string, T[]>()
  const known = new Set(messages.map((message) => message.hash))
  for (const message of messages) {
    const parents = [...new Set(message.parents)].filter((hash) => known.has(hash) && hash !== message.hash)
    waitingFor.set(message.hash, parents.length)
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), message])
  }
  const ready = messages.filter((message) => waitingFor.get(message.hash) === 0).sort(earlierFirst)
  const sorted: T[] = []
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    sorted.push(next)
    for (const child of children.get(next.hash) ?? []) {
      const left = (waitingFor.get(child.hash) ?? 1) - 1
      waitingFor.set(child.hash, left)
      if (left === 0) insert(ready, child)
    }
  }
  return sorted
}

/** What lies at or before some messages, and whether none on the way is unknown. */
export type Reached = { readonly hashes: ReadonlySet<string>; readonly isComplete: boolean }

/** The hashes themselves and everything before them, as far as the messages are known. */
export function reachedFrom(heads: readonly string[], messages: readonly Ordered[]): Reached {
  const byHash = new Map(messages.map((message) => [message.hash, message]))
  const hashes = new Set<string>()
  const open = [...heads]
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (hashes.has(hash)) continue
    hashes.add(hash)
    open.push(...(byHash.get(hash)?.parents ?? []))
  }
  return { hashes, isComplete: [...hashes].every((hash) => byHash.has(hash)) }
}

function earlierFirst(a: Ordered, b: Ordered): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.hash < b.hash ? -1 : 1
}

function insert<T extends Ordered>(sorted: T[], message: T): void {
  const at = sorted.findIndex((other) => earlierFirst(message, other) < 0)
  sorted.splice(at < 0 ? sorted.length : at, 0, message)
}
