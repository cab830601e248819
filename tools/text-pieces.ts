/** Where a part that changes stands in a sentence made by a function. */
export const SLOT = "{}"

/**
 * The words inside a message function, read from its source: every string and template in order, with
 * `{}` for the parts that change. Two compilers print the same function differently (quotes, spaces,
 * escapes), so only what is inside the quotes counts.
 */
export function wordsOfFunction(source: string): string {
  const found: string[] = []
  readCode(source, 0, found, false)
  return found.join(" | ")
}

/** Reads code from `at`; inside a template's `${}` it ends at the closing brace. Gives the next position. */
function readCode(source: string, at: number, found: string[], inTemplate: boolean): number {
  let depth = 0
  let position = at
  while (position < source.length) {
    const character = source[position]
    if (character === '"' || character === "'") position = readString(source, position, character, found)
    else if (character === "`") position = readTemplate(source, position + 1, found)
    else if (source.startsWith("//", position)) position = endOf(source, "\n", position)
    else if (source.startsWith("/*", position)) position = endOf(source, "*/", position)
    else if (character === "{") {
      depth += 1
      position += 1
    } else if (character === "}") {
      if (inTemplate && depth === 0) return position + 1
      depth -= 1
      position += 1
    } else position += 1
  }
  return position
}

function readString(source: string, at: number, quote: string, found: string[]): number {
  let position = at + 1
  while (position < source.length && source[position] !== quote) position += source[position] === "\\" ? 2 : 1
  found.push(unescaped(source.slice(at + 1, position)))
  return position + 1
}

function readTemplate(source: string, at: number, found: string[]): number {
  const nested: string[] = []
  let words = ""
  let position = at
  while (position < source.length && source[position] !== "`") {
    if (source.startsWith("${", position)) {
      words += SLOT
      position = readCode(source, position + 2, nested, true)
    } else {
      const length = source[position] === "\\" ? 2 : 1
      words += source.slice(position, position + length)
      position += length
    }
  }
  found.push(unescaped(words), ...nested)
  return position + 1
}

function endOf(source: string, mark: string, at: number): number {
  const end = source.indexOf(mark, at)
  return end === -1 ? source.length : end + mark.length
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_, ...groups) => {
      const code = groups.slice(0, 3).find((group) => group !== undefined)
      if (typeof code === "string") return String.fromCodePoint(Number.parseInt(code, 16))
      return groups[3] === "n" ? "\n" : groups[3] === "t" ? "\t" : String(groups[3])
    },
  )
}
