import { deriveStaffSecret } from "@shn/sealed"
import type { StretchInput, StretchNews } from "./stretch.ts"

// A worker's `self` has no type without the worker library, which contradicts the page's.
const scope = self as unknown as {
  onmessage: ((event: { readonly data: StretchInput }) => void) | null
  postMessage(news: StretchNews): void
}

scope.onmessage = ({ data }) => {
  deriveStaffSecret({ ...data, onProgress: (done) => scope.postMessage({ kind: "progress", done }) }).then(
    (result) => scope.postMessage({ kind: "done", result }),
    () => scope.postMessage({ kind: "failed" }),
  )
}
