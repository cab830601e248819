import { concat, utf8 } from "./encode.ts"
import { sha256Half } from "./hash.ts"

/**
 * Every domain-separation label of the protocol, and the exact bytes that clients and the server must build alike.
 * One label, one use: no signature, key or hash made for one purpose means anything in another.
 */
export const LABELS = {
  receipt: "shn/v1/receipt",
  receiptCheck: "shn/v1/receipt-check",
  reporterAuth: "shn/v1/reporter/auth",
  reporterSign: "shn/v1/reporter/sign",
  reporterKem: "shn/v1/reporter/kem",
  case: "shn/v1/case",
  handle: "shn/v1/handle",
  key: "shn/v1/key",
  login: "shn/v1/login",
  opening: "shn/v1/opening",
  pow: "shn/v1/pow",
  staffLogin: "shn/v1/staff/login",
  staffWrap: "shn/v1/staff/wrap",
  staffSmk: "shn/v1/staff/smk",
  staffSeeds: "shn/v1/staff/seeds",
  caseKey: "shn/v1/ck",
  epochLink: "shn/v1/link",
  preview: "shn/v1/preview",
  previewKey: "shn/v1/pk",
  previewSignature: "shn/v1/preview-signature",
  decision: "shn/v1/decision",
  message: "shn/v1/msg",
  messageSignature: "shn/v1/msg-signature",
  messageHash: "shn/v1/msg-hash",
  fileMac: "shn/v1/file-mac",
  filePart: "shn/v1/file-part",
  fileParts: "shn/v1/file-parts",
  consent: "shn/v1/consent",
  handOff: "shn/v1/hand-off",
  reply: "shn/v1/reply",
  agencyAnswer: "shn/v1/agency-answer",
  inboxWrap: "shn/v1/inbox",
  identity: "shn/v1/identity",
  identityKey: "shn/v1/identity-key",
} as const

export type Label = (typeof LABELS)[keyof typeof LABELS]

/** The label's bytes (ASCII). */
export function labelBytes(label: Label): Uint8Array {
  return utf8(label)
}

/** 16 bytes naming a case. @param signPk 32 bytes @param kemPk 1216 bytes */
export function caseIdBytes(signPk: Uint8Array, kemPk: Uint8Array): Uint8Array {
  return sha256Half(labelBytes(LABELS.case), expect(signPk, 32), expect(kemPk, 1216))
}

/** 16 bytes naming a key pair of a member (or of a reporter, as an author). @param signPk 32 bytes @param kemPk 1216 bytes */
export function keyIdBytes(signPk: Uint8Array, kemPk: Uint8Array): Uint8Array {
  return sha256Half(labelBytes(LABELS.key), expect(signPk, 32), expect(kemPk, 1216))
}

/** 16 bytes naming a login key. @param authPk 32 bytes */
export function handleBytes(authPk: Uint8Array): Uint8Array {
  return sha256Half(labelBytes(LABELS.handle), expect(authPk, 32))
}

/**
 * What a reporter signs to log in. Binds the page's origin, so that an answer given to another site is worth nothing.
 * @param handle 16 bytes @param challenge 32 bytes
 */
export function loginBytes(origin: string, handle: Uint8Array, challenge: Uint8Array): Uint8Array {
  return concat(labelBytes(LABELS.login), utf8(origin), expect(handle, 16), expect(challenge, 32))
}

/**
 * What a reporter's login key signs to open a case: it ties that key to the case and to one solved puzzle.
 * @param caseId 16 bytes @param challenge of the puzzle, 32 bytes
 */
export function openingBytes(origin: string, caseId: Uint8Array, challenge: Uint8Array): Uint8Array {
  return concat(labelBytes(LABELS.opening), utf8(origin), expect(caseId, 16), expect(challenge, 32))
}

function expect(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`)
  return bytes
}
