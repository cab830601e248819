import { createCipheriv } from "node:crypto"
import { base64url, concat, uint32 } from "@shn/primitives/encode"
import { sealPart } from "@shn/primitives/file-part"
import { hkdf } from "@shn/primitives/hash"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import type { MemberKeys, MessageContent, ReporterKeys } from "@shn/sealed"
import { cleanFileName, type FileBody, newUploadId, openCase, sealMessage, signDirectory } from "@shn/sealed"
import {
  madeUpHelpline,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  TODAY,
  value,
  withEnvelope,
} from "../support/helpline.ts"
import { seededRandom } from "../support/seeded.ts"
import type { Asked } from "./make.ts"

const CHUNK = 65_536

/** Shapes, names, sealed parts, and what must not open. */
export async function sealedFiles(): Promise<readonly Asked[]> {
  const random = seededRandom("shn/v1 vectors: files")
  const key = random(32)
  const [fileKey, other] = [base64url(key), base64url(random(32))]
  const content = { hex: "00010203040506070809", length: 2 * CHUNK }
  const seal = { fileKey, part: 4, parts: 5 }
  const open = { ...seal, chunks: 2 }
  const one = new Uint8Array(CHUNK).fill(7)
  const place = { fileKey, part: 0, parts: 1, chunks: 1 }
  const sealed = await sealPart({ fileKey: key, part: 0, parts: 1 }, one)
  const shape = (size: number): Asked => ({ name: `a file of ${size} bytes`, do: "file.shape", in: { size } })
  const chunks = (count: number): Asked => {
    return { name: `${count} chunks`, do: "file.chunks", in: { chunks: count } }
  }
  const name = (about: string, text: string): Asked => ({ name: about, do: "file.name", in: { text } })
  const changed = (about: string, change: object, where: object = {}): Asked => {
    return {
      name: `a part ${about}`,
      do: "file.part.changed",
      in: { seal, content, change, open: { ...open, ...where } },
    }
  }
  const sealing = (about: string, length: number, hex = content.hex): Asked => {
    return { name: `sealing ${about}`, do: "file.seal", in: { fileKey, content: { hex, length } } }
  }
  return [
    ...[0, 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1, 600_000, 2 ** 20, 2 ** 20 + 1, 3e9, 2 ** 40].map(shape),
    ...[-1, 2 ** 40 + 1].map(shape),
    ...[1, 2, 3, 8, 10, 16, 18, 0, 9, 17, 2 ** 24 + 1].map(chunks),
    name("a plain name", "IMG_2041.jpg"),
    name("a name in Urdu with a joiner", "می\u200cروم.pdf"),
    name("a name that climbs out of its folder", "../../etc/passwd"),
    name("a name that turns the text around", "photo\u202egpj.exe"),
    name("a name of 4,000 letters", `${"a".repeat(3_996)}.jpg`),
    sealing("nothing", 0),
    sealing("one byte", 1),
    sealing("two chunks", 2 * CHUNK),
    sealing("a part and a byte", 2 ** 20 + 1),
    sealing("a part and a byte that differs at the end", 2 ** 20 + 1, "00010203040506070808"),
    {
      name: "one digest for two parts",
      do: "file.partsDigest",
      in: { digests: [base64url(random(32)), base64url(random(32))] },
    },
    { name: "a part of one chunk", do: "file.part.open", in: { ...place, sealed: base64url(sealed) } },
    {
      name: "a part whose salt was made up, though its chunk opens",
      do: "file.part.open",
      in: { ...place, sealed: base64url(madeUpSalt(key, random(32), one)) },
    },
    changed("as it is", {}),
    changed("with a bit flipped in its salt", { at: 0, xorHex: "01" }),
    changed("with a bit flipped in its first chunk", { at: 32, xorHex: "80" }),
    changed("with a bit flipped in its last tag", { at: 32 + 2 * CHUNK + 31, xorHex: "01" }),
    changed("without its last byte", { keep: 32 + 2 * CHUNK + 31 }),
    changed("with a byte more", { appendHex: "00" }),
    changed("without its last chunk", { keep: 32 + CHUNK + 16 }, { chunks: 1 }),
    changed("in another place", {}, { part: 3 }),
    changed("of a file of more parts", {}, { parts: 6 }),
    changed("of another file", {}, { fileKey: other }),
  ]
}

/** A case whose messages speak of files: read, told twice, and touched by somebody whose they are not. */
export async function caseWithFiles(): Promise<readonly Asked[]> {
  const helpline = await madeUpHelpline("shn/v1 vectors: helpline of the files")
  const { random } = helpline
  const listed = helpline.statement.members.filter(({ alias }) => ["Sana", "Hina", "Zara"].includes(alias))
  const statement = { ...helpline.statement, members: listed }
  const chain = {
    org: helpline.org,
    registrars: helpline.registrarsEnvelope,
    directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys)),
    today: TODAY,
    atLeastVersion: 0,
  }
  const { stored, keys } = await newCase(helpline)
  const sana = staff(helpline, "Sana").keys
  const b32 = () => base64url(random(32))
  const body: FileBody = {
    uploadId: newUploadId(random),
    key: b32(),
    name: cleanFileName("اسکرین شاٹ.png"),
    type: "image/png",
    size: 1_500_000,
    lastModified: "2026-11-20T18:00:00.000Z",
    origin: "gallery",
    pickedAt: "2026-11-23T07:05:00.000Z",
    sha256: b32(),
    parts: 2,
    partsDigest: b32(),
    note: "",
  }
  const { sha256, parts, partsDigest, note, ...begun } = body
  let nowMs = NOW_MS
  const say = async (view: StoredCase, me: ReporterKeys | MemberKeys, content: MessageContent) => {
    const opened = value(await openCase({ view, me, directory: helpline.directory }))
    nowMs += 1000
    return withEnvelope(view, value(await sealMessage({ opened, me, content, nowMs, random })))
  }
  const onItsWay = await say(stored, keys, { kind: "upload", body: begun })
  const there = await say(onItsWay, keys, { kind: "file", body })
  const gone = { kind: "file_gone", body: { uploadId: body.uploadId } } as const
  const [authSeed, signSeed, kemSeed] = [keys.auth, keys.sign, keys.kem].map(({ seed }) => base64url(seed))
  const open = (name: string, view: StoredCase): Asked => {
    const { caseId, signPk, kemPk, roster, answers, wraps, links, envelopes } = view
    const sealed = { caseId, signPk, kemPk, roster, answers, wraps, links, envelopes }
    return {
      name,
      do: "case.files",
      in: { directory: chain, reader: { authSeed, signSeed, kemSeed }, view: sealed },
    }
  }
  return [
    open("a file on its way", onItsWay),
    open("a file that is there", there),
    open("a file that was stopped", await say(onItsWay, keys, gone)),
    open(
      "a file told again in another way",
      await say(there, keys, { kind: "file", body: { ...body, sha256: b32() } }),
    ),
    open(
      "a coordinator who claims the reporter's upload",
      await say(there, sana, { kind: "file", body: { ...body, name: "empty.png" } }),
    ),
    open("a coordinator who stops the reporter's upload", await say(there, sana, gone)),
  ]
}

// What somebody with the file key could make who chooses the salt, and with it the part key.
function madeUpSalt(fileKey: Uint8Array, salt: Uint8Array, plain: Uint8Array): Uint8Array {
  const key = hkdf(fileKey, concat(labelBytes(LABELS.filePart), uint32(0), salt))
  const cipher = createCipheriv("aes-256-gcm", key, new Uint8Array(12))
  return concat(salt, cipher.update(plain), cipher.final(), cipher.getAuthTag())
}
