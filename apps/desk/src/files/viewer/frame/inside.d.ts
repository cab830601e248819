/** Compiled code as base64, put into the script by the build. */
declare module "*.wasm?base64" {
  export const code: string
}

/** A worker as the text of one script, put into the script that starts it by the build. */
declare module "*.mjs?script" {
  export const code: string
}
