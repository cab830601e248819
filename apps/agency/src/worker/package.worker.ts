import { waitForLine } from "@shn/staff"
import { givingUp, PART_TRY_MS } from "@shn/ui"
import { doPackageWork, type PackageNews, type PackageWork } from "./package-work.ts"

// A worker's `self` has no type without the worker library, which contradicts the page's.
const scope = self as unknown as {
  onmessage: ((event: { readonly data: PackageWork }) => void) | null
  postMessage(news: PackageNews, transfer: readonly Transferable[]): void
}

// One worker does one piece of work. To stop it, the page ends it.
scope.onmessage = ({ data }) => {
  doPackageWork(data, {
    partFetch: givingUp(PART_TRY_MS, (url, init) => fetch(url, init as RequestInit)),
    pace: { wait: waitForLine, isStopped: () => false },
    say: (news) => {
      const saved = news.is === "done" && news.outcome.is === "whole" ? news.outcome.saved : null
      // Handed over, not copied: a large file must not be in memory twice.
      scope.postMessage(news, saved === null ? [] : [saved])
    },
  }).catch((error: unknown) => {
    // A rejected promise dies quietly in a worker; an error is told to the page, which says that it did not work.
    setTimeout(() => {
      throw error
    })
  })
}
