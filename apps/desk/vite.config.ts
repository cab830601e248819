import preact from "@preact/preset-vite"
import { defineConfig } from "vite"

/**
 * The build takes one helpline's public constants from SHN_DEPLOYMENT_JSON. Without it only the development server
 * runs, for a helpline that cannot exist: its root is no key that anyone holds.
 */
export default defineConfig(({ command }) => {
  const json = process.env.SHN_DEPLOYMENT_JSON
  if (json === undefined && command === "build") {
    throw new Error("Set SHN_DEPLOYMENT_JSON to the deployment of an organisation file, or run: npm start")
  }
  const deployment = JSON.parse(json ?? DEVELOPMENT) as { readonly demo: boolean }
  return {
    root: import.meta.dirname,
    base: "/",
    plugins: [preact({ prefreshEnabled: false })],
    define: { __DEPLOYMENT__: JSON.stringify(deployment), __DEMO__: String(deployment.demo) },
    worker: { format: "es" },
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

const DEVELOPMENT = JSON.stringify({
  deploymentId: "AAAAAAAAAAAAAAAAAAAAAA",
  orgRootPk: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  name: { en: "Development", ur: "تیاری", "ur-Latn": "Tayyari" },
  demo: true,
})
