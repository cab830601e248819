import type { KeyId } from "@shn/domain"
import { expect, test } from "vitest"
import { firstViews } from "./views.ts"

const RABIA = "rabia" as KeyId
const KAMRAN = "kamran" as KeyId

test("of many looks the first of each officer is told, and the first taking of the package", () => {
  const views = firstViews([
    { keyId: RABIA, act: "package", at: "2026-11-23T09:03:00.000Z" },
    { keyId: RABIA, act: "opened", at: "2026-11-23T09:05:00.000Z" },
    { keyId: RABIA, act: "opened", at: "2026-11-23T09:01:00.000Z" },
    { keyId: KAMRAN, act: "opened", at: "2026-11-23T09:02:00.000Z" },
  ])
  expect(views.map(({ keyId, act }) => `${keyId} ${act}`)).toEqual([
    "rabia opened",
    "kamran opened",
    "rabia package",
  ])
})
