import { waitForLine } from "@shn/staff"
import { CALL_MS, givingUp, PART_TRY_MS } from "@shn/ui"
import { doFileWork, type FileNews, type FileWork } from "./file-work.ts"

// A worker's `self` has no type without the worker library, which contradicts the page's.
const scope = self as unknown as {
  onmessage: ((event: { readonly data: FileWork }) => void) | null
  postMessage(news: FileNews, transfer: readonly Transferable[]): void
}

// One worker does one piece of work. To stop it, the page ends it.
scope.onmessage = ({ data }) => {
  doFileWork(data, {
    fetch: givingUp(CALL_MS, (url, init) => fetch(url, init)),
    partFetch: givingUp(PART_TRY_MS, (url, init) => fetch(url, init as RequestInit)),
    pace: { wait: waitForLine, isStopped: () => false },
    say: (news) =>
      // Handed over, not copied: a large file must not be in memory twice.
      scope.postMessage(news, news.is === "opened" && news.result.ok ? [news.result.value] : []),
  }).catch((error: unknown) => {
    // A rejected promise dies quietly in a worker; an error is told to the page, which says that it did not work.
    setTimeout(() => {
      throw error
    })
  })
}
