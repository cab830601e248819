import { PageTitle, Stack } from "@shn/ui"
import { firstNumbers, type Hotline } from "../../hotlines/hotline.ts"
import { AllNumbers, HotlineList } from "../../hotlines/hotline-list.tsx"
import type { PagesText } from "../../text/pages/area.ts"

/** Advice of the danger page, from the content files: a title and its points. */
export type DangerAdvice = { readonly id: string; readonly title: string; readonly points: readonly string[] }

export type DangerPageProps = {
  readonly text: PagesText["danger"]
  readonly province: { readonly [code: string]: string }
  readonly hotlines: readonly Hotline[]
  readonly advice: readonly DangerAdvice[]
  /** The day the numbers were checked, written out. */
  readonly checkedOn: string
}

/** Danger now: works offline, stores nothing, asks nothing. */
export function DangerPage({ text, province, hotlines, advice, checkedOn }: DangerPageProps) {
  return (
    <Stack gap="wide">
      <PageTitle lead={text.keeps}>{text.title}</PageTitle>
      <HotlineList hotlines={firstNumbers(hotlines)} text={text} tone="danger" />
      {advice.map((part) => (
        <section key={part.id} class="prose">
          <h2>{part.title}</h2>
          <ul>
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <AllNumbers hotlines={hotlines} text={{ ...text, province }} />
      <p class="small">{text.checked(checkedOn)}</p>
    </Stack>
  )
}
