import { Badge } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"

/** Beside a fact whose source is not certain. */
export function VerifyMark() {
  const { text } = useDesk()
  return <Badge tone="warning">{text.complaint.choose.verifyShort}</Badge>
}
