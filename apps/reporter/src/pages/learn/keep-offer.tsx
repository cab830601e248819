import { Card, Stack } from "@shn/ui"
import type { LearnText } from "../../text/learn/area.ts"

/** Offers to keep all pages on this phone. Shown by the script, where the browser can. */
export function KeepOffer({ text }: { readonly text: LearnText }) {
  const { tool } = text
  return (
    <div data-keep hidden>
      <Card title={tool.keepTitle} tone="soft">
        <Stack>
          <p>{tool.keepNote}</p>
          <p
            role="status"
            data-keep-line
            data-progress={tool.keeping("{done}", "{total}")}
            data-kept={tool.kept}
            data-failed={tool.failed}
          />
          <button type="button" class="button button--primary" data-keep-all>
            {tool.keep}
          </button>
          <button type="button" class="button button--quiet" data-keep-drop hidden>
            {tool.drop}
          </button>
        </Stack>
      </Card>
    </div>
  )
}
