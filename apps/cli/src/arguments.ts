/** Command line: one command, then `--name value` pairs. */
export type Arguments = { readonly command: string; readonly options: Readonly<Record<string, string>> }

/** The arguments, or one sentence saying what is wrong with them. */
export type ParsedArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly sentence: string }

/**
 * @param args without the program's own name
 * @param known options of each command: true when it must be there
 */
export function readArguments(
  args: readonly string[],
  known: Readonly<Record<string, Readonly<Record<string, boolean>>>>,
): ParsedArguments {
  const [command = "", ...rest] = args
  const allowed = Object.hasOwn(known, command) ? known[command] : undefined
  if (allowed === undefined) return wrong(`Which command? ${Object.keys(known).join(", ")}.`)
  const options: Record<string, string> = {}
  for (let at = 0; at < rest.length; at += 2) {
    const [flag = "", value] = rest.slice(at, at + 2)
    const name = flag.replace(/^--/, "")
    if (!flag.startsWith("--") || !Object.hasOwn(allowed, name)) {
      return wrong(`"${flag}" is not an option of ${command}; it takes ${listOf(Object.keys(allowed))}.`)
    }
    if (value === undefined || value.startsWith("--")) return wrong(`${flag} needs a value after it.`)
    options[name] = value
  }
  const missing = Object.keys(allowed).filter((name) => allowed[name] === true && !options[name])
  if (missing.length > 0) return wrong(`${command} also needs ${listOf(missing)}.`)
  return { ok: true, value: { command, options } }
}

function wrong(sentence: string): ParsedArguments {
  return { ok: false, sentence }
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(" ")
}
