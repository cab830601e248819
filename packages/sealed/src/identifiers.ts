import {
  type CaseId,
  type Handle,
  type KeyId,
  parseCaseId,
  parseHandle,
  parseKeyId,
  type Result,
} from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { caseIdBytes, handleBytes, keyIdBytes } from "@shn/primitives/labels"

/** Name of a case, made from its two public keys (32 and 1216 bytes). */
export function caseIdOf(signPk: Uint8Array, kemPk: Uint8Array): CaseId {
  return must(parseCaseId(base64url(caseIdBytes(signPk, kemPk))))
}

/** Name of a reader's or author's key pair (32 and 1216 bytes). */
export function keyIdOf(signPk: Uint8Array, kemPk: Uint8Array): KeyId {
  return must(parseKeyId(base64url(keyIdBytes(signPk, kemPk))))
}

/** Name under which a reporter logs in, made from the login key (32 bytes). */
export function handleOf(authPk: Uint8Array): Handle {
  return must(parseHandle(base64url(handleBytes(authPk))))
}

/** The 16 bytes behind an identifier. @throws Error when the text was never parsed (a bug). */
export function idBytes(id: CaseId | Handle | KeyId): Uint8Array {
  return mustDecode(id)
}

/** Bytes of a text that a parser has already accepted. @throws Error otherwise (a bug). */
export function mustDecode(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === null) throw new Error("not base64url")
  return bytes
}

function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
