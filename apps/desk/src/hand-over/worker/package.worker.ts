import { waitForLine } from "@shn/staff"
import { CALL_MS, givingUp, PART_TRY_MS } from "@shn/ui"
import { doPackageWork, type PackageNews } from "./package-work.ts"
import type { PackageOrder } from "./start-package.ts"

// A worker's `self` has no type without the worker library, which contradicts the page's.
const scope = self as unknown as {
  onmessage: ((event: { readonly data: PackageOrder }) => void) | null
  postMessage(news: PackageNews): void
}

// One worker makes one package. To stop it, the page ends it.
let gate: Promise<void> = Promise.resolve()
let open: () => void = () => undefined

scope.onmessage = ({ data }) => {
  if (data.order === "pause") {
    gate = new Promise((resume) => {
      open = resume
    })
    return
  }
  if (data.order === "go_on") return open()
  doPackageWork(data.work, {
    fetch: givingUp(CALL_MS, (url, init) => fetch(url, init)),
    partFetch: givingUp(PART_TRY_MS, (url, init) => fetch(url, init as RequestInit)),
    pace: { wait: waitForLine, isStopped: () => false },
    mayGoOn: () => gate,
    nowMs: data.nowMs,
    say: (news) => scope.postMessage(news),
  }).catch((error: unknown) => {
    // A rejected promise dies quietly in a worker; an error is told to the page, which says that it did not work.
    setTimeout(() => {
      throw error
    })
  })
}
