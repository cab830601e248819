import { Card, PageTitle, Prose, Stack } from "@shn/ui"
import type { PagesText } from "../../text/pages/area.ts"

/** What our computer sees, when we must act, what we cannot promise, and how it is checked. */
export function Privacy({ text }: { readonly text: PagesText["privacy"] }) {
  return (
    <Stack gap="wide">
      <PageTitle lead={text.lead}>{text.title}</PageTitle>
      <Card title={text.seesTitle}>
        <Prose>
          <p>{text.sees}</p>
          <p>{text.seesAfter}</p>
        </Prose>
      </Card>
      <Card title={text.notTitle} tone="soft">
        <p>{text.not}</p>
      </Card>
      <Card title={text.limitsTitle}>
        <p>{text.limits}</p>
      </Card>
      <Card title={text.knownTitle}>
        <Prose>
          <ul>
            <li>{text.known1}</li>
            <li>{text.known2}</li>
            <li>{text.known3}</li>
            <li>{text.known4}</li>
            <li>{text.known5}</li>
            <li>{text.known6}</li>
            <li>{text.knownFiles}</li>
            <li>{text.known7}</li>
            <li>{text.known8}</li>
          </ul>
        </Prose>
      </Card>
      <Card title={text.checkTitle} tone="soft">
        <p>{text.check}</p>
      </Card>
    </Stack>
  )
}
