import { createHash } from "node:crypto"
import type { Locale } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { type Attachment, foldAttachments, type OpenedCase, readFile } from "@shn/sealed"
import { DESK_ROUTES, fetchPart } from "@shn/wire"
import type { Page } from "playwright-core"
import type { FilesText } from "../../apps/reporter/src/text/files/area.ts"
import type { Colleague } from "./colleague.ts"
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
