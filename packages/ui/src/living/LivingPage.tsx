import { LOCALES, type Locale } from "@shn/domain"
import { PageTitle } from "../components/page-title.tsx"
import { type CommonText, loadCommonText } from "../text/common/area.ts"
import { directionOf } from "../text/languages.ts"
import { type LivingText, loadLivingText } from "../text/living/area.ts"
import { UiProvider } from "../ui-context.tsx"
import { Part } from "./part.tsx"
import { DeskPart, DeskTable } from "./parts-desk.tsx"
import { FilesPart } from "./parts-files.tsx"
import { ButtonsPart, ChoicesPart, FieldsPart, FramePart, HomePart, SwitchesPart } from "./parts-first.tsx"
import { ReadingPart, StatesPart, TalkPart } from "./parts-later.tsx"
import { NoticesPart, PeoplePart, ReceiptPart } from "./parts-middle.tsx"

/** The sentences of all three languages: this page alone shows them side by side. */
export type LivingTexts = {
  readonly [L in Locale]: { readonly common: CommonText; readonly living: LivingText }
}

export async function loadLivingTexts(): Promise<LivingTexts> {
  const [en, ur, urLatn] = await Promise.all(LOCALES.map(bothTexts))
  if (en === undefined || ur === undefined || urLatn === undefined) throw new Error("a language is missing")
  return { en, ur, "ur-Latn": urLatn }
}

async function bothTexts(locale: Locale) {
  const [common, living] = await Promise.all([loadCommonText(locale), loadLivingText(locale)])
  return { common, living }
}

/** Every component in each of its states, in three languages and both directions. For demo builds, under /design. */
export function LivingPage({ texts }: { readonly texts: LivingTexts }) {
  return (
    <div class="living">
      <PageTitle lead={texts.en.living.pageLead}>{texts.en.living.pageTitle}</PageTitle>
      <div class="living-sheets">
        {LOCALES.map((locale) => (
          <section
            key={locale}
            class="living-sheet"
            lang={locale}
            dir={directionOf(locale)}
            aria-labelledby={`living-${locale}`}
          >
            <UiProvider locale={locale} common={texts[locale].common}>
              <h2 id={`living-${locale}`}>{texts[locale].living.sheet}</h2>
              <Parts text={texts[locale].living} />
            </UiProvider>
          </section>
        ))}
      </div>
      {LOCALES.map((locale) => (
        <div key={locale} class="living-wide" lang={locale} dir={directionOf(locale)}>
          <UiProvider locale={locale} common={texts[locale].common}>
            <DeskTable text={texts[locale].living} />
          </UiProvider>
        </div>
      ))}
    </div>
  )
}

function Parts({ text }: { readonly text: LivingText }) {
  const names = text.sections
  return (
    <>
      <Part name={names.frame}>
        <FramePart text={text} />
      </Part>
      <Part name={names.home}>
        <HomePart text={text} />
      </Part>
      <Part name={names.buttons}>
        <ButtonsPart text={text} />
      </Part>
      <Part name={names.fields}>
        <FieldsPart text={text} />
      </Part>
      <Part name={names.choices}>
        <ChoicesPart text={text} />
      </Part>
      <Part name={names.switches}>
        <SwitchesPart text={text} />
      </Part>
      <Part name={names.notices}>
        <NoticesPart text={text} />
      </Part>
      <Part name={names.people}>
        <PeoplePart text={text} />
      </Part>
      <Part name={names.receipt}>
        <ReceiptPart text={text} />
      </Part>
      <Part name={names.talk}>
        <TalkPart text={text} />
      </Part>
      <Part name={names.files}>
        <FilesPart text={text} />
      </Part>
      <Part name={names.states}>
        <StatesPart text={text} />
      </Part>
      <Part name={names.desk}>
        <DeskPart text={text} />
      </Part>
      <Part name={names.reading}>
        <ReadingPart text={text} />
      </Part>
    </>
  )
}
