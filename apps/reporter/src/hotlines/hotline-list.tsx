import { PROVINCES } from "@shn/domain"
import { Details, PhoneNumber, Stack } from "@shn/ui"
import { firstNumbers, type Hotline, numbersEverywhere, numbersOf } from "./hotline.ts"

type ListText = { readonly verify: string }

/** Numbers to tap, each with who answers and when. */
export function HotlineList({
  hotlines,
  text,
  tone = "plain",
  isShort = false,
}: {
  readonly hotlines: readonly Hotline[]
  readonly text: ListText
  readonly tone?: "plain" | "danger"
  /** Only who answers and when. */
  readonly isShort?: boolean
}) {
  return (
    <Stack gap="tight">
      {hotlines.map((line) => (
        <PhoneNumber
          key={line.id}
          number={line.number}
          name={line.name}
          hours={line.hours}
          note={noteOf(line, text, isShort)}
          tone={tone}
        />
      ))}
    </Stack>
  )
}

/** The few that matter first, for screens where something else is the point. */
export function FirstNumbers(props: { readonly hotlines: readonly Hotline[]; readonly text: ListText }) {
  return <HotlineList hotlines={firstNumbers(props.hotlines)} text={props.text} tone="danger" isShort />
}

/** All numbers: the whole country first, then by province, folded away. */
export function AllNumbers({
  hotlines,
  text,
}: {
  readonly hotlines: readonly Hotline[]
  readonly text: ListText & {
    readonly everywhere: string
    readonly province: { readonly [code: string]: string }
  }
}) {
  const first = firstNumbers(hotlines)
  const everywhere = numbersEverywhere(hotlines).filter((line) => !first.includes(line))
  return (
    <Stack>
      <h2>{text.everywhere}</h2>
      <HotlineList hotlines={everywhere} text={text} />
      {PROVINCES.filter((province) => numbersOf(hotlines, province).length > 0).map((province) => (
        <Details key={province} summary={text.province[province]}>
          <HotlineList hotlines={numbersOf(hotlines, province)} text={text} />
        </Details>
      ))}
    </Stack>
  )
}

function noteOf(line: Hotline, text: ListText, isShort: boolean): string | undefined {
  const parts = [...(isShort ? [] : [line.forWhom]), ...(line.needsCheck ? [text.verify] : [])]
  return parts.length === 0 ? undefined : parts.join(" ")
}
