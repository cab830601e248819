import { readFileSync } from "node:fs"
import preact from "@preact/preset-vite"
import { build as bundle } from "esbuild"
import { defineConfig, type Plugin } from "vite"

/**
 * The build takes one helpline's public constants from SHN_DEPLOYMENT_JSON. Without it only the development server
 * runs, for a helpline that cannot exist: its root is no key that anyone holds.
 */
export default defineConfig(() => {
  const json = process.env.SHN_DEPLOYMENT_JSON
  const deployment = JSON.parse(json ?? DEVELOPMENT) as { readonly demo: boolean }
  return {
    root: import.meta.dirname,
    base: "/",
    plugins: [preact({ prefreshEnabled: false }), codeInside(), onlyForAHelpline(json)],
    define: { __DEPLOYMENT__: JSON.stringify(deployment), __DEMO__: String(deployment.demo) },
    worker: { format: "es" as const },
    build: {
      outDir: process.env.SHN_OUT_DIR ?? "dist",
      emptyOutDir: true,
      target: "es2022",
      // The content policy allows no data: addresses, and no script that is not a file of ours.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        // The names matter: the server lets a page without an origin load what is called frame-*.
        input: {
          index: "index.html",
          "frame-show": "viewer/show/index.html",
          "frame-pages": "viewer/pages/index.html",
        },
        output: {
          // What the desk and a frame have in common is loaded by a frame too.
          chunkFileNames: ({ moduleIds }: { readonly moduleIds: readonly string[] }) =>
            moduleIds.some((id) => id.includes("/files/viewer/"))
              ? "assets/frame-[name]-[hash].js"
              : "assets/[name]-[hash].js",
        },
      },
    },
  }
})

/**
 * A viewing frame has no network, so what it needs is put into its script as text: compiled code
 * (`import { code } from "x.wasm?base64"`) and a worker (`import { code } from "x.mjs?script"`). The worker becomes one
 * script without imports: a page without an origin can start no worker that is a module.
 */
function codeInside(): Plugin {
  return {
    name: "code-inside",
    enforce: "pre",
    async load(id) {
      const [path = "", form] = id.split("?")
      if (form === "base64") return `export const code = ${JSON.stringify(readFileSync(path, "base64"))}`
      if (form !== "script") return null
      const made = await bundle({
        entryPoints: [path],
        bundle: true,
        format: "iife",
        minify: true,
        target: "es2022",
        write: false,
        // Its only use of `import.meta` is to find files beside it, and there are none.
        logOverride: { "empty-import-meta": "silent" },
      })
      return `export const code = ${JSON.stringify(made.outputFiles[0]?.text)}`
    },
  }
}

/** A build that belongs to nobody would pin a root that nobody holds: it is refused. */
function onlyForAHelpline(json: string | undefined): Plugin {
  return {
    name: "only-for-a-helpline",
    apply: "build",
    buildStart() {
      if (json === undefined) {
        this.error("Set SHN_DEPLOYMENT_JSON to the deployment of an organisation file, or run: npm start")
      }
    },
  }
}

const DEVELOPMENT = JSON.stringify({
  deploymentId: "AAAAAAAAAAAAAAAAAAAAAA",
  orgRootPk: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  name: { en: "Development", ur: "تیاری", "ur-Latn": "Tayyari" },
  demo: true,
})
