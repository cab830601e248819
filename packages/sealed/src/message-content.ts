import {
  AGE_BANDS,
  type AgeBand,
  BOUNDARIES,
  type Boundary,
  type KeyId,
  LOCALES,
  type Locale,
  type NeedId,
  parseNeedId,
  ROSTER_POLICIES,
  type RosterPolicy,
} from "@shn/domain"
import { KeyIdField, MAX_TEXT_LENGTH, NeedIdField, v } from "@shn/wire"
import { FILE_BODY, FILE_GONE_BODY, type FileContent, UPLOAD_BODY } from "./file-content.ts"
import { HAND_OFF_KINDS, type HandOffContent, parseHandOffContent } from "./hand-off/content.ts"

/** The person's own account, as written on the first day. */
export type Intake = {
  readonly story: string
  readonly boundaries: readonly Boundary[]
  readonly ageBand: AgeBand
  readonly locale: Locale
  /** Answers to the questions of the form, by question code; the app that asks also shows them. */
  readonly answers: { readonly [question: string]: string }
  /** How, when and with which opening words it is safe to reach the person; "" when they did not say. */
  readonly safeContact: string
  /** needId -> base64url key of that need's preview, so that a coordinator can offer the need by hand. */
  readonly previewKeys: { readonly [need: string]: string }
}

/** Who was asked to help with a need and why, in codes that every screen can put into words. */
export type AssignmentNote = {
  readonly need: NeedId
  readonly by: "router" | "coordinator"
  readonly picks: readonly { readonly keyId: KeyId; readonly reasons: readonly string[] }[]
  /** A coordinator's own words, "" when there are none. */
  readonly note: string
}

/** The switches as the person has set them now. */
export type PolicyNote = { readonly policy: RosterPolicy; readonly boundaries: readonly Boundary[] }

/** Every kind of sealed message. Closed: a reader that meets another kind reports it and shows the rest. */
export type MessageContent =
  | { readonly kind: "intake"; readonly body: Intake }
  | { readonly kind: "text"; readonly body: { readonly text: string } }
  | { readonly kind: "assignment"; readonly body: AssignmentNote }
  | { readonly kind: "policy"; readonly body: PolicyNote }
  | FileContent
  | HandOffContent

export const MESSAGE_KINDS = [
  "intake",
  "text",
  "assignment",
  "policy",
  "upload",
  "file",
  "file_gone",
  ...HAND_OFF_KINDS,
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** Kinds that only the reporter may write. */
export const REPORTER_KINDS: readonly MessageKind[] = [
  "intake",
  "policy",
  "identity_part",
  "signed",
  "not_signed",
  "revoked",
]

/** Kinds that only staff may write: nobody approves their own hand-off. */
export const STAFF_KINDS: readonly MessageKind[] = [
  "complaint",
  "identity_ask",
  "hand_off",
  "approval",
  "sent_back",
  "package_plan",
]

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH))
const line = v.pipe(v.string(), v.maxLength(4_000))
const code = v.pipe(v.string(), v.maxLength(80))

const INTAKE = v.strictObject({
  story: text,
  boundaries: v.array(v.picklist(BOUNDARIES)),
  ageBand: v.picklist(AGE_BANDS),
  locale: v.picklist(LOCALES),
  answers: v.record(code, line),
  safeContact: line,
  previewKeys: v.record(v.pipe(v.string(), v.check(isNeedId)), v.pipe(v.string(), v.length(43))),
})
const TEXT = v.strictObject({ text })
const ASSIGNMENT = v.strictObject({
  need: NeedIdField,
  by: v.picklist(["router", "coordinator"]),
  picks: v.array(v.strictObject({ keyId: KeyIdField, reasons: v.array(code) })),
  note: line,
})
const POLICY = v.strictObject({
  policy: v.picklist(ROSTER_POLICIES),
  boundaries: v.array(v.picklist(BOUNDARIES)),
})

function isNeedId(text: string): boolean {
  return parseNeedId(text).ok
}

/** @returns the content, or null when kind and body are not a pair of ours */
export function parseContent(kind: string, body: unknown): MessageContent | null {
  switch (kind) {
    case "intake":
      return read(INTAKE, body, (intake) => ({ kind, body: intake }))
    case "text":
      return read(TEXT, body, (words) => ({ kind, body: words }))
    case "assignment":
      return read(ASSIGNMENT, body, (note) => ({ kind, body: note }))
    case "policy":
      return read(POLICY, body, (switches) => ({ kind, body: switches }))
    case "upload":
      return read(UPLOAD_BODY, body, (start) => ({ kind, body: start }))
    case "file":
      return read(FILE_BODY, body, (file) => ({ kind, body: file }))
    case "file_gone":
      return read(FILE_GONE_BODY, body, (gone) => ({ kind, body: gone }))
    default:
      return parseHandOffContent(kind, body)
  }
}

function read<T>(
  schema: v.GenericSchema<unknown, T>,
  body: unknown,
  wrap: (value: T) => MessageContent,
): MessageContent | null {
  const parsed = v.safeParse(schema, body)
  return parsed.success ? wrap(parsed.output) : null
}
