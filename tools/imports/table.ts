/** Every workspace of the project: its folder below the top, and what it may import from the others. */
export type Workspace = {
  readonly name: string
  readonly folder: string
  readonly imports: readonly string[]
  /** Pure: no clock, no network, no file, no process; time and randomness are parameters. */
  readonly isPure: boolean
  /** May use Node's own modules. */
  readonly isNode: boolean
}

const DOMAIN = "@shn/domain"
const PRIMITIVES = "@shn/primitives"
const WIRE = "@shn/wire"
const CONSENT = "@shn/consent"
const EVIDENCE = "@shn/evidence"
const SEALED = "@shn/sealed"
const GUIDANCE = "@shn/guidance"
const UI = "@shn/ui"
const STAFF = "@shn/staff"
const EVERYTHING_SHOWN = [DOMAIN, PRIMITIVES, WIRE, CONSENT, EVIDENCE, SEALED, GUIDANCE, UI]

/** The table of docs/ARCHITECTURE.md: a workspace imports only what its line names. */
export const WORKSPACES: readonly Workspace[] = [
  pure("domain", []),
  pure("primitives", []),
  pure("wire", [DOMAIN]),
  pure("guidance", [DOMAIN]),
  pure("consent", [DOMAIN, PRIMITIVES]),
  pure("evidence", [DOMAIN, PRIMITIVES, CONSENT]),
  pure("sealed", [DOMAIN, PRIMITIVES, WIRE, CONSENT]),
  { ...pure("ui", [DOMAIN, GUIDANCE]), isPure: false },
  { ...pure("staff", [DOMAIN, PRIMITIVES, WIRE, SEALED, UI]), isPure: false },
  app("server", [DOMAIN, PRIMITIVES, WIRE, CONSENT], true),
  app("reporter", EVERYTHING_SHOWN, false),
  app("desk", [...EVERYTHING_SHOWN, STAFF], false),
  app("agency", [...EVERYTHING_SHOWN, STAFF], false),
  app("cli", [DOMAIN, PRIMITIVES, WIRE, SEALED, EVIDENCE], true),
]

/** The only parts of `primitives` the server may use: it verifies and seals to others; it opens and signs nothing. */
export const SERVER_PRIMITIVES: readonly string[] = [
  "random",
  "hash",
  "verify",
  "encode",
  "jcs",
  "dsse-verify",
  "pow-verify",
  "labels",
  "seal-to",
  "pad",
  "file-shape",
  "file-digest",
]

/** The only door of `consent` the server may use: it checks a release; it reads no consent. */
export const SERVER_CONSENT_DOORS: readonly string[] = ["@shn/consent/release"]

/** What that door may lead to inside `consent`: nothing that reads, checks or signs a consent. */
export const SERVER_CONSENT_FILES: readonly string[] = [
  "packages/consent/src/form.ts",
  "packages/consent/src/payload-types.ts",
  "packages/consent/src/release-check.ts",
  "packages/consent/src/release-form.ts",
  "packages/consent/src/release.ts",
  "packages/consent/src/revocation.ts",
]

/** Files of `primitives` that open, unwrap or sign. The server must not reach them through anything it imports. */
export const OPENING_PRIMITIVES: readonly string[] = [
  "hpke-open",
  "aead",
  "sign",
  "dsse-sign",
  "argon2",
  "receipt-code",
  "file-part",
]

/** npm packages with which a server could open or sign. None may be imported by it or come along with its dependencies. */
export const OPENING_PACKAGES: readonly string[] = [
  "@hpke/core",
  "@hpke/common",
  "@hpke/hybridkem-x-wing",
  "@noble/ciphers",
  "@noble/curves",
  "@noble/post-quantum",
  "@scure/bip39",
  "age-encryption",
  "hash-wasm",
  "libsodium-wrappers",
  "libsodium-wrappers-sumo",
  "openpgp",
  "tweetnacl",
]

/** What node:crypto and WebCrypto offer for opening, agreeing on keys and signing. */
export const OPENING_FUNCTIONS: readonly string[] = [
  "createDecipheriv",
  "privateDecrypt",
  "publicDecrypt",
  "diffieHellman",
  "createDiffieHellman",
  "createDiffieHellmanGroup",
  "getDiffieHellman",
  "createECDH",
  "decapsulate",
  "sign",
  "createSign",
  "decrypt",
  "deriveBits",
  "deriveKey",
  "unwrapKey",
]

function pure(name: string, imports: readonly string[]): Workspace {
  return { name: `@shn/${name}`, folder: `packages/${name}`, imports, isPure: true, isNode: false }
}

function app(name: string, imports: readonly string[], isNode: boolean): Workspace {
  return { name: `@shn/${name}`, folder: `apps/${name}`, imports, isPure: false, isNode }
}
