import {
  type Alias,
  type CaseId,
  type Day,
  type Handle,
  type KeyId,
  type MemberId,
  type MessageId,
  type NeedId,
  type OfferId,
  type ProposalId,
  parseAlias,
  parseCaseId,
  parseDay,
  parseHandle,
  parseKeyId,
  parseMemberId,
  parseMessageId,
  parseNeedId,
  parseOfferId,
  parseProposalId,
  parseUploadId,
  type Result,
  type UploadId,
} from "@shn/domain"
import * as v from "valibot"

/** Turns a domain parser into a schema, so that a brand is minted only by its own parser. */
function branded<T extends string, E extends string>(parse: (text: string) => Result<T, E>, expected: E) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value)
      if (parsed.ok) return parsed.value
      addIssue({ message: expected })
      return NEVER
    }),
  )
}

export const CaseIdField = branded<CaseId, "not-a-case-id">(parseCaseId, "not-a-case-id")
export const HandleField = branded<Handle, "not-a-handle">(parseHandle, "not-a-handle")
export const KeyIdField = branded<KeyId, "not-a-key-id">(parseKeyId, "not-a-key-id")
export const MemberIdField = branded<MemberId, "not-a-member-id">(parseMemberId, "not-a-member-id")
export const MessageIdField = branded<MessageId, "not-a-message-id">(parseMessageId, "not-a-message-id")
export const NeedIdField = branded<NeedId, "not-a-need-id">(parseNeedId, "not-a-need-id")
export const OfferIdField = branded<OfferId, "not-an-offer-id">(parseOfferId, "not-an-offer-id")
export const ProposalIdField = branded<ProposalId, "not-a-proposal-id">(parseProposalId, "not-a-proposal-id")
export const UploadIdField = branded<UploadId, "not-an-upload-id">(parseUploadId, "not-an-upload-id")
export const AliasField = branded<Alias, "not-an-alias">(parseAlias, "not-an-alias")
export const DayField = branded<Day, "not-a-day">(parseDay, "not-a-day")
