export { isX25519Recipient } from "./age.ts"
export {
  type BuildError,
  type BuildInput,
  buildPackage,
  DISCLOSURE_MAX_AGE_MS,
  PackageStopped,
} from "./build.ts"
export type { ByteStream } from "./bytes.ts"
export * from "./inbox.ts"
export {
  type Manifest,
  type ManifestEntry,
  type ManifestError,
  PACKAGE_TYPE,
  signManifest,
} from "./manifest.ts"
export * from "./open.ts"
export {
  type FileFacts,
  isSamePlan,
  type PackagePapers,
  type PackagePlan,
  type PlanError,
  type PlanOptions,
  planPackage,
} from "./plan.ts"
export type { FileSink, PackageFault, ReadPackage } from "./read.ts"
export { type Sentence, sentencesOf } from "./sentences.ts"
export { complaintText } from "./texts.ts"
