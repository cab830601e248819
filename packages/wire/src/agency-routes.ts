import * as a from "./agency-api.ts"
import * as d from "./desk-api.ts"
import * as e from "./releases.ts"
import * as r from "./reporter-api.ts"
import type { Route } from "./route.ts"
import { PartGetRequest, SealedPart } from "./uploads.ts"

/** The routes of the person about their own releases. */
export const RELEASE_ROUTES = {
  release: {
    app: "reporter",
    method: "POST",
    path: "/api/case/releases",
    auth: "case",
    summary: "A signed release: from its first day on, staff may hand the package over.",
    request: e.ReleaseRequest,
    answer: e.ReleaseAnswer,
    problems: [
      "release_refused",
      "agency_key_changed",
      "release_over",
      "release_revoked",
      "uses_exceeded",
      "conflict",
      "budget_used",
    ],
  },
  revoke: {
    app: "reporter",
    method: "POST",
    path: "/api/case/releases/revoke",
    auth: "case",
    summary: "Take a consent back, signed. Its packages are out of the agency's reach at once.",
    request: e.RevokeRequest,
    answer: e.RevokeAnswer,
    problems: ["release_refused", "budget_used"],
  },
  releases: {
    app: "reporter",
    method: "GET",
    path: "/api/case/releases",
    auth: "case",
    summary: "My releases: where each stands, who looked, and the sealed answers.",
    request: r.Empty,
    answer: e.ReleasesAnswer,
    problems: [],
  },
} as const satisfies Record<string, Route>

/** The routes of the staff of a case about its releases. */
export const HAND_OVER_ROUTES = {
  releases: {
    app: "desk",
    method: "POST",
    path: "/api/cases/releases",
    auth: "staff",
    summary: "The releases of a case: where each stands, who looked, and the sealed answers.",
    request: e.CaseReleasesRequest,
    answer: e.ReleasesAnswer,
    problems: ["not_on_roster"],
  },
  handOver: {
    app: "desk",
    method: "POST",
    path: "/api/cases/releases/hand-over",
    auth: "staff",
    summary: "Put a finished package into the agency's inbox.",
    request: e.HandOverRequest,
    answer: e.ReleaseAnswer,
    problems: [
      "not_on_roster",
      "not_found",
      "agency_key_changed",
      "release_not_yet",
      "release_over",
      "release_revoked",
      "uses_exceeded",
      "parts_missing",
      "conflict",
    ],
  },
} as const satisfies Record<string, Route>

export const AGENCY_ROUTES = {
  directory: {
    app: "agency",
    method: "GET",
    path: "/api/directory",
    auth: "none",
    summary: "The signed list of staff keys, agencies and officers.",
    request: r.Empty,
    answer: r.DirectoryAnswer,
    problems: [],
  },
  signInStart: {
    app: "agency",
    method: "POST",
    path: "/api/sign-in/start",
    auth: "none",
    summary: "How to stretch the passphrase of this name.",
    request: d.SignInStartRequest,
    answer: d.SignInStartAnswer,
    problems: [],
  },
  signIn: {
    app: "agency",
    method: "POST",
    path: "/api/sign-in/finish",
    auth: "none",
    summary: "Sign in with both factors.",
    request: d.SignInRequest,
    answer: a.OfficerSignInAnswer,
    problems: ["sign_in_failed", "code_used", "too_many_tries"],
  },
  signOut: {
    app: "agency",
    method: "POST",
    path: "/api/sign-out",
    auth: "officer",
    summary: "End this session.",
    request: r.Empty,
    answer: r.Empty,
    problems: [],
  },
  inbox: {
    app: "agency",
    method: "GET",
    path: "/api/inbox",
    auth: "officer",
    summary: "What was handed to my agency, and what was taken back.",
    request: r.Empty,
    answer: a.InboxAnswer,
    problems: [],
  },
  openRelease: {
    app: "agency",
    method: "POST",
    path: "/api/inbox/open",
    auth: "officer",
    summary: "One release with the covers of its packages; the view is logged.",
    request: a.OpenReleaseRequest,
    answer: a.OpenReleaseAnswer,
    problems: ["not_found"],
  },
  packagePart: {
    app: "agency",
    method: "GET",
    path: "/api/uploads/:uploadId/parts/:n",
    bytes: "out",
    auth: "officer",
    summary:
      "One sealed part of a package, or the rest of it behind `x-part-from` bytes; the view is logged.",
    request: PartGetRequest,
    answer: SealedPart,
    problems: ["not_found", "release_revoked", "release_over", "storage_unreachable"],
  },
  answer: {
    app: "agency",
    method: "POST",
    path: "/api/inbox/answers",
    auth: "officer",
    summary: "A signed answer, sealed to the key that the consent names.",
    request: a.AgencyAnswerRequest,
    answer: a.AgencyAnswerAnswer,
    problems: ["not_found", "size_not_allowed", "conflict", "answers_moved", "not_taken_back", "budget_used"],
  },
} as const satisfies Record<string, Route>

/** Served by the demo helpline only. */
export const DEMO_AGENCY_ROUTES = {
  demoSignIns: {
    app: "agency",
    method: "GET",
    path: "/api/demo/sign-ins",
    auth: "none",
    summary: "Demo only: the made-up officers.",
    request: r.Empty,
    answer: d.DemoSignInsAnswer,
    problems: [],
  },
} as const satisfies Record<string, Route>
