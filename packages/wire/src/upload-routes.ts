import { Empty } from "./reporter-api.ts"
import type { Route } from "./route.ts"
import * as u from "./uploads.ts"

/**
 * The routes of files, alike on both origins: a person and the staff of their case attach in the same way.
 * @param own problems that only this origin's callers have
 */
export function uploadRoutes<
  App extends Route["app"],
  Auth extends "case" | "staff",
  Own extends Route["problems"][number],
>(app: App, auth: Auth, own: readonly Own[]) {
  return {
    openUpload: {
      app,
      method: "POST",
      path: "/api/uploads/open",
      auth,
      summary: "Say that a sealed file of so many chunks is coming. Repeating it is no second one.",
      request: u.UploadOpenRequest,
      answer: u.UploadOpenAnswer,
      problems: [
        ...own,
        "not_found",
        "conflict",
        "size_not_allowed",
        "too_large",
        "too_many_uploads",
        "budget_used",
        "work_expired",
        "work_wrong",
      ],
    },
    uploadState: {
      app,
      method: "POST",
      path: "/api/uploads/state",
      auth,
      summary: "Which parts are stored.",
      request: u.UploadRequest,
      answer: u.UploadStateAnswer,
      problems: [...own, "not_found"],
    },
    putPart: {
      app,
      method: "PUT",
      path: "/api/uploads/:uploadId/parts/:n",
      bytes: "in",
      auth,
      summary:
        "One sealed part, or in `x-part-from` where its rest begins. Its SHA-256 is in `x-part-digest`. Answered when it is on the disk.",
      request: u.PartPutRequest,
      answer: Empty,
      problems: [...own, "not_found", "part_damaged", "part_differs", "storage_full", "storage_unreachable"],
    },
    partBegun: {
      app,
      method: "POST",
      path: "/api/uploads/begun",
      auth,
      summary: "How much of a part came before the line broke. It is kept for an hour.",
      request: u.PartBegunRequest,
      answer: u.PartBegunAnswer,
      problems: [...own, "not_found"],
    },
    finishUpload: {
      app,
      method: "POST",
      path: "/api/uploads/finish",
      auth,
      summary: "All parts are there, in this order. Only then has the file been sent.",
      request: u.UploadFinishRequest,
      answer: Empty,
      problems: [...own, "not_found", "parts_missing"],
    },
    dropUpload: {
      app,
      method: "POST",
      path: "/api/uploads/drop",
      auth,
      summary: "Delete a file of mine and everything of it.",
      request: u.UploadRequest,
      answer: Empty,
      problems: [...own, "not_found"],
    },
    getPart: {
      app,
      method: "GET",
      path: "/api/uploads/:uploadId/parts/:n",
      bytes: "out",
      auth,
      summary: "One sealed part of a finished file, or the rest of it behind `x-part-from` bytes.",
      request: u.PartGetRequest,
      answer: u.SealedPart,
      problems: [...own, "not_found", "storage_unreachable"],
    },
  } as const
}
