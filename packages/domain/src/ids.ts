import type { Brand } from "./brand.ts"
import { err, ok, type Result } from "./result.ts"
import { hasUnseen } from "./unseen.ts"

type Branded<Name extends string> = string & Brand<Name>

/** 16 bytes, base64url (22 characters): first half of SHA-256 over the case's two public keys. PROTOCOL, Keys. */
export type CaseId = Branded<"CaseId">
/** 16 bytes, base64url: first half of SHA-256 over the login key. Travels in a body, never in a URL. */
export type Handle = Branded<"Handle">
/** 16 bytes, base64url: first half of SHA-256 over a member's sign and kem public keys. */
export type KeyId = Branded<"KeyId">
/** Random UUIDv4, lower case. */
export type MemberId = Branded<"MemberId">
export type MessageId = Branded<"MessageId">
export type NeedId = Branded<"NeedId">
export type OfferId = Branded<"OfferId">
export type ProposalId = Branded<"ProposalId">
/** Name of one upload. Random: it says nothing about the file, and the same file picked again has another. */
export type UploadId = Branded<"UploadId">
/** The name a staff member works under, e.g. "Sana". 2-40 characters, letters, digits, space, dot, hyphen. */
export type Alias = Branded<"Alias">

const ID_16_BYTES = /^[A-Za-z0-9_-]{21}[AQgw]$/
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const ALIAS = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .-]{0,38}[\p{L}\p{M}\p{N}]$/u

function parser<Name extends string, E extends string>(pattern: RegExp, error: E) {
  return (text: string): Result<Branded<Name>, E> =>
    pattern.test(text) ? ok(text as Branded<Name>) : err(error)
}

export const parseCaseId = parser<"CaseId", "not-a-case-id">(ID_16_BYTES, "not-a-case-id")
export const parseHandle = parser<"Handle", "not-a-handle">(ID_16_BYTES, "not-a-handle")
export const parseKeyId = parser<"KeyId", "not-a-key-id">(ID_16_BYTES, "not-a-key-id")
export const parseMemberId = parser<"MemberId", "not-a-member-id">(UUID_V4, "not-a-member-id")
export const parseMessageId = parser<"MessageId", "not-a-message-id">(UUID_V4, "not-a-message-id")
export const parseNeedId = parser<"NeedId", "not-a-need-id">(UUID_V4, "not-a-need-id")
export const parseOfferId = parser<"OfferId", "not-an-offer-id">(UUID_V4, "not-an-offer-id")
export const parseProposalId = parser<"ProposalId", "not-a-proposal-id">(UUID_V4, "not-a-proposal-id")
export const parseUploadId = parser<"UploadId", "not-an-upload-id">(UUID_V4, "not-an-upload-id")
const aliasIn = parser<"Alias", "not-an-alias">(ALIAS, "not-an-alias")

/** Some letters show nothing: with one of them two names would look the same and be two people. */
export function parseAlias(text: string): Result<Alias, "not-an-alias"> {
  return hasUnseen(text) ? err("not-an-alias") : aliasIn(text)
}
