/** A failure that a person can do something about: one clear sentence, printed without a stack trace. */
export class Sentence extends Error {}

/** One line of progress. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs one step and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function timed(what, step) {
  const begun = performance.now()
  say(`- ${what} ...`)
  const result = await step()
  say(`  done in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return result
}

/**
 * Prints the sentence of an expected failure; anything else is a bug and keeps its stack.
 * @param {unknown} error
 */
export function reportFailure(error) {
  console.error(error instanceof Sentence ? `\n${error.message}` : error)
  process.exitCode = 1
}
