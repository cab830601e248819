import { ok } from "@shn/domain"
import { base64url, utf8 } from "@shn/primitives/encode"
import { hmacSha256 } from "@shn/primitives/hash"
import type { Kdf, SignInStartRequest, v } from "@shn/wire"
import type { Door } from "../../../auth/door.ts"
import type { Context } from "../../handler.ts"

/** The floor that clients accept: Argon2id, 64 MiB, three passes. */
const USUAL_KDF: Kdf = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }

/** A name that nobody has gets a salt too, always the same one, so that asking tells nothing. */
export function signInStartAt(door: Door) {
  return async ({ alias }: v.InferOutput<typeof SignInStartRequest>, { deps }: Context<null>) => {
    const record = door.record(deps.organisation(), alias)
    const name = utf8(`sign-in-salt/${door.mark}${alias}`)
    const invented = base64url(hmacSha256(deps.secret, name).subarray(0, 16))
    return ok(record ? { salt: record.salt, kdf: record.kdf } : { salt: invented, kdf: USUAL_KDF })
  }
}
