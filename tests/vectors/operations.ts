import { type Day, parseMemberId } from "@shn/domain"
import { aeadOpen } from "@shn/primitives/aead"
import { dsseVerify, preAuthenticationEncoding } from "@shn/primitives/dsse-verify"
import { base64url, concat, fromBase64url, fromHex, hex } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { openPart, partDigest, sealPart } from "@shn/primitives/file-part"
import {
  chunksForSize,
  chunksInPart,
  FILE_CHUNK_BYTES,
  isChunkCount,
  isFileSize,
  partsForChunks,
  sealedFileLength,
} from "@shn/primitives/file-shape"
import { sha256 } from "@shn/primitives/hash"
import { hpkeOpen, kemKeyPair } from "@shn/primitives/hpke-open"
import { canonical, type Json, parseCanonical } from "@shn/primitives/jcs"
import { caseIdBytes, handleBytes, keyIdBytes, loginBytes, openingBytes } from "@shn/primitives/labels"
import { pad, unpad } from "@shn/primitives/pad"
import { verifyPow } from "@shn/primitives/pow-verify"
import { parseReceiptCode, receiptCode } from "@shn/primitives/receipt-code"
import { sign, signKeyPair } from "@shn/primitives/sign"
import { verify } from "@shn/primitives/verify"
import {
  cleanFileName,
  deriveReporterKeys,
  deriveStaffSecret,
  type OpenedCase,
  openCase,
  verifyDirectory,
} from "@shn/sealed"
import { sealWhole } from "../support/sealed-file.ts"
import { CONSENT_OPERATIONS } from "./consent.ts"
import { memberKeysFrom, reporterKeysFrom } from "./keys.ts"

/**
 * What a vector may ask for. Inputs and outputs are JSON: bytes are base64url, except where a name ends in Hex.
 * An operation that refuses its input answers { "reject": code }.
 */
export type Operation = (input: never) => unknown

type OpenInput = {
  directory: Parameters<typeof verifyDirectory>[0]
  reader: { memberId?: string; authSeed?: string; signSeed: string; kemSeed: string }
  view: Parameters<typeof openCase>[0]["view"]
}
type Place = { fileKey: string; part: number; parts: number; chunks: number }
/** `hex` again and again until `length` bytes are there. */
type Repeated = { hex: string; length: number }
type Text = Readonly<Record<string, string>>
const bytes = (text: string | undefined) => fromBase64url(text ?? "=") ?? fail(`not base64url: ${text}`)
const reject = (code: string) => ({ reject: code })

export const OPERATIONS = {
  "receipt.code": ({ secret, deploymentId }: Text) => receiptCode(bytes(secret), bytes(deploymentId)),
  "receipt.parse": ({ text = "", deploymentId }: Text) => {
    const parsed = parseReceiptCode(text, bytes(deploymentId))
    return parsed.ok ? { secret: base64url(parsed.value) } : reject(parsed.error)
  },
  "reporter.keys": async ({ secret, deploymentId = "" }: Text) => {
    const keys = await deriveReporterKeys(bytes(secret), deploymentId)
    const { handle, caseId, keyId, auth, sign: signing, kem } = keys
    const seeds = {
      authSeed: base64url(auth.seed),
      signSeed: base64url(signing.seed),
      kemSeed: base64url(kem.seed),
    }
    const authPk = base64url(auth.publicKey)
    const [signPk, kemPk] = [base64url(signing.publicKey), base64url(kem.publicKey)]
    return { handle, caseId, keyId, ...seeds, authPk, signPk, kemPk }
  },
  "staff.keys": async (input: {
    passphrase: string
    salt: string
    kdf: Parameters<typeof deriveStaffSecret>[0]["kdf"]
  }) => {
    const secret = await deriveStaffSecret(input)
    if (!secret.ok) return reject(secret.error)
    return { loginKey: secret.value.loginKey, wrapKey: base64url(secret.value.wrapKey) }
  },
  names: ({ authPk, signPk, kemPk }: Text) => ({
    handle: base64url(handleBytes(bytes(authPk))),
    caseId: base64url(caseIdBytes(bytes(signPk), bytes(kemPk))),
    keyId: base64url(keyIdBytes(bytes(signPk), bytes(kemPk))),
  }),
  "login.answer": ({ authSeed, origin = "", handle, challenge }: Text) => {
    const message = loginBytes(origin, bytes(handle), bytes(challenge))
    return { messageHex: hex(message), signature: base64url(sign(message, signKeyPair(bytes(authSeed)))) }
  },
  "opening.proof": ({ authSeed, origin = "", caseId, challenge }: Text) => {
    const message = openingBytes(origin, bytes(caseId), bytes(challenge))
    return { messageHex: hex(message), signature: base64url(sign(message, signKeyPair(bytes(authSeed)))) }
  },
  "signature.verify": ({ publicKey, messageHex = "", signature }: Text) =>
    verify(bytes(signature), fromHex(messageHex) ?? fail("hex"), bytes(publicKey))
      ? { valid: true }
      : reject("invalid"),
  "pow.verify": ({ challenge, bits, nonce }: { challenge: string; bits: number; nonce: number }) =>
    verifyPow(bytes(challenge), bits, nonce) ? { valid: true } : reject("invalid"),
  "json.canonical": ({ document }: { document: Json }) => ({ text: canonical(document) }),
  "json.parse": ({ textHex = "" }: Text) => {
    const parsed = parseCanonical(fromHex(textHex) ?? fail("hex"))
    return parsed === undefined ? reject("not-canonical") : { document: parsed }
  },
  pad: ({ contentHex = "" }: Text) => {
    const padded = pad(fromHex(contentHex) ?? fail("hex"))
    return { length: padded.length, startHex: hex(padded.slice(0, 16)) }
  },
  unpad: ({ startHex = "", zeros }: { startHex: string; zeros: number }) => {
    const start = fromHex(startHex) ?? fail("hex")
    const content = unpad(Uint8Array.of(...start, ...new Uint8Array(zeros)))
    return content === null ? reject("not-padded") : { contentHex: hex(content) }
  },
  "statement.encode": ({ payloadType = "", payload }: Text) => ({
    signedHex: hex(preAuthenticationEncoding(payloadType, bytes(payload))),
  }),
  "statement.verify": (input: {
    envelope: Parameters<typeof dsseVerify>[0]
    payloadType: string
    publicKey: string
  }) => {
    const payload = dsseVerify(input.envelope, input.payloadType, bytes(input.publicKey))
    return payload === null ? reject("not-signed") : { document: payload.json }
  },
  "hpke.publicKey": async ({ seed }: Text) => ({
    publicKey: base64url((await kemKeyPair(bytes(seed))).publicKey),
  }),
  "hpke.open": async ({ seed, infoHex = "", aadHex = "", sealed }: Text) => {
    const keys = await kemKeyPair(bytes(seed))
    const info = fromHex(infoHex) ?? fail("hex")
    const opened = await hpkeOpen({ keys, info, aad: fromHex(aadHex) ?? fail("hex"), sealed: bytes(sealed) })
    return opened === null ? reject("does-not-open") : { plaintext: base64url(opened) }
  },
  "aead.open": async ({ key, aadHex = "", sealed }: Text) => {
    const opened = await aeadOpen(bytes(key), bytes(sealed), fromHex(aadHex) ?? fail("hex"))
    return opened === null ? reject("does-not-open") : { plaintext: base64url(opened) }
  },
  "directory.verify": (input: { today: string } & Omit<Parameters<typeof verifyDirectory>[0], "today">) => {
    const verified = verifyDirectory({ ...input, today: input.today as Day })
    if (!verified.ok) return reject(verified.error)
    const { version, freshness, threshold, registrars, members } = verified.value
    return {
      version,
      freshness,
      threshold,
      registrars,
      members: members.map(({ alias, keyId }) => ({ alias, keyId })),
    }
  },
  "case.open": async (input: OpenInput) => {
    const opened = await openAs(input)
    if (!("roster" in opened)) return opened
    const { roster, conversation, findings } = opened
    return {
      epoch: roster.epoch,
      readers: roster.readers.map(({ keyId, role, state }) => ({ keyId, role, state })),
      messages: conversation.messages.map(({ msgId, author, at, hash, content }) => ({
        msgId,
        author,
        at,
        hash,
        content,
      })),
      findings: findings.map(({ code }) => code),
    }
  },
  "case.files": async (input: OpenInput) => {
    const opened = await openAs(input)
    if (!("roster" in opened)) return opened
    return { attachments: opened.attachments, findings: opened.findings.map(({ code }) => code) }
  },
  "file.shape": ({ size }: { size: number }) => {
    if (!isFileSize(size)) return reject("no-file-of-ours")
    const chunks = chunksForSize(size)
    const parts = partsForChunks(chunks)
    return {
      chunks,
      parts,
      chunksInLastPart: chunksInPart(chunks, parts - 1),
      sealedBytes: sealedFileLength(chunks),
    }
  },
  "file.chunks": ({ chunks }: { chunks: number }) =>
    isChunkCount(chunks) ? { valid: true } : reject("not-padded"),
  "file.name": ({ text = "" }: Text) => ({ name: cleanFileName(text) }),
  "file.seal": async ({ fileKey, content }: { fileKey: string; content: Repeated }) => {
    const plain = repeated(content)
    const file = await sealWhole(bytes(fileKey), plain)
    const digests = await Promise.all(file.sealed.map(partDigest))
    return {
      size: plain.length,
      sha256: base64url(sha256(plain)),
      chunks: file.chunks,
      parts: file.sealed.map((sealed, part) => ({
        bytes: sealed.length,
        salt: base64url(sealed.slice(0, 32)),
        firstTag: base64url(sealed.slice(32 + FILE_CHUNK_BYTES, 32 + FILE_CHUNK_BYTES + 16)),
        digest: base64url(digests[part] ?? fail("part")),
      })),
      partsDigest: base64url(file.digest),
    }
  },
  "file.partsDigest": ({ digests }: { digests: readonly string[] }) => ({
    partsDigest: base64url(partsDigest(digests.map(bytes))),
  }),
  "file.part.open": ({ sealed, ...place }: Place & { sealed: string }) => openedPart(place, bytes(sealed)),
  // Seals `content` (whole chunks) at one place, changes bytes, and opens the result at another.
  "file.part.changed": async (input: {
    seal: Omit<Place, "chunks">
    content: Repeated
    change: { at?: number; xorHex?: string; keep?: number; appendHex?: string }
    open: Place
  }) => {
    const { at = 0, xorHex = "", keep, appendHex = "" } = input.change
    const sealed = await sealPart(placeOf(input.seal), repeated(input.content))
    const changes = fromHex(xorHex) ?? fail("hex")
    for (const [offset, change] of changes.entries())
      sealed[at + offset] = (sealed[at + offset] ?? 0) ^ change
    const appended = fromHex(appendHex) ?? fail("hex")
    return openedPart(input.open, concat(sealed.slice(0, keep), appended))
  },
  ...CONSENT_OPERATIONS,
} satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS

/** Runs one operation as named in a vector file. @throws Error for a name that is not there */
export async function perform(name: string, input: unknown): Promise<unknown> {
  const operation = Object.hasOwn(OPERATIONS, name)
    ? OPERATIONS[name as OperationName]
    : fail(`no operation ${name}`)
  return (operation as (input: unknown) => unknown)(input)
}

async function openAs(input: OpenInput): Promise<OpenedCase | { readonly reject: string }> {
  const directory = verifyDirectory(input.directory)
  if (!directory.ok) return reject(directory.error)
  const { memberId, authSeed, signSeed, kemSeed } = input.reader
  const seeds = { signSeed: bytes(signSeed), kemSeed: bytes(kemSeed) }
  const id = parseMemberId(memberId ?? "")
  const me = id.ok
    ? await memberKeysFrom({ ...seeds, memberId: id.value })
    : await reporterKeysFrom({ ...seeds, authSeed: bytes(authSeed) })
  const opened = await openCase({ view: input.view, me, directory: directory.value })
  return opened.ok ? opened.value : reject(opened.error)
}

function repeated({ hex: text, length }: Repeated): Uint8Array {
  const piece = fromHex(text) ?? fail("hex")
  return Uint8Array.from({ length }, (_, at) => piece[at % piece.length] ?? 0)
}

function placeOf({ fileKey, part, parts }: Omit<Place, "chunks">) {
  return { fileKey: bytes(fileKey), part, parts }
}

async function openedPart(place: Place, sealed: Uint8Array) {
  const plain = await openPart(placeOf(place), place.chunks, sealed)
  return plain === null ? reject("does-not-open") : { sha256: base64url(sha256(plain)) }
}

function fail(message: string): never {
  throw new Error(message)
}
