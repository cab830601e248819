/** The system's code of a failed file operation ("ENOENT"), or "" if the error is none of the system's. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return ""
  return typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code) ? error.code : ""
}

/** Whether no room was left, for us or at all. */
export function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error))
}
