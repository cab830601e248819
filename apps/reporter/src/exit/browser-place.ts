import { LEAVING_MARK, readStoredDraft } from "../draft/stored-draft.ts"
import type { WorkerMessage } from "../offline/worker-message.ts"
import { type LeavingPlace, leave } from "./leave.ts"

/** Leaves this page for good. Safe to call from any screen, with or without scripts of that screen. */
export function leaveNow(neutralHref: string): Promise<void> {
  return leave(browserPlace(), neutralHref, dropDraftKey)
}

function browserPlace(): LeavingPlace {
  return {
    emptyPage: () => {
      document.documentElement.setAttribute(LEAVING_MARK, "")
      document.title = " "
      document.body.replaceChildren()
    },
    tellWorker: () => {
      const message: WorkerMessage = { leave: true }
      navigator.serviceWorker?.controller?.postMessage(message)
    },
    storages: () => [localStorage, sessionStorage],
    slowCleaners: [deleteDatabases, deleteCaches, unregisterWorkers],
    wait: (ms) => new Promise((resume) => setTimeout(resume, ms)),
    replace: (href) => location.replace(href),
  }
}

// Before the storage is cleared: the id is in it. `keepalive` lets the request outlive the page.
function dropDraftKey(): void {
  const stored = readStoredDraft()
  if (stored === null) return
  fetch("/api/drafts/drop", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ draftId: stored.draftId }),
  }).catch(() => undefined)
}

async function deleteDatabases(): Promise<void> {
  if (typeof indexedDB === "undefined" || indexedDB.databases === undefined) return
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name)
}

async function deleteCaches(): Promise<void> {
  if (typeof caches === "undefined") return
  for (const name of await caches.keys()) await caches.delete(name)
}

async function unregisterWorkers(): Promise<void> {
  if (!("serviceWorker" in navigator)) return
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
}
