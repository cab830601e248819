import { err, ok, type Result } from "@shn/domain"
import type { Deps } from "../deps.ts"
import type { OfficerCaller } from "../http/handler.ts"
import { openSession } from "./staff-session.ts"

/** Who is behind the Cookie header at the agency's door. An officer whom the directory no longer names as active is nobody, at once. */
export async function officerCaller(
  cookies: string,
  deps: Deps,
): Promise<Result<OfficerCaller, "session_ended">> {
  const session = await openSession(cookies, deps)
  if (session === null) return err("session_ended")
  const found = deps.organisation().agencies.officers.get(session.keyId)
  if (found === undefined) return err("session_ended")
  await session.touch()
  return ok({ ...found, sessionHash: session.sessionHash })
}
