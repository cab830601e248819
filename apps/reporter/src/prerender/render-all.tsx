import { LOCALES, type Locale, parseDay } from "@shn/domain"
import { loadCards } from "@shn/guidance"
import { formatDay, loadCommonText, UiProvider } from "@shn/ui"
import type { VNode } from "preact"
import { renderToString } from "preact-render-to-string"
import { ComeBackApp } from "../come-back/come-back-app.tsx"
import { deploymentOfBuild, isDemoBuild } from "../deployment.ts"
import { GetHelpApp } from "../get-help/get-help-app.tsx"
import { FirstNumbers } from "../hotlines/hotline-list.tsx"
import { type PageName, pageHref } from "../locale.ts"
import { DangerPage } from "../pages/danger/danger.tsx"
import { Frame } from "../pages/frame.tsx"
import { Home } from "../pages/home/home.tsx"
import { NotFound } from "../pages/not-found/not-found.tsx"
import type { PageData } from "../pages/page-data.ts"
import { Privacy } from "../pages/privacy/privacy.tsx"
import { loadBack } from "../text/back/area.ts"
import { loadHelp } from "../text/help/area.ts"
import { loadPages } from "../text/pages/area.ts"
import { loadWords } from "../text/words/area.ts"
import { dangerContent } from "./content.ts"
import { htmlDocument, type PageAssets } from "./document.ts"
import { type LearnEntry, renderLearn } from "./learn.tsx"

/** Which script a page runs. */
export type Entry = "plain" | "help" | "back" | LearnEntry | "design"
export type PrerenderedFile = { readonly path: string; readonly html: string }

/**
 * Every page in every language as HTML that reads without scripts.
 * @param assetsOf files of an entry, with the catalogues of one language among its preloads
 */
export async function renderAll(
  assetsOf: (entry: Entry, locale: Locale) => PageAssets,
): Promise<readonly PrerenderedFile[]> {
  const pages = await Promise.all(LOCALES.map((locale) => renderLocale(locale, assetsOf)))
  return isDemoBuild ? [...pages.flat(), designPage(assetsOf("design", "en"))] : pages.flat()
}

/** Demo builds: an empty page that its script fills with every component. */
function designPage(assets: PageAssets): PrerenderedFile {
  const title = "How our screens look"
  const parts = { locale: "en", title, description: title, assets, body: "", noScript: "" } as const
  return {
    path: "design/index.html",
    html: htmlDocument({ ...parts, data: null, prefetches: [], isPrivate: true }),
  }
}

async function renderLocale(
  locale: Locale,
  assetsOf: (entry: Entry, locale: Locale) => PageAssets,
): Promise<readonly PrerenderedFile[]> {
  const [cards, common, text, words, help, back] = await Promise.all([
    loadCards(locale, "danger-now"),
    loadCommonText(locale),
    loadPages(locale),
    loadWords(locale),
    loadHelp(locale),
    loadBack(locale),
  ])
  const deployment = deploymentOfBuild()
  const content = dangerContent(cards)
  const { site } = text
  const frame = { locale, name: deployment.name[locale], isDemo: isDemoBuild, common, site }
  const data: PageData = {
    hotlines: content.hotlines,
    site,
    danger: { everywhere: text.danger.everywhere, verify: text.danger.verify },
  }

  const document = (
    page: PageName | "not_found",
    title: string,
    entry: Entry,
    body: VNode,
  ): PrerenderedFile => ({
    path: page === "not_found" ? `${locale}/404.html` : `${pageHref(locale, page).slice(1)}index.html`,
    html: htmlDocument({
      locale,
      title,
      description: site.description,
      assets: assetsOf(entry, locale),
      body: renderToString(body),
      noScript: entry === "plain" ? "" : renderToString(noScript()),
      data: entry === "plain" ? null : data,
      prefetches: page === "home" ? filesOfHelp() : [],
      isPrivate: entry !== "plain" || page === "not_found",
    }),
  })
  // From the home page most people go on to "get help": on a slow line the form is then there when they tap.
  const filesOfHelp = () => {
    const { script, preloads } = assetsOf("help", locale)
    return [script, ...preloads].map((file) => `/${file}`)
  }
  const noScript = () => (
    <UiProvider locale={locale} common={common}>
      <div class="no-script">
        <p>{site.noScript}</p>
        <FirstNumbers hotlines={content.hotlines} text={data.danger} />
      </div>
    </UiProvider>
  )
  const plain = (page: PageName | "not_found", title: string, body: VNode) =>
    document(
      page,
      title,
      "plain",
      <Frame {...frame} page={page === "not_found" ? "home" : page}>
        {body}
      </Frame>,
    )

  const learn = await renderLearn(locale, {
    frame,
    description: site.description,
    data,
    assetsOf: (entry) => assetsOf(entry, locale),
  })

  return [
    ...learn,
    plain("home", site.home, <Home locale={locale} text={text.home} learn={site.learn} />),
    plain(
      "danger",
      text.danger.title,
      <DangerPage
        text={text.danger}
        province={words.province}
        hotlines={content.hotlines}
        advice={content.advice}
        checkedOn={writtenDay(content.checkedOn, locale)}
      />,
    ),
    plain("privacy", text.privacy.title, <Privacy text={text.privacy} />),
    plain("not_found", text.notFound.title, <NotFound locale={locale} text={text.notFound} />),
    document(
      "help",
      site.help,
      "help",
      <GetHelpApp {...frame} data={data} help={help} words={words} loadRuntime={null} />,
    ),
    document(
      "back",
      site.back,
      "back",
      <ComeBackApp {...frame} data={data} back={back} help={help} words={words} loadRuntime={null} />,
    ),
  ]
}

function writtenDay(day: string, locale: Locale): string {
  const parsed = parseDay(day)
  return parsed.ok ? formatDay(parsed.value, locale) : day
}
