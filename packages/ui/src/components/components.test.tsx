import type { Locale } from "@shn/domain"
import type { ComponentChildren } from "preact"
import { renderToString } from "preact-render-to-string"
import { describe, expect, it } from "vitest"
import { FileCard } from "../files/file-card.tsx"
import { LivingPage, loadLivingTexts } from "../living/LivingPage.tsx"
import { loadCommonText } from "../text/common/area.ts"
import { UiProvider } from "../ui-context.tsx"
import { failed, LOADING, ready, type ViewState } from "../view-state.ts"
import { Button } from "./button.tsx"
import { clockUrgency } from "./clock-badge.tsx"
import { Code } from "./code.tsx"
import { CodeEntry } from "./code-entry.tsx"
import { Footer } from "./footer.tsx"
import { LanguageSwitch } from "./language-switch.tsx"
import { MessageBubble } from "./message.tsx"
import { PhoneNumber } from "./phone-number.tsx"
import { ReceiptCode } from "./receipt-code.tsx"
import { StateView } from "./states.tsx"
import { TextField } from "./text-field.tsx"

async function shown(children: ComponentChildren, locale: Locale = "en"): Promise<string> {
  const common = await loadCommonText(locale)
  return renderToString(
    <UiProvider locale={locale} common={common}>
      {children}
    </UiProvider>,
  )
}

const nothing = () => {}

describe("components", () => {
  it("a field's hint and error are both read out with it", async () => {
    const html = await shown(
      <TextField label="Name" hint="Any name" error="Too short" value="" onInput={nothing} />,
    )
    const [, id] = /<label[^>]* for="([^"]+)"/.exec(html) ?? []
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`)
    expect(html).toContain(`id="${id}-hint"`)
    expect(html).toContain(`id="${id}-error"`)
    expect(html).toContain('aria-invalid="true"')
  })

  it("a file's ending stays in one piece after the name, so that letters of another direction cannot hide it", async () => {
    const named = (name: string) => shown(<FileCard name={name} facts="File, 1 kB" icon="file" />)
    expect(await named("میری تصویر 1.exe")).toContain(
      'میری تصویر 1</bdi><bdi class="notranslate" dir="ltr">.exe</bdi>',
    )
    expect(await named("no ending")).toContain('no ending</bdi><bdi class="notranslate" dir="ltr"></bdi>')
    expect(await named(".profile")).toContain('<bdi class="notranslate" dir="ltr">.profile</bdi>')
  })

  it("a file under way says in words, in per cent and with a bar how far it is", async () => {
    const html = await shown(
      <FileCard name="a.mp4" facts="Film" icon="film" status="Locking and sending" fraction={0.43} />,
    )
    expect(html).toContain("Locking and sending")
    expect(html).toContain("43 per cent")
    expect(html).toMatch(/<progress[^>]*value="43"/)
  })

  it("a field never offers what somebody else once typed on this phone", async () => {
    expect(await shown(<TextField label="Name" value="" onInput={nothing} />)).toContain('autocomplete="off"')
  })

  it("no field hands what is written to the browser's spelling or writing services, which may ask a company", async () => {
    for (const field of [
      <TextField label="Story" value="" rows={5} onInput={nothing} />,
      <TextField label="Number" value="" onInput={nothing} />,
      <CodeEntry label="Code" value="" onInput={nothing} />,
      <CodeEntry label="Code" value="" rows={4} onInput={nothing} />,
    ]) {
      const html = await shown(field)
      expect(html).toContain('spellcheck="false"')
      expect(html).toContain('writingsuggestions="false"')
    }
  })

  it("a message is not handed to a translation service with the rest of the page", async () => {
    const html = await shown(
      <MessageBubble side="theirs" author="Hina">
        words
      </MessageBubble>,
    )
    expect(html).toContain('class="bubble-text notranslate"')
  })

  it("the counter appears only near the limit and says how much is too much", async () => {
    const field = (length: number) =>
      shown(<TextField label="Story" value={"x".repeat(length)} maxLength={10} onInput={nothing} />)
    expect(await field(8)).not.toContain("left")
    expect(await field(9)).toContain("1 character left")
    expect(await field(12)).toContain("2 characters too many")
  })

  it("a busy button keeps its place and is not disabled", async () => {
    const html = await shown(<Button busy>Send</Button>)
    expect(html).toContain('aria-busy="true"')
    expect(html).not.toMatch(/<button[^>]* disabled/)
  })

  it("a phone number dials exactly its digits and reads left to right", async () => {
    const html = await shown(<PhoneNumber number="0800-39393" name="Helpline" />, "ur")
    expect(html).toContain('href="tel:080039393"')
    expect(html).toMatch(/<bdi[^>]*dir="ltr"[^>]*>0800-39393</)
  })

  it("codes and receipts are never turned around or translated", async () => {
    expect(await shown(<Code>2026-114</Code>, "ur")).toMatch(/class="code notranslate" dir="ltr"/)
    const receipt = await shown(<ReceiptCode label="Receipt" groups={["12345", "67890"]} />, "ur")
    expect(receipt).toMatch(/<ol[^>]*dir="ltr"/)
    expect(receipt).toContain('class="receipt-text notranslate"')
  })

  it("translations nobody has checked say so; English does not", async () => {
    const [english, urdu, roman] = await Promise.all([
      shown(<Footer />),
      shown(<Footer />, "ur"),
      shown(<Footer />, "ur-Latn"),
    ])
    expect(english).not.toContain("footer-review")
    expect(urdu).toContain("footer-review")
    expect(roman).toContain("footer-review")
  })

  it("each language is offered under its own name, and the present one is marked", async () => {
    const html = await shown(<LanguageSwitch hrefFor={(locale) => `/${locale}/`} />, "ur")
    expect(html).toMatch(/href="\/ur\/"[^>]*aria-current="true"[^>]*>اردو</)
    expect(html).toMatch(/href="\/en\/"[^>]*>English</)
  })

  it("a screen shows exactly the state it is in", async () => {
    const view = (state: ViewState<string>) =>
      shown(
        <StateView state={state} empty={<p>Nothing yet</p>} onRetry={nothing}>
          {(value) => <p>{value}</p>}
        </StateView>,
      )
    expect(await view(LOADING)).toContain("One moment")
    expect(await view({ kind: "empty" })).toContain("Nothing yet")
    const failure = await view(failed("No connection"))
    expect(failure).toContain("No connection")
    expect(failure).toContain("Try again")
    expect(await view(ready("Here"))).toBe("<p>Here</p>")
  })

  it.each([
    [61, 120, "calm"],
    [60, 120, "soon"],
    [25, 120, "soon"],
    [24, 120, "late"],
    [-5, 120, "late"],
    [0, 0, "late"],
  ] as const)("%i of %i minutes left is %s", (left, given, urgency) => {
    expect(clockUrgency(left, given)).toBe(urgency)
  })

  it("nothing needs an inline style, which the content policy refuses", async () => {
    const html = renderToString(<LivingPage texts={await loadLivingTexts()} />)
    expect(html.length).toBeGreaterThan(20_000)
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/)
  })
})
