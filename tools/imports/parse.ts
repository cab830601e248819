import { parseSync } from "vite"

/** One place where a file names another module. */
export type Import = {
  readonly specifier: string
  readonly line: number
  /** "type" is erased by the compiler; "unknown" is a dynamic import of something computed. */
  readonly kind: "value" | "type" | "dynamic" | "unknown"
  /** Names taken from it; "*" for all of them. */
  readonly names: readonly string[]
}

/** A use of something that surrounds the program: "Date.now", "new Date()", "Math.random", "crypto.subtle.decrypt". */
export type Ambient = { readonly what: string; readonly line: number }

export type ParsedFile = { readonly imports: readonly Import[]; readonly ambient: readonly Ambient[] }

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

/**
 * Reads a source file with a real parser, so that comments, strings, regular expressions and markup cannot fool it.
 * @throws Error when the file does not parse
 */
export function parseFile(path: string, source: string): ParsedFile {
  const { program, errors } = parseSync(path, source)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path}: ${error.message}`)
  const imports: Import[] = []
  const ambient: Ambient[] = []
  visit(program as unknown as Node, (node) => {
    const line = source.slice(0, node.start).split("\n").length
    const found = importOf(node)
    if (found !== null) imports.push({ ...found, line })
    const use = ambientUse(node)
    if (use !== null) ambient.push({ what: use, line })
  })
  return { imports, ambient }
}

function importOf(node: Node): Omit<Import, "line"> | null {
  switch (node.type) {
    case "ImportDeclaration":
      return named(node, node.importKind === "type" ? "type" : "value", specifierNames(node))
    case "ExportNamedDeclaration":
      return node.source === null
        ? null
        : named(node, node.exportKind === "type" ? "type" : "value", specifierNames(node))
    case "ExportAllDeclaration":
      return named(node, node.exportKind === "type" ? "type" : "value", ["*"])
    case "TSImportType":
      return named(node, "type", ["*"])
    case "ImportExpression":
      return named(node, "dynamic", ["*"])
    case "TSExternalModuleReference":
      return { specifier: literal(node.expression) ?? "", kind: "value", names: ["*"] }
    case "CallExpression":
      return loadingCall(node)
    default:
      return null
  }
}

function named(node: Node, kind: Import["kind"], names: readonly string[]): Omit<Import, "line"> {
  const specifier = literal(node.source)
  return specifier === null ? { specifier: "", kind: "unknown", names } : { specifier, kind, names }
}

/** require("x"), require.resolve("x"), import.meta.glob("x"), import.meta.resolve("x"): each loads or finds a module. */
function loadingCall(node: Node): Omit<Import, "line"> | null {
  const callee = dotted(node.callee)
  if (!["require", "require.resolve", "import.meta.glob", "import.meta.resolve"].includes(callee)) return null
  const [argument] = node.arguments as readonly Node[]
  const specifier = literal(argument)
  return specifier === null
    ? { specifier: "", kind: "unknown", names: ["*"] }
    : { specifier, kind: "dynamic", names: ["*"] }
}

function specifierNames(node: Node): readonly string[] {
  return ((node.specifiers as readonly Node[] | undefined) ?? []).map((specifier) => {
    if (specifier.type === "ImportSpecifier") return nameOf(specifier.imported)
    return specifier.type === "ExportSpecifier" ? nameOf(specifier.local) : "*"
  })
}

function ambientUse(node: Node): string | null {
  if (node.type === "NewExpression" && dotted(node.callee).replace(/^globalThis\./, "") === "Date") {
    return (node.arguments as readonly Node[]).length === 0 ? "new Date()" : null
  }
  if (node.type !== "MemberExpression") return null
  return dotted(node).replace(/^(globalThis|window|self)\./, "")
}

/** "a.b.c" of a chain of plain names; "" where a part is computed by something other than a literal. */
function dotted(value: unknown): string {
  const node = value as Node | undefined
  if (node === undefined || node === null) return ""
  if (node.type === "Identifier") return nameOf(node)
  if (node.type === "MetaProperty") return "import.meta"
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression")
    return dotted(node.expression)
  if (node.type !== "MemberExpression") return "?"
  const property = node.computed === true ? (literal(node.property) ?? "?") : nameOf(node.property)
  return `${dotted(node.object)}.${property}`
}

function nameOf(value: unknown): string {
  const node = value as { name?: string; value?: string }
  return node.name ?? node.value ?? ""
}

function literal(value: unknown): string | null {
  const node = value as Node | null | undefined
  if (node?.type === "Literal" && typeof node.value === "string") return node.value
  if (node?.type === "TemplateLiteral" && (node.expressions as unknown[]).length === 0) {
    const [quasi] = node.quasis as readonly { value: { cooked: string } }[]
    return quasi?.value.cooked ?? null
  }
  return null
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see)
  } else if (typeof value === "object" && value !== null) {
    if (typeof (value as Node).type === "string") see(value as Node)
    for (const each of Object.values(value)) visit(each, see)
  }
}
