export { certifiedAgency, listedOfficer } from "./agencies.ts"
export { type Attachment, type Attachments, foldAttachments, sameFiles } from "./attachments.ts"
export type { HandOfferBody, SubmitBody } from "./bodies.ts"
export type { CaseKey } from "./case-key.ts"
export { type Conversation, foldConversation, intakeOf, type ReadMessage } from "./conversation.ts"
export { type DecisionRecord, openDecision } from "./decision.ts"
export {
  type CertifiedMember,
  certifiedMember,
  DIRECTORY_MAX_DAYS,
  type DirectoryProblem,
  type ListedMember,
  listedMember,
  type VerifiedDirectory,
  verifyDirectory,
} from "./directory.ts"
export { signDirectory, signRegistrars } from "./directory-sign.ts"
export {
  exactTime,
  FILE_ORIGINS,
  type FileBody,
  type FileContent,
  type FileOrigin,
  type FileStart,
  MAX_NOTE_LENGTH,
  newUploadId,
} from "./file-content.ts"
export { cleanFileName, cleanFileType, MAX_FILE_NAME_LENGTH } from "./file-name.ts"
export type {
  FileWarning,
  Finding,
  FindingCode,
  MessageRefusal,
  MessageWarning,
  RosterRefusal,
  RosterWarning,
} from "./findings.ts"
export { draftsToFile } from "./hand-off/by-hand.ts"
export {
  type ApprovalBody,
  type ComplaintBody,
  type FilingBody,
  HAND_OFF_KINDS,
  type HandOffBody,
  type HandOffContent,
  type HandOffTo,
  type IdentityAskBody,
  type IdentityPartBody,
  type PackagePlanBody,
  parseHandOffContent,
  type SentBackBody,
  type SignedBody,
} from "./hand-off/content.ts"
export {
  foldHandOffs,
  HAND_OFF_STAGES,
  type HandOff,
  type HandOffStage,
  type HandOffs,
  type Said,
  stageOf,
} from "./hand-off/fold.ts"
export { isAnswerTo, openIdentity, sealIdentity } from "./hand-off/identity.ts"
export {
  agencyName,
  approvalsOf,
  consentsOf,
  findOfficerIn,
  findStaffEverIn,
  findStaffIn,
  handOffTo,
  isApproved,
  knownAgency,
  latestFor,
  minorNow,
  ONLY_INBOX,
  type SignedConsent,
  seemsApproved,
  termsOf,
  viewOf,
} from "./hand-off/papers.ts"
export { type HandOfferProblem, handOffer } from "./hand-offer.ts"
export { caseIdOf, handleOf, keyIdOf } from "./identifiers.ts"
export type { ListedAgency, ListedOfficer } from "./listed-agencies.ts"
export { loginAnswer, openingProof, publicKeysOf } from "./login.ts"
export { messageHash, sealedMessageLength } from "./message.ts"
export {
  type AssignmentNote,
  type Intake,
  MESSAGE_KINDS,
  type MessageContent,
  type MessageKind,
  type PolicyNote,
} from "./message-content.ts"
export { type NewCaseProblem, type NewNeed, sealNewCase } from "./new-case.ts"
export { answerOffer } from "./offer.ts"
export {
  type CaseReader,
  type OpenCaseProblem,
  type OpenedCase,
  openCase,
  type Remembered,
  sealMessage,
  toRemember,
} from "./opened-case.ts"
export { MAX_PREVIEW_LENGTH, openPreview } from "./preview.ts"
export {
  deriveReporterKeys,
  newReceiptSecret,
  parseReceiptCode,
  RECEIPT_KDF,
  type ReporterKeys,
  receiptCode,
} from "./reporter-keys.ts"
export type { AcceptedEntry, ReaderState, Roster, RosterReader } from "./roster.ts"
export {
  addMember,
  type ChangeInput,
  type ChangeProblem,
  changePolicy,
  removeMembers,
  revokedReaders,
  type SealedChange,
  settleOffers,
} from "./roster-change.ts"
export { type CaseKeys, type FoldedRoster, foldRoster, isMemberNow } from "./roster-fold.ts"
export {
  createMember,
  deriveStaffSecret,
  generatePassphrase,
  type MemberKeys,
  type MemberRecord,
  STAFF_KDF,
  type StaffSecret,
  unlockMember,
} from "./staff-keys.ts"
export type { FileSource, Pace, PortAnswer, ReadPorts, SendPorts, WaitingFor } from "./transfer/ports.ts"
export {
  type FileFacts,
  type ReadInput,
  type ReadProblem,
  type ReadProgress,
  type ReadRefusal,
  readFile,
  readRange,
} from "./transfer/read-file.ts"
export {
  MOST_IN_FLIGHT,
  type SendInput,
  type SendProblem,
  type SendProgress,
  type SentFile,
  sendFile,
} from "./transfer/send-file.ts"
export { PROTOCOL_VERSION } from "./version.ts"
