import { createHash } from "node:crypto"
import { type Locale, ok } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type Attachment,
  foldAttachments,
  newUploadId,
  type OpenedCase,
  readFile,
  sealMessage,
  sendFile,
} from "@shn/sealed"
import { type CaseView, DESK_ROUTES, fetchPart, sendPart } from "@shn/wire"
import type { Page } from "playwright-core"
import type { FilesText } from "../../apps/reporter/src/text/files/area.ts"
import { type Colleague, readCase } from "./colleague.ts"
import { must } from "./person.ts"
import type { Running } from "./running.ts"
import { press } from "./screens.ts"

/** The words about files on the reporter's screens. */
export async function fileWordsIn(locale: Locale): Promise<FilesText> {
  const { messages } = await import(`../../apps/reporter/src/text/files/${locale}.ts`)
  return messages
}

export type MadeUpFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A file whose bytes differ everywhere and are the same in every run. */
export function madeUpFile(name: string, size: number, mimeType = "application/octet-stream"): MadeUpFile {
  const buffer = Buffer.alloc(size)
  for (let at = 0; at < size; at += 32) {
    createHash("sha256").update(`${name} ${at}`).digest().copy(buffer, at)
  }
  return { name, mimeType, buffer }
}

/** Presses a button that opens the phone's own choice, and chooses. */
export async function choose(page: Page, button: string, files: readonly MadeUpFile[]): Promise<void> {
  const asked = page.waitForEvent("filechooser")
  await press(page, button)
  await (await asked).setFiles([...files])
}

/** The card of one file. */
export function cardOf(page: Page, name: string) {
  return page.locator("article.file").filter({ hasText: name })
}

export function attachmentsOf({ conversation }: OpenedCase): readonly Attachment[] {
  return foldAttachments(conversation.messages).attachments
}

/** Everything of an attachment, fetched and opened by a member of the case. @throws when it is not what was sent */
export async function bytesFor(colleague: Colleague, attachment: Attachment | undefined): Promise<Buffer> {
  if (attachment?.state !== "there") throw new Error(`not there: ${attachment?.state}`)
  const pieces: Uint8Array[] = []
  const { uploadId, size, sha256, parts, partsDigest } = attachment
  const read = await readFile({
    facts: { key: fromBase64url(attachment.key) ?? new Uint8Array(0), size, sha256, parts, partsDigest },
    server: {
      getPart: (n) => fetchPart(DESK_ROUTES.getPart, { uploadId, n }, { fetch: colleague.partFetch }),
    },
    hash: sha256Stream,
    pace: { wait: async () => undefined, isStopped: () => false },
    sink: (bytes) => {
      pieces.push(bytes)
    },
  })
  if (!read.ok) throw new Error(`${read.error} ${read.part}`)
  return Buffer.concat(pieces)
}

/** A member of staff sends a file into a case, without a screen: every part, then the message. */
export async function attachAs(
  run: Running,
  colleague: Colleague,
  caseId: CaseView["caseId"],
  file: MadeUpFile,
): Promise<void> {
  const uploadId = newUploadId(systemRandom)
  const key = systemRandom(32)
  const upload = { caseId, uploadId }
  const sent = must(
    await sendFile({
      source: { size: file.buffer.length, read: async (from, to) => file.buffer.subarray(from, to) },
      key,
      server: {
        open: async (chunks) => ok(await colleague.call(DESK_ROUTES.openUpload, { ...upload, chunks })),
        state: async () => ok(await colleague.call(DESK_ROUTES.uploadState, upload)),
        begun: async (n) => ok(await colleague.call(DESK_ROUTES.partBegun, { ...upload, n })),
        putPart: (n, sealed, digest, from) =>
          sendPart(
            DESK_ROUTES.putPart,
            { uploadId, n },
            sealed,
            digest,
            { fetch: colleague.partFetch },
            from,
          ),
        finish: async (partsDigest) =>
          ok(await colleague.call(DESK_ROUTES.finishUpload, { ...upload, partsDigest })),
      },
      hash: sha256Stream,
      pace: { wait: async () => undefined, isStopped: () => false },
      onProgress: () => undefined,
    }),
  )
  const start = {
    uploadId,
    key: base64url(key),
    name: file.name,
    type: file.mimeType,
    size: file.buffer.length,
    lastModified: null,
    origin: "file",
    pickedAt: new Date().toISOString(),
  } as const
  const { opened } = await readCase(run, colleague, caseId)
  const content = { kind: "file", body: { ...start, ...sent, note: "" } } as const
  const envelope = must(
    await sealMessage({ opened, me: colleague.keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await colleague.call(DESK_ROUTES.addEnvelope, { envelope })
}

/** A whole picture, two pixels of a quiet colour. */
export const PICTURE: MadeUpFile = {
  name: "راستہ.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGOoW7XgxLQKAAzJA5/owkDZAAAAAElFTkSuQmCC",
    "base64",
  ),
}
