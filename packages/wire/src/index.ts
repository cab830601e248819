/** The schema library, so that packages above read sealed and signed contents with the same parts. */
export * as v from "valibot"
export * from "./agencies.ts"
export * from "./agency-api.ts"
export * from "./agency-routes.ts"
export * from "./branded.ts"
export * from "./bytes.ts"
export * from "./case-view.ts"
export { type ApiFailure, type ApiOptions, api } from "./client.ts"
export * from "./desk-api.ts"
export * from "./dsse.ts"
export * from "./envelope.ts"
export * from "./facets.ts"
export * from "./organisation.ts"
export {
  fetchPart,
  type KeptParts,
  type PartFetch,
  type PartOptions,
  partPath,
  sendPart,
} from "./part-client.ts"
export * from "./problems.ts"
export * from "./releases.ts"
export * from "./reporter-api.ts"
export * from "./route.ts"
export * from "./routes.ts"
export * from "./statements.ts"
export * from "./uploads.ts"
