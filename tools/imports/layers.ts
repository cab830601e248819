import { builtinModules } from "node:module"
import type { Finding } from "./finding.ts"
import type { Import } from "./parse.ts"
import { WORKSPACES } from "./table.ts"
import { relativePath, resolveRelative, resolveWorkspace, type SourceFile, type SourceTree } from "./tree.ts"

const BUILTIN = new Set(builtinModules)

/** Who may import whom, through which door. Tests may use more, but never another workspace's inside. */
export function layerFindings(tree: SourceTree): readonly Finding[] {
  return [...tree.files.values()].flatMap((file) =>
    file.imports.flatMap((each) => {
      const found = finding(tree, file, each)
      return found === null ? [] : [{ ...found, file: file.path, line: each.line }]
    }),
  )
}

type Broken = Pick<Finding, "rule" | "advice">

function finding(tree: SourceTree, file: SourceFile, each: Import): Broken | null {
  const { specifier } = each
  if (each.kind === "unknown") {
    return file.isTest || isConfig(file)
      ? null
      : { rule: "computed-import", advice: "Import a fixed name, so that it can be checked." }
  }
  if (specifier.startsWith(".") || specifier.startsWith("/")) return relativeFinding(tree, file, specifier)
  if (specifier.startsWith("@shn/")) return workspaceFinding(tree, file, specifier)
  if (specifier.startsWith("virtual:")) return null
  return packageFinding(tree, file, specifier)
}

function relativeFinding(tree: SourceTree, file: SourceFile, specifier: string): Broken | null {
  const path = relativePath(file.path, specifier)
  if (!path.startsWith(`${file.workspace.folder}/`) && !isAllowedOutside(file, path)) {
    return { rule: "reach-into", advice: `Import the workspace by its name, not ${specifier}.` }
  }
  const target = resolveRelative(tree, file.path, specifier)
  const isSupport = target !== null && tree.files.get(target)?.isTest === true
  return isSupport && !file.isTest
    ? { rule: "test-support", advice: `${specifier} is for tests; shipped code must not depend on it.` }
    : null
}

/**
 * Country facts and texts are data in content/: guidance and prerendering read them, at build time, with guidance's
 * own parser. Tests read vectors and documents as well.
 */
function isAllowedOutside(file: SourceFile, path: string): boolean {
  const isReader = file.workspace.name === "@shn/guidance" || file.path.includes("/src/prerender/")
  if (isReader && path.startsWith("content/")) return true
  return file.isTest && !path.startsWith("packages/") && !path.startsWith("apps/")
}

function workspaceFinding(tree: SourceTree, file: SourceFile, specifier: string): Broken | null {
  const name = specifier.split("/").slice(0, 2).join("/")
  const isAllowed = file.isTest || name === file.workspace.name || file.workspace.imports.includes(name)
  if (WORKSPACES.some((each) => each.name === name) && !isAllowed) {
    return {
      rule: "layer",
      advice: `${file.workspace.name} must not import ${name}: move the code to where it may be used.`,
    }
  }
  return resolveWorkspace(tree, specifier) === null
    ? { rule: "front-door", advice: `${specifier} is no front door; ${name}'s package.json lists them.` }
    : null
}

function packageFinding(tree: SourceTree, file: SourceFile, specifier: string): Broken | null {
  if (specifier.startsWith("node:") || BUILTIN.has(specifier)) {
    const isAllowed = file.workspace.isNode || file.isTest || isConfig(file)
    return isAllowed
      ? null
      : { rule: "node-module", advice: `${file.workspace.name} runs in browsers: no ${specifier}.` }
  }
  if (file.isTest || isConfig(file)) return null
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
  return tree.declared.get(file.workspace.name)?.has(name) === true
    ? null
    : { rule: "undeclared-package", advice: `${name} is not in ${file.workspace.folder}/package.json.` }
}

/** Build settings run on the developer's machine, beside the source, not in it. */
function isConfig(file: SourceFile): boolean {
  return !file.path.startsWith(`${file.workspace.folder}/src/`)
}
