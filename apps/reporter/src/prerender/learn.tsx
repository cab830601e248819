import type { Locale } from "@shn/domain"
import { type Card, cardsOf, type Kind, type Line, loadCards, PAGE_NAMES, parseSources } from "@shn/guidance"
import type { VNode } from "preact"
import { renderToString } from "preact-render-to-string"
import sourcesText from "../../../../content/sources.txt?raw"
import type { CheckData, NamedCard } from "../pages/check/check-data.ts"
import { Frame, type FrameProps } from "../pages/frame.tsx"
import { type LearnPlace, learnHref } from "../pages/learn/addresses.ts"
import { DoorList, DoorPage, FormPage } from "../pages/learn/door-pages.tsx"
import { CheckPage, ReplyPage, SearchPage } from "../pages/learn/fallbacks.tsx"
import { LawList, LawPage } from "../pages/learn/law-pages.tsx"
import { LearnIndex } from "../pages/learn/learn-index.tsx"
import { hrefOf, type Library, newLibrary, notice } from "../pages/learn/library.ts"
import { ManyPage, SimplePage } from "../pages/learn/plain-cards.tsx"
import { PlaybookPage } from "../pages/learn/playbook-page.tsx"
import { QuizPage } from "../pages/learn/quiz-page.tsx"
import { KindList, TypePage } from "../pages/learn/type-page.tsx"
import type { PageData } from "../pages/page-data.ts"
import { loadLearn } from "../text/learn/area.ts"
import { htmlDocument, type PageAssets } from "./document.ts"

type Prerendered = { readonly path: string; readonly html: string }
/** Scripts that guidance pages run. */
export type LearnEntry = "learn" | "check" | "reply" | "search"

export type LearnParts = {
  readonly frame: Omit<FrameProps, "page" | "children">
  readonly description: string
  /** What the form of "get help" needs, for answers that are taken along. */
  readonly data: PageData
  readonly assetsOf: (entry: LearnEntry) => PageAssets
}

/** Every guidance page of one language, as ordinary pages that read without scripts. */
export async function renderLearn(locale: Locale, parts: LearnParts): Promise<readonly Prerendered[]> {
  const [text, ...pages] = await Promise.all([
    loadLearn(locale),
    ...PAGE_NAMES.map((page) => loadCards(locale, page)),
  ])
  const library = newLibrary({
    locale,
    cards: pages.flat(),
    sources: parseSources(sourcesText),
    hotlines: parts.data.hotlines,
    text,
  })

  const document: MakeDocument = (href, title, body, { entry = "learn", data = null } = {}) => ({
    path: `${href.slice(1)}index.html`,
    html: htmlDocument({
      locale,
      title,
      description: parts.description,
      assets: parts.assetsOf(entry),
      body: renderToString(
        <Frame {...parts.frame} page="home" hrefIn={(other) => href.replace(`/${locale}/`, `/${other}/`)}>
          {body}
        </Frame>,
      ),
      noScript: "",
      data,
      prefetches: [],
      isPrivate: false,
    }),
  })
  const place = (name: LearnPlace, body: VNode, title = text.place[name], more: More = {}) =>
    document(learnHref(locale, name), title, body, more)
  const each = <K extends Kind>(kind: K, body: (card: Card<K>) => VNode) =>
    cardsOf(kind, library.cards).map((card) =>
      document(
        hrefOf(library, card),
        "title" in card.text ? card.text.title.text : text.index.title,
        body(card),
      ),
    )
  const many = (name: keyof typeof MANY, printed?: string) =>
    place(
      name,
      <ManyPage
        library={library}
        kind={MANY[name]}
        title={printed ?? text.place[name]}
        lead={text.note[name]}
        isChecklist={name === "plan"}
      />,
      printed,
    )

  const read: readonly Prerendered[] = [
    ...each("type", (card) => <TypePage card={card} library={library} />),
    ...each("playbook", (card) => <PlaybookPage card={card} library={library} />),
    ...each("law", (card) => <LawPage card={card} library={library} />),
    ...each("agency", (card) => <DoorPage card={card} library={library} />),
    ...each("form", (card) => <FormPage card={card} library={library} />),
    ...each("others", (card) => <SimplePage card={card} library={library} />),
    ...each("safety", (card) => <SimplePage card={card} library={library} />),
    ...each("fair", (card) => <SimplePage card={card} library={library} />),
    place("kinds", <KindList library={library} />),
    place("law", <LawList library={library} />),
    place("places", <DoorList library={library} />),
    place("quiz", <QuizPage library={library} />),
    many("coping"),
    many("platforms"),
    many("proof", text.printed.proof),
    many("plan", text.printed.plan),
    place("check", <CheckPage library={library} />, text.place.check, {
      entry: "check",
      data: checkData(library, parts.data),
    }),
    place("reply", <ReplyPage library={library} />, text.place.reply, { entry: "reply" }),
    place("search", <SearchPage library={library} />, text.place.search, { entry: "search" }),
  ]
  return [...read, index(library, read, document, parts.assetsOf)]
}

/** Pages that show all cards of a kind under each other. A printed list must not say what it is for. */
const MANY = { coping: "coping", platforms: "platform", proof: "evidence", plan: "plan" } as const

type More = { readonly entry?: LearnEntry; readonly data?: object | null }
type MakeDocument = (href: string, title: string, body: VNode, more?: More) => Prerendered

/** The first page carries the list of everything that can be kept on the phone. */
function index(
  library: Library,
  read: readonly Prerendered[],
  document: MakeDocument,
  assetsOf: LearnParts["assetsOf"],
): Prerendered {
  const href = learnHref(library.locale, "index")
  const addresses = read.map(({ path }) => `/${path.replace(/index\.html$/, "")}`)
  const files = ENTRIES.map(assetsOf).flatMap(({ icon, script, styles, preloads }) => [
    icon,
    script,
    ...styles,
    ...preloads,
  ])
  return document(href, library.text.index.title, <LearnIndex library={library} />, {
    data: { keep: [href, ...addresses, ...[...new Set(files)].map((file) => `/${file}`)] },
  })
}

const ENTRIES: readonly LearnEntry[] = ["learn", "check", "reply", "search"]

function checkData(library: Library, data: PageData): CheckData {
  const name = (card: Card<"law"> | Card<"agency">, line: Line | undefined, before = "") =>
    [
      card.id,
      {
        title: card.text.title.text,
        line: `${before}${line?.text ?? ""}`,
        href: hrefOf(library, card),
        isToVerify: card.confidence === "medium" || line?.verify === true,
      },
    ] satisfies readonly [string, NamedCard]
  return {
    ...data,
    laws: Object.fromEntries(
      cardsOf("law", library.cards).map((card) => name(card, card.text.plain[0], `${card.meta.section}. `)),
    ),
    doors: Object.fromEntries(cardsOf("agency", library.cards).map((card) => name(card, card.text.how[0]))),
    verifyMark: library.text.foot.verify,
    notice: notice(library, "notice-not-legal-advice"),
  }
}
