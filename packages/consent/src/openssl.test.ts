import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { preAuthenticationEncoding } from "@shn/primitives/dsse-verify"
import { concat, fromBase64url } from "@shn/primitives/encode"
import { expect, test } from "vitest"
import { CASE_KEYS, signed } from "./testing/example.ts"

/** RFC 8410: the 12 bytes in front of an Ed25519 public key in SubjectPublicKeyInfo. */
const SPKI_PREFIX = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)
const hasOpenssl = /^OpenSSL 3/.test(spawnSync("openssl", ["version"]).stdout?.toString() ?? "")

/** @returns what `openssl pkeyutl -verify` says about these bytes */
function opensslAccepts(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), "shn-openssl-"))
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  try {
    const key = file("key.der", concat(SPKI_PREFIX, publicKey))
    const keyArguments = ["-pubin", "-inkey", key, "-keyform", "DER"]
    const signatureArguments = ["-sigfile", file("sig", signature), "-in", file("message", message)]
    return (
      spawnSync("openssl", ["pkeyutl", "-verify", "-rawin", ...keyArguments, ...signatureArguments])
        .status === 0
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.runIf(hasOpenssl)(
  "openssl checks the signature of a consent over the same bytes, and refuses one changed byte",
  () => {
    const { envelope } = signed()
    const payload = fromBase64url(envelope.payload) ?? new Uint8Array(0)
    const signature = fromBase64url(envelope.signatures[0].sig) ?? new Uint8Array(0)
    const message = preAuthenticationEncoding(envelope.payloadType, payload)
    expect(opensslAccepts(message, signature, CASE_KEYS.publicKey)).toBe(true)
    const changed = message.map((byte, at) => (at === 500 ? byte ^ 1 : byte))
    expect(opensslAccepts(changed, signature, CASE_KEYS.publicKey)).toBe(false)
  },
)
