import type { KeyId } from "@shn/domain"
import type { ReleaseView } from "@shn/wire"

/** One officer's first look, or first taking of the package. */
export type FirstView = { readonly keyId: KeyId; readonly act: "opened" | "package"; readonly atMs: number }

/** When each officer first opened it, and when they first took the package: an app looks far more often than a person. */
export function firstViews(views: ReleaseView["views"]): readonly FirstView[] {
  const first = new Map<string, FirstView>()
  for (const { keyId, act, at } of views) {
    const atMs = Date.parse(at)
    const known = first.get(`${keyId} ${act}`)
    if (known === undefined || atMs < known.atMs) first.set(`${keyId} ${act}`, { keyId, act, atMs })
  }
  return [...first.values()].toSorted((one, other) => one.atMs - other.atMs)
}
