import { ok } from "@shn/domain"
import { base64url, utf8 } from "@shn/primitives/encode"
import { hmacSha256 } from "@shn/primitives/hash"
import type { DESK_ROUTES, Kdf } from "@shn/wire"
import type { Handler } from "../../handler.ts"

/** The floor that clients accept: Argon2id, 64 MiB, three passes. */
const USUAL_KDF: Kdf = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }

/** A name that nobody has gets a salt too, always the same one, so that asking tells nothing. */
export const signInStart: Handler<typeof DESK_ROUTES.signInStart> = async ({ alias }, { deps }) => {
  const record = deps.organisation().byAlias.get(alias)
  const invented = base64url(hmacSha256(deps.secret, utf8(`sign-in-salt/${alias}`)).subarray(0, 16))
  return ok(record ? { salt: record.salt, kdf: record.kdf } : { salt: invented, kdf: USUAL_KDF })
}
