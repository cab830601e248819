import { ok, type Result } from "@shn/domain"
import { wellFormed } from "@shn/primitives/encode"
import { type OpenedCase, sealMessage } from "@shn/sealed"
import { DESK_ROUTES, type Envelope } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import type { SendFailure } from "./sending.ts"

/** PROTOCOL step 5: seals a text for today's readers. The bytes are what a second try repeats. */
export function sealWords(
  { session, services }: Desk,
  opened: OpenedCase,
  text: string,
): Promise<Result<Envelope, "not-a-member" | "too-long">> {
  return sealMessage({
    opened,
    me: session.keys,
    content: { kind: "text", body: { text: wellFormed(text) } },
    nowMs: services.clock(),
    random: services.random,
  })
}

/** Hands sealed bytes to the server. The same bytes twice are one message. */
export async function sendSealed({ call }: Desk, envelope: Envelope): Promise<Result<null, SendFailure>> {
  const answer = await call(DESK_ROUTES.addEnvelope, { envelope })
  return answer.ok ? ok(null) : answer
}
