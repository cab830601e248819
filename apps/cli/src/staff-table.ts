/** One line of a staff list: column name to text. `line` is where it stands, for messages. */
export type StaffRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** Rows, or one sentence saying why the text is no table. */
export type StaffTable =
  | { readonly ok: true; readonly rows: readonly StaffRow[] }
  | { readonly ok: false; readonly sentence: string }

/**
 * Reads a staff list: a JSON list of objects, or CSV (RFC 4180) whose first line names the columns.
 * In both, several values of one column are separated by ";" (JSON may use a list instead).
 */
export function readStaffTable(text: string): StaffTable {
  const plain = text.replace(/^\uFEFF/, "")
  return plain.trimStart().startsWith("[") ? fromJson(plain) : fromCsv(plain)
}

function fromJson(text: string): StaffTable {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return { ok: false, sentence: "The staff list begins like JSON but is not valid JSON." }
  }
  if (!Array.isArray(list)) return { ok: false, sentence: "The staff list must be a JSON list of objects." }
  const rows: StaffRow[] = []
  for (const [at, item] of list.entries()) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      return { ok: false, sentence: `Entry ${at + 1} of the staff list is not an object.` }
    }
    const cells = Object.entries(item).map(([key, value]) => [key.toLowerCase(), cellText(value)])
    rows.push({ line: at + 1, cells: Object.fromEntries(cells) })
  }
  return { ok: true, rows }
}

function cellText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(";") : String(value ?? "")
}

function fromCsv(text: string): StaffTable {
  const lines = csvLines(text)
  if (lines === null) return { ok: false, sentence: "A quotation mark in the staff list is never closed." }
  const [head, ...body] = lines
  if (head === undefined) return { ok: false, sentence: "The staff list is empty." }
  const columns = head.cells.map((cell) => cell.trim().toLowerCase())
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? "").trim()])),
  }))
  return { ok: true, rows }
}

type CsvLine = { readonly line: number; readonly cells: readonly string[] }

/** @returns null when a quoted cell does not end. Empty lines are left out. */
function csvLines(text: string): readonly CsvLine[] | null {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ""
  let isQuoted = false
  let line = 1
  let begun = 1
  const endLine = () => {
    cells.push(cell)
    if (cells.some((each) => each.trim() !== "")) lines.push({ line: begun, cells })
    cells = []
    cell = ""
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === "\n") line += 1
    if (isQuoted && char === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (char === '"') isQuoted = !isQuoted
    else if (isQuoted) cell += char
    else if (char === ",") {
      cells.push(cell)
      cell = ""
    } else if (char === "\n") {
      endLine()
      begun = line
    } else if (char !== "\r") cell += char
  }
  endLine()
  return isQuoted ? null : lines
}
