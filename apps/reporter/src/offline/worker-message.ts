/** What a page tells the service worker: what to keep for days without internet, or to forget everything and go. */
export type WorkerMessage = { readonly keep: readonly string[] } | { readonly leave: true }
