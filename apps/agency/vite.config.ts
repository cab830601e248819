import preact from "@preact/preset-vite"
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
    plugins: [preact({ prefreshEnabled: false }), onlyForAHelpline(json)],
    define: { __DEPLOYMENT__: JSON.stringify(deployment), __DEMO__: String(deployment.demo) },
    worker: { format: "es" as const },
    build: {
      outDir: process.env.SHN_OUT_DIR ?? "dist",
      emptyOutDir: true,
      target: "es2022",
      // The content policy allows no data: addresses, and no script that is not a file of ours.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
})

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
