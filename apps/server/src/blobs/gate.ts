/**
 * Lets so many things happen at once; the others wait for their turn, first come first served.
 * @returns a function that runs one of them when there is room
 */
export function gate(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever is next takes over this very place.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
