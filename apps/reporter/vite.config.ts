import { createHash } from "node:crypto"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build, defineConfig, type Manifest, type Plugin } from "vite"

// A helpline that cannot exist: its root key is all zeros, so nothing a server says will ever verify.
const DEVELOPMENT_DEPLOYMENT = {
  deploymentId: "AAAAAAAAAAAAAAAAAAAAAA",
  orgRootPk: "A".repeat(43),
  name: { en: "Development only", ur: "صرف تیاری کے لیے", "ur-Latn": "Sirf tayyari ke liye" },
  demo: true,
}

const root = dirname(fileURLToPath(import.meta.url))
const jsx = { runtime: "automatic", importSource: "preact" } as const

export default defineConfig(() => {
  const given = process.env.SHN_DEPLOYMENT_JSON
  const deployment = given === undefined ? DEVELOPMENT_DEPLOYMENT : JSON.parse(given)
  const define = {
    __DEPLOYMENT__: JSON.stringify(deployment),
    __DEMO__: JSON.stringify(deployment.demo === true),
  }
  return {
    root,
    define,
    oxc: { jsx },
    publicDir: false,
    // Hashed names and no inlining: every byte the policy sees is a file of ours.
    build: {
      outDir: process.env.SHN_OUT_DIR ?? "dist",
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: ["chrome87", "firefox85", "safari14"],
      // Older targets would rewrite logical properties into `:lang(ur)` rules, and those also match Roman Urdu.
      cssTarget: ["chrome90", "firefox90", "safari15"],
      rolldownOptions: {
        input: {
          plain: "src/pages/plain-page.ts",
          learn: "src/pages/learn/main.tsx",
          check: "src/pages/check/main.tsx",
          reply: "src/pages/reply/main.tsx",
          search: "src/pages/search/main.tsx",
          help: "src/pages/help/main.tsx",
          back: "src/pages/back/main.tsx",
          sw: "src/offline/sw.ts",
          // The living page of the design system: a real build does not contain it.
          ...(deployment.demo === true ? { design: "src/pages/design/main.tsx" } : {}),
        },
        output: {
          entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
          chunkFileNames: "assets/[name]-[hash].js",
          assetFileNames: "assets/[name]-[hash][extname]",
          // One file instead of twenty crumbs: on a slow line each request costs more than its bytes. Catalogues and
          // pages stay apart, and the plain pages need none of it.
          codeSplitting: {
            groups: [
              // Even a plain page asks for the list of languages: it must not bring the components with it.
              { name: "vocabulary", test: /packages\/domain\/src\/vocabulary/, priority: 1 },
              {
                name: "components",
                includeDependenciesRecursively: false,
                test: /packages\/ui\/src\/(components|ui-context|view-state)|node_modules\/preact/,
              },
            ],
          },
        },
      },
    },
    worker: { format: "es" },
    plugins: [onlyForAHelpline(given), prerender(define)],
  }
})

/** A build that belongs to nobody would pin a root that nobody holds: it is refused. */
function onlyForAHelpline(given: string | undefined): Plugin {
  return {
    name: "only-for-a-helpline",
    apply: "build",
    buildStart() {
      if (given === undefined)
        this.error("SHN_DEPLOYMENT_JSON is missing: build with `node tools/build.mjs --org DIR`.")
    },
  }
}

/** After the bundle: renders every page in every language into dist. */
function prerender(define: Record<string, string>): Plugin {
  let dist = ""
  let isWritten = false
  return {
    name: "prerender",
    apply: "build",
    configResolved(config) {
      dist = resolve(root, config.build.outDir)
    },
    writeBundle() {
      isWritten = true
    },
    async closeBundle() {
      // Where bundling failed there is nothing to render, and its own message is the one to read.
      if (!isWritten) return
      const manifestPath = join(dist, ".vite", "manifest.json")
      const manifest: Manifest = JSON.parse(await readFile(manifestPath, "utf8"))
      // One folder per build: two builds at the same time must not mix.
      await mkdir(join(root, "..", "..", ".cache"), { recursive: true })
      const outDir = await mkdtemp(join(root, "..", "..", ".cache", "prerender-"))
      await build({
        configFile: false,
        root,
        define,
        oxc: { jsx },
        logLevel: "warn",
        publicDir: false,
        ssr: { noExternal: true },
        build: { ssr: "src/prerender/render-all.tsx", outDir, emptyOutDir: true, minify: false },
      })
      const { renderAll } = await import(pathToFileURL(join(outDir, "render-all.js")).href)
      for (const { path, html } of await renderAll(assetsFrom(manifest, await hashedIcon(dist)))) {
        const file = join(dist, path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, html)
      }
      await rm(outDir, { recursive: true, force: true })
      await rm(join(dist, ".vite"), { recursive: true, force: true })
    },
  }
}

type EntryParts = {
  source: string
  areas: readonly string[]
  /** Pages of content/ that its script reads. */
  content?: readonly string[]
}

const ENTRIES: Record<string, EntryParts> = {
  plain: { source: "src/pages/plain-page.ts", areas: [] },
  learn: { source: "src/pages/learn/main.tsx", areas: [] },
  check: { source: "src/pages/check/main.tsx", areas: ["check"], content: ["check", "types"] },
  reply: { source: "src/pages/reply/main.tsx", areas: ["check"], content: ["reply", "notices"] },
  search: { source: "src/pages/search/main.tsx", areas: ["check"], content: ["search"] },
  help: { source: "src/pages/help/main.tsx", areas: ["help", "words"] },
  back: { source: "src/pages/back/main.tsx", areas: ["back", "help", "words"] },
  design: { source: "src/pages/design/main.tsx", areas: [] },
}

/** The icon under a name of its content, so that it is fetched once. */
async function hashedIcon(dist: string): Promise<string> {
  const icon = await readFile(join(root, "src", "styles", "icon.svg"))
  const path = `assets/icon-${createHash("sha256").update(icon).digest("hex").slice(0, 8)}.svg`
  await writeFile(join(dist, path), icon)
  return path
}

function assetsFrom(manifest: Manifest, icon: string) {
  return (name: string, locale: string) => {
    const entry = ENTRIES[name]
    const chunk = entry === undefined ? undefined : manifest[entry.source]
    if (entry === undefined || chunk === undefined) throw new Error(`no entry ${name}`)
    const styles = new Set<string>()
    const preloads = new Set<string>()
    const visit = (key: string, isSelf: boolean) => {
      const one = manifest[key]
      if (one === undefined) throw new Error(`no chunk ${key}`)
      if (!isSelf) preloads.add(one.file)
      // What is imported comes first, so that a page's own style has the last word.
      for (const next of one.imports ?? []) visit(next, false)
      for (const style of one.css ?? []) styles.add(style)
    }
    visit(entry.source, true)
    if (entry.areas.length > 0) {
      for (const area of entry.areas) visit(`src/text/${area}/${locale}.ts`, false)
      for (const page of entry.content ?? [])
        visit(`../../packages/guidance/src/content/${locale}/${page}.ts`, false)
      visit(`../../packages/ui/src/text/common/${locale}.ts`, false)
    }
    return { icon, script: chunk.file, styles: [...styles], preloads: [...preloads] }
  }
}
