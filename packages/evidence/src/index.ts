export { isX25519Recipient } from "./age.ts"
export {
  type BuildError,
  type BuildInput,
  buildPackage,
  DISCLOSURE_MAX_AGE_MS,
  PackageStopped,
} from "./build.ts"
export type { ByteStream } from "./bytes.ts"
export { openCopy, openCover, type PackageCover, sealCopy, sealCover } from "./cover.ts"
export * from "./inbox.ts"
export {
  ENTRY_ROLES,
  type Manifest,
  type ManifestEntry,
  type ManifestError,
  PACKAGE_TYPE,
  packageSize,
  signManifest,
} from "./manifest.ts"
export * from "./open.ts"
export {
  type FileFacts,
  isSamePlan,
  isSignedPlan,
  type PackagePapers,
  type PackagePlan,
  type PlanError,
  type PlanOptions,
  planPackage,
} from "./plan.ts"
export { type FileSink, PACKAGE_FAULTS, type PackageFault, type ReadPackage } from "./read.ts"
export { type Sentence, sentencesOf } from "./sentences.ts"
export { complaintText } from "./texts.ts"
