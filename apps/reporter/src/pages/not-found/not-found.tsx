import type { Locale } from "@shn/domain"
import { LinkButton, PageTitle, Stack } from "@shn/ui"
import { pageHref } from "../../locale.ts"
import type { PagesText } from "../../text/pages/area.ts"

/** Nothing is here: said kindly, with the way to the first page. */
export function NotFound({
  locale,
  text,
}: {
  readonly locale: Locale
  readonly text: PagesText["notFound"]
}) {
  return (
    <Stack>
      <PageTitle lead={text.text}>{text.title}</PageTitle>
      <LinkButton href={pageHref(locale, "home")}>{text.home}</LinkButton>
    </Stack>
  )
}
