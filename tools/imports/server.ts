import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Finding } from "./finding.ts"
import {
  OPENING_FUNCTIONS,
  OPENING_PACKAGES,
  OPENING_PRIMITIVES,
  SERVER_CONSENT_DOORS,
  SERVER_CONSENT_FILES,
  SERVER_PRIMITIVES,
} from "./table.ts"
import { resolveRelative, resolveWorkspace, type SourceFile, type SourceTree } from "./tree.ts"

const SERVER = "@shn/server"
const CRYPTO = new Set(["crypto", "node:crypto"])

/** "Stored data cannot be opened by the server": it has no code that opens, unwraps, agrees on keys or signs. */
export function serverFindings(tree: SourceTree): readonly Finding[] {
  const files = [...tree.files.values()].filter((file) => file.workspace.name === SERVER && !file.isTest)
  return [
    ...files.flatMap(directFindings),
    ...files.flatMap((file) => reachedFindings(tree, file)),
    ...lockedFindings(tree),
  ]
}

function directFindings(file: SourceFile): readonly Finding[] {
  const findings: Finding[] = []
  for (const each of file.imports) {
    const at = { file: file.path, line: each.line }
    const [, part] = /^@shn\/primitives\/(.+)$/.exec(each.specifier) ?? []
    if (part !== undefined && !SERVER_PRIMITIVES.includes(part)) {
      findings.push({
        ...at,
        rule: "server-primitive",
        advice: `The server may use ${SERVER_PRIMITIVES.join(", ")} only.`,
      })
    }
    if (/^@shn\/consent(\/|$)/.test(each.specifier) && !SERVER_CONSENT_DOORS.includes(each.specifier)) {
      findings.push({
        ...at,
        rule: "server-consent",
        advice: `The server checks a release and reads no consent: ${SERVER_CONSENT_DOORS.join(", ")} only.`,
      })
    }
    if (OPENING_PACKAGES.some((name) => each.specifier === name || each.specifier.startsWith(`${name}/`))) {
      findings.push({
        ...at,
        rule: "server-opening-package",
        advice: `The server must not be able to open: no ${each.specifier}.`,
      })
    }
    const opening = CRYPTO.has(each.specifier)
      ? each.names.filter((name) => OPENING_FUNCTIONS.includes(name))
      : []
    for (const name of opening)
      findings.push({ ...at, rule: "server-opening-function", advice: `The server must not call ${name}.` })
  }
  for (const use of file.ambient) {
    const last = use.what.split(".").at(-1) ?? ""
    const isCrypto = /(^|\.)(crypto|subtle|webcrypto|nodeCrypto)\b/i.test(use.what)
    if (isCrypto && OPENING_FUNCTIONS.includes(last)) {
      findings.push({
        file: file.path,
        line: use.line,
        rule: "server-opening-function",
        advice: `The server must not call ${use.what}.`,
      })
    }
  }
  return findings
}

/** Follows a server file's imports through domain, wire, primitives and the one door of consent. Type imports are erased, so they lead nowhere. */
function reachedFindings(tree: SourceTree, file: SourceFile): readonly Finding[] {
  const forbidden = new Set(OPENING_PRIMITIVES.map((name) => `packages/primitives/src/${name}.ts`))
  const findings: Finding[] = []
  for (const each of file.imports.filter(isRuntime)) {
    const start = target(tree, file, each.specifier)
    if (start === null || tree.files.get(start)?.workspace.name === SERVER) continue
    const path = [...reachable(tree, start)].find(
      (reached) => forbidden.has(reached) || isClientSide(reached),
    )
    if (path !== undefined) {
      findings.push({
        rule: "server-reaches-opening",
        file: file.path,
        line: each.line,
        advice: `${each.specifier} brings ${path} into the server.`,
      })
    }
  }
  return findings
}

/** Source that opens cases, reads consents or builds packages: whatever leads there, the server must not run it. */
function isClientSide(path: string): boolean {
  if (path.startsWith("packages/consent/")) return !SERVER_CONSENT_FILES.includes(path)
  return path.startsWith("packages/sealed/") || path.startsWith("packages/evidence/")
}

function reachable(tree: SourceTree, start: string): ReadonlySet<string> {
  const seen = new Set([start])
  // A Set hands out what is added while it is walked.
  for (const path of seen) {
    const file = tree.files.get(path)
    for (const each of file?.imports.filter(isRuntime) ?? []) {
      const next = file === undefined ? null : target(tree, file, each.specifier)
      if (next !== null) seen.add(next)
    }
  }
  return seen
}

function target(tree: SourceTree, file: SourceFile, specifier: string): string | null {
  return specifier.startsWith(".")
    ? resolveRelative(tree, file.path, specifier)
    : specifier.startsWith("@shn/")
      ? resolveWorkspace(tree, specifier)
      : null
}

function isRuntime(each: { readonly kind: string }): boolean {
  return each.kind !== "type"
}

type Locked = { readonly dependencies?: Record<string, string>; readonly link?: boolean }

/** A package the server depends on must not bring an opening package along. */
function lockedFindings(tree: SourceTree): readonly Finding[] {
  const path = join(tree.root, "package-lock.json")
  const packages: Record<string, Locked> = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8")).packages
    : {}
  const direct = [...(tree.declared.get(SERVER) ?? [])].filter((name) => !name.startsWith("@shn/"))
  const seen = new Map(direct.map((name) => [name, name]))
  for (const [name, via] of seen) {
    // Hoisted or nested: every copy of the name is followed.
    const copies = Object.entries(packages).filter(([at]) => at.endsWith(`node_modules/${name}`))
    for (const [, copy] of copies) {
      for (const next of Object.keys(copy.dependencies ?? {})) if (!seen.has(next)) seen.set(next, via)
    }
  }
  return OPENING_PACKAGES.filter((name) => seen.has(name)).map((name) => ({
    rule: "server-opening-package",
    file: "apps/server/package.json",
    line: 1,
    advice: `${seen.get(name)} brings ${name} into the server.`,
  }))
}
