import { expect, test } from "vitest"
import { givingUp } from "./giving-up.ts"

const never = (_: string, { signal }: { readonly signal: AbortSignal }) =>
  new Promise<string>((_, reject) => signal.addEventListener("abort", () => reject(new Error("given up"))))

test("a call that is never answered is given up, one that is answered in time is not", async () => {
  await expect(givingUp(20, never)("/", {})).rejects.toThrow("given up")
  const answered = givingUp(20, async (url: string, init: { readonly method: string }) => url + init.method)
  expect(await answered("/api", { method: "GET" })).toBe("/apiGET")
})
