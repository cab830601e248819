import type { KeyId, MessageId, UploadId } from "@shn/domain"
import type { ReadMessage } from "./conversation.ts"
import type { FileBody, FileStart } from "./file-content.ts"
import type { Finding } from "./findings.ts"

/** A file of the case, as its writer tells it. The bytes are checked when they are read. */
export type Attachment = AttachmentFacts &
  (
    | { readonly state: "on_its_way" }
    /** The writer's device was told by the server that every part is kept. */
    | ({ readonly state: "there" } & FileResult)
    /** The writer stopped it or took it back; the server deletes the parts. */
    | { readonly state: "stopped" }
  )

type AttachmentFacts = FileStart & {
  readonly author: KeyId
  readonly role: ReadMessage["role"]
  /** The message that tells the state: the newest one that counts. */
  readonly msgId: MessageId
  /** Exact time of that message by the author's clock: a claim. */
  readonly at: string
  readonly isLate: boolean
}
type FileResult = Pick<FileBody, "sha256" | "parts" | "partsDigest" | "note">

export type Attachments = {
  /** In the order in which they were first spoken of. */
  readonly attachments: readonly Attachment[]
  readonly findings: readonly Finding[]
}

type Said<K extends ReadMessage["content"]["kind"]> = ReadMessage & {
  readonly content: Extract<ReadMessage["content"], { readonly kind: K }>
}
type Collected = {
  readonly first: Said<"upload"> | Said<"file">
  file: Said<"file"> | null
  gone: Said<"file_gone"> | null
}

/**
 * Step 6: the messages of a conversation to its files. An upload belongs to whoever wrote it: a message of somebody
 * else with the same uploadId neither changes nor hides it. The first of two different ones stays.
 */
export function foldAttachments(messages: readonly ReadMessage[]): Attachments {
  const findings: Finding[] = []
  const byWriter = new Map<string, Collected>()
  const writers = new Map<UploadId, KeyId>()
  for (const message of messages) {
    if (isSaid(message, "upload") || isSaid(message, "file")) {
      if (isRepeatOfAnother(message, byWriter, writers)) findings.push(finding("duplicate-file", message))
    }
  }
  for (const message of messages) {
    if (!isSaid(message, "file_gone")) continue
    const { uploadId } = message.content.body
    const own = byWriter.get(placeOf(message.author, uploadId))
    if (own !== undefined) own.gone ??= message
    else if (writers.has(uploadId)) findings.push(finding("file-not-theirs", message))
  }
  return { attachments: [...byWriter.values()].map(attachmentOf), findings }
}

/** The files in the case that hold the very same bytes: offered as duplicates before anything is sent twice. */
export function sameFiles(attachments: readonly Attachment[], sha256: string): readonly Attachment[] {
  return attachments.filter((one) => one.state === "there" && one.sha256 === sha256)
}

// Collects the message. Telling the same again is no news (a retry, or two devices that both finished).
function isRepeatOfAnother(
  message: Said<"upload"> | Said<"file">,
  byWriter: Map<string, Collected>,
  writers: Map<UploadId, KeyId>,
): boolean {
  const { uploadId } = message.content.body
  const place = placeOf(message.author, uploadId)
  const owner = writers.get(uploadId) ?? message.author
  writers.set(uploadId, owner)
  const known = byWriter.get(place)
  if (known === undefined) {
    byWriter.set(place, { first: message, file: isSaid(message, "file") ? message : null, gone: null })
    return owner !== message.author
  }
  if (!isSaid(message, "file")) return !isSameStart(known.first.content.body, message.content.body)
  if (known.file !== null) return !isSameFile(known.file.content.body, message.content.body)
  if (!isSameStart(known.first.content.body, message.content.body)) return true
  known.file = message
  return false
}

function attachmentOf({ first, file, gone }: Collected): Attachment {
  const told = gone ?? file ?? first
  const { uploadId, key, name, type, size, lastModified, origin, pickedAt } = (file ?? first).content.body
  const facts: AttachmentFacts = {
    ...{ uploadId, key, name, type, size, lastModified, origin, pickedAt },
    author: told.author,
    role: told.role,
    msgId: told.msgId,
    at: told.at,
    isLate: told.isLate,
  }
  if (gone !== null) return { ...facts, state: "stopped" }
  if (file === null) return { ...facts, state: "on_its_way" }
  const { sha256, parts, partsDigest, note } = file.content.body
  return { ...facts, state: "there", sha256, parts, partsDigest, note }
}

// The key seals one size alone. Name and note may be put better by whoever goes on with it.
function isSameStart(a: FileStart, b: FileStart): boolean {
  return a.key === b.key && a.size === b.size
}

function isSameFile(a: FileBody, b: FileBody): boolean {
  return isSameStart(a, b) && a.sha256 === b.sha256 && a.partsDigest === b.partsDigest
}

function isSaid<K extends ReadMessage["content"]["kind"]>(message: ReadMessage, kind: K): message is Said<K> {
  return message.content.kind === kind
}

function placeOf(author: KeyId, uploadId: UploadId): string {
  return `${author} ${uploadId}`
}

function finding(code: Finding["code"], { msgId, author }: ReadMessage): Finding {
  return { code, msgId, keyId: author }
}
