import { fileURLToPath } from "node:url"
import { defineConfig } from "vite"

// Builds the living page alone: npx vite build packages/ui/living
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { outDir: "dist", emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
