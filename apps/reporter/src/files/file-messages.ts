import type { FilePage, FileSay, FileTask } from "./file-task.ts"

/** Page to worker: the task, then an answer to each question. */
export type ToWorker =
  | { readonly kind: "task"; readonly task: FileTask }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }

/** Worker to page: what it says, and what it asks. */
export type ToPage =
  | { readonly kind: "say"; readonly message: FileSay }
  | { readonly kind: "ask"; readonly id: number; readonly call: keyof FilePage; readonly argument: unknown }
