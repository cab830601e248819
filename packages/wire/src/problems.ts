/**
 * Every way a request can fail, once. The screens turn a code into a sentence in the person's language;
 * `title` is for developers and for docs/PROBLEMS.md, which a test compares with this table both ways.
 */
export const PROBLEMS = {
  bad_request: { status: 400, title: "The request is not in the expected form." },
  too_large: { status: 413, title: "The request is larger than this server accepts." },
  not_found: { status: 404, title: "There is no such route or object." },
  wrong_origin: { status: 403, title: "The request came from another site." },
  work_expired: { status: 409, title: "The proof of work is too old or was used before; ask for a new one." },
  work_wrong: { status: 400, title: "The proof of work does not solve its puzzle." },
  opening_refused: { status: 400, title: "The keys or the proof that open this case do not fit together." },
  login_failed: { status: 401, title: "No case opens with this." },
  token_expired: { status: 401, title: "The fifteen minutes of this visit are over; come in again." },
  case_expired: { status: 410, title: "The case was never submitted and has expired." },
  conflict: { status: 409, title: "Something else is already stored under this id." },
  size_not_allowed: { status: 400, title: "A sealed part has a length that is not in the allowed set." },
  epoch_moved: {
    status: 409,
    title: "The readers of the case have changed; read the case again and seal again.",
  },
  roster_refused: {
    status: 400,
    title: "The roster entry is not signed, not next in line, or names keys that are not certified.",
  },
  proposal_expired: { status: 409, title: "The proposal is older than thirty minutes; ask again." },
  proposal_mismatch: { status: 400, title: "The submitted needs are not those of the proposal." },
  budget_used: {
    status: 429,
    title: "This case has used its allowance; a proof of work buys more.",
  },
  not_on_roster: { status: 403, title: "This key is not on the roster of the case." },
  offer_gone: { status: 409, title: "The offer has expired or was withdrawn." },
  already_taken: { status: 409, title: "Another expert accepted first." },
  answer_refused: { status: 400, title: "The signed answer does not fit the offer." },
  sign_in_failed: { status: 401, title: "Name, passphrase or six digits are not right." },
  code_used: { status: 401, title: "These six digits were used before; wait for the next ones." },
  too_many_tries: { status: 429, title: "Too many wrong tries for this name; wait before the next one." },
  session_ended: { status: 401, title: "The session has ended; sign in again." },
  not_allowed: { status: 403, title: "This role may not do that." },
  draft_gone: { status: 410, title: "The key of this draft is no longer kept." },
  part_damaged: { status: 400, title: "The bytes of this part are not those that were announced." },
  part_differs: { status: 409, title: "Other bytes are already stored as this part." },
  parts_missing: { status: 409, title: "Not all parts of the file are stored, or they are not these." },
  too_many_uploads: {
    status: 429,
    title: "This case has too many unfinished files; finish or stop some first.",
  },
  release_refused: {
    status: 400,
    title: "The statement is not signed by this case, is of another case or agency, or not in its form.",
  },
  agency_key_changed: {
    status: 409,
    title: "The agency has another key now; the release has to be signed again.",
  },
  release_not_yet: { status: 409, title: "The first day of this release has not come yet." },
  release_over: {
    status: 409,
    title: "The last day of this release has passed, or a newer one has taken its place.",
  },
  release_revoked: { status: 410, title: "The person has taken this consent back." },
  uses_exceeded: { status: 409, title: "This consent has been used as often as it allows." },
  answers_moved: { status: 409, title: "Somebody else has answered meanwhile; look again." },
  not_taken_back: { status: 409, title: "This release was not taken back: there is nothing to stop." },
  storage_unreachable: {
    status: 503,
    title: "The place where files are kept cannot be reached; try again shortly.",
  },
  storage_full: { status: 507, title: "The server cannot store anything at the moment." },
  busy: { status: 503, title: "The server is busy; try again shortly." },
  failed: { status: 500, title: "Something went wrong on the server." },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS
export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[]

/** The body of every failed answer. Never a cause, never a stack. */
export type Problem = { readonly problem: ProblemCode }
