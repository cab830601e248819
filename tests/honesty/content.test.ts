import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { dayOf, LOCALES, PROVINCES, parseDay } from "@shn/domain"
import {
  type ContentBundle,
  cardsOf,
  FINDING_CODES,
  type FindingCode,
  isKind,
  KINDS,
  type KindSpec,
  loadCards,
  PAGE_NAMES,
  type SourceCard,
  validateContent,
} from "@shn/guidance"
import { describe, expect, test } from "vitest"
import { emitContent } from "../../tools/content-emit.ts"
import { readContent } from "../../tools/content-read.ts"

const ROOT = join(import.meta.dirname, "../..")
const MAX_PAGE_BYTES = 30_000
const content = await readContent(join(ROOT, "content"))
const today = dayOf(Date.now())
const emitted = emitContent(content)

function change(id: string, with_: (card: SourceCard) => Partial<SourceCard>): ContentBundle {
  if (!content.cards.some((card) => card.id === id)) throw new Error(`no card ${id}`)
  return {
    ...content,
    cards: content.cards.map((card) => (card.id === id ? { ...card, ...with_(card) } : card)),
  }
}

function meta(id: string, changes: Record<string, string>): ContentBundle {
  return change(id, (card) => ({ meta: { ...card.meta, ...changes } }))
}

function text(
  id: string,
  field: string,
  locale: (typeof LOCALES)[number],
  lines: readonly string[],
): ContentBundle {
  const written = lines.map((line) => ({ text: line, verify: false }))
  return change(id, (card) => ({
    text: { ...card.text, [field]: { ...card.text[field], [locale]: written } },
  }))
}

function without(id: string): ContentBundle {
  return { ...content, cards: content.cards.filter((card) => card.id !== id) }
}

describe("the guidance content", () => {
  test("has nothing wrong with it today: sources, days, languages, words, rules, replies", () => {
    expect(validateContent(content, today)).toEqual([])
  })

  test("stands in the apps as it stands in content/ (else run: npx tsx tools/content.ts build)", async () => {
    for (const [path, made] of emitted)
      expect(await readFile(join(ROOT, "packages/guidance/src/content", path), "utf8"), path).toBe(made)
  })

  test("needs at most 30 kB on the wire for any page in any language", () => {
    for (const [path, made] of emitted)
      expect(gzipSync(made).length, path).toBeLessThanOrEqual(MAX_PAGE_BYTES)
  })

  test("holds every part a person was promised", () => {
    const count = (kind: string) => content.cards.filter((card) => card.kind === kind).length
    const least = {
      type: 18,
      law: 25,
      hotline: 15,
      agency: 14,
      playbook: 10,
      coping: 5,
      others: 4,
      evidence: 9,
      platform: 5,
      plan: 5,
      fair: 4,
      quiz: 6,
      sign: 6,
      form: 1,
      reply: 5,
    }
    for (const [kind, wanted] of Object.entries(least))
      expect(count(kind), kind).toBeGreaterThanOrEqual(wanted)
    for (const page of PAGE_NAMES) expect(emitted.has(`en/${page}.ts`), page).toBe(true)
  })

  test("knows which agency is competent for cybercrime and which no longer is", async () => {
    const doors = cardsOf("agency", await loadCards("en", "doors"))
    const day = (id: string) => doors.find((card) => card.id === id)?.meta
    expect(day("door-nccia")?.from_day).toBe(day("door-fia")?.until_day)
    expect(parseDay(day("door-nccia")?.from_day ?? "").ok).toBe(true)
  })

  test("has a line that answers at any hour for every province", async () => {
    const lines = cardsOf("hotline", await loadCards("en", "danger-now"))
    for (const province of PROVINCES)
      expect(
        lines.some(
          ({ meta: line }) =>
            line.round_the_clock === "yes" &&
            (line.provinces.includes("all") || line.provinces.includes(province)),
        ),
      ).toBe(true)
  })

  test("marks every card that rests on a medium fact, in every language", async () => {
    const medium = content.cards.filter(
      (card) => card.confidence === "medium" && card.shown && isKind(card.kind),
    )
    for (const locale of LOCALES) {
      const shown = (await Promise.all(PAGE_NAMES.map((page) => loadCards(locale, page)))).flat()
      for (const card of medium)
        expect(shown.find((each) => each.id === card.id)?.confidence, card.id).toBe("medium")
    }
  })

  test("never promises a case under the contested section, and says what convictions are", async () => {
    for (const locale of LOCALES) {
      const cards = cardsOf("law", await loadCards(locale, "law"))
      expect(cards.find((card) => card.id === "law-peca-20")?.text.contested?.length).toBeGreaterThan(0)
    }
    const fair = cardsOf("fair", await loadCards("en", "fair")).flatMap((card) =>
      card.text.points.map((line) => line.text),
    )
    expect(fair.join(" ")).toContain("152 convictions")
  })
})

const LATER = parseDay("2030-01-01")
/** For each finding code one change that must raise it, and the card it must name. */
const PLANTED: Readonly<Record<FindingCode, readonly [ContentBundle, string]>> = {
  "unknown-kind": [change("call-15", () => ({ kind: "hotlime" })), "call-15"],
  "duplicate-id": [
    { ...content, cards: [...content.cards, ...content.cards.slice(0, 1)] },
    content.cards[0]?.id ?? "",
  ],
  "bad-id": [change("call-15", () => ({ id: "Call 15" })), "Call 15"],
  "missing-source": [change("law-peca-21", () => ({ sources: [] })), "law-peca-21"],
  "unknown-source": [change("law-peca-21", () => ({ sources: ["P4", "Z99"] })), "law-peca-21"],
  "unused-source": [
    { ...content, sources: [...content.sources, { id: "Z99", what: "x", seen: "2026" }] },
    "Z99",
  ],
  "weak-source": [change("law-peca-21", () => ({ sources: ["GK"] })), "law-peca-21"],
  "bad-confidence": [change("law-peca-21", () => ({ confidence: "sure" })), "law-peca-21"],
  "bad-day": [change("law-peca-21", () => ({ expiresOn: "22-05-2027" })), "law-peca-21"],
  "checked-in-future": [change("law-peca-21", () => ({ checkedOn: "2999-01-01" })), "law-peca-21"],
  expired: [change("law-peca-21", () => ({ expiresOn: today })), "law-peca-21"],
  "missing-reviewer": [change("law-peca-21", () => ({ reviewer: "" })), "law-peca-21"],
  "low-shown": [change("law-peca-21", () => ({ confidence: "low" })), "law-peca-21"],
  "missing-field": [
    change("law-peca-21", (card) => ({ text: { title: card.text.title ?? {} } })),
    "law-peca-21",
  ],
  "unknown-field": [meta("law-peca-21", { colour: "blue" }), "law-peca-21"],
  "missing-language": [text("law-peca-21", "title", "ur", []), "law-peca-21"],
  blank: [text("law-peca-21", "title", "ur-Latn", [" "]), "law-peca-21"],
  untranslated: [
    change("law-peca-21", (card) => ({
      text: { ...card.text, title: { ...card.text.title, "ur-Latn": card.text.title?.en ?? [] } },
    })),
    "law-peca-21",
  ],
  "uneven-list": [text("type-blackmail", "signs", "ur", ["صرف ایک"]), "type-blackmail"],
  "uneven-verify": [
    change("law-zainab", (card) => ({
      text: { ...card.text, time: { ...card.text.time, ur: [{ text: "فوراً", verify: true }] } },
    })),
    "law-zainab",
  ],
  "stale-translation": [text("law-peca-21", "title", "en", ["A new English title"]), "law-peca-21"],
  "unknown-id": [meta("type-blackmail", { laws: "law-of-the-jungle" }), "type-blackmail"],
  "unknown-number": [text("call-15", "hours", "en", ["Call 1777 instead"]), "call-15"],
  "banned-word": [text("call-15", "hours", "en", ["For every victim"]), "call-15"],
  "wrong-fact": [text("call-15", "hours", "ur-Latn", ["nr3c.gov.pk par jaein"]), "call-15"],
  "roman-spelling": [text("call-15", "hours", "ur-Latn", ["Hirasani nahin"]), "call-15"],
  "wrong-script": [text("call-15", "hours", "ur", ["دن and رات"]), "call-15"],
  "wrong-letter": [text("call-15", "hours", "ur", ["دن رات كھلا"]), "call-15"],
  "wrong-digit": [text("call-15", "hours", "ur", ["۱۵ ملائیں"]), "call-15"],
  "hard-to-read": [
    text("call-15", "hours", "en", [
      "Continuous availability notwithstanding organisational considerations necessitating alternative arrangements.",
    ]),
    "call-15",
  ],
  "bad-length": [
    change("type-blackmail", (card) => ({
      text: {
        ...card.text,
        ladder: {
          en: card.text.do?.en ?? [],
          ur: card.text.do?.ur ?? [],
          "ur-Latn": card.text.do?.["ur-Latn"] ?? [],
        },
      },
    })),
    "type-blackmail",
  ],
  "bad-rule": [meta("rule-type-images", { when: "act is flying" }), "rule-type-images"],
  "no-fallback": [without("rule-door-any"), "rules for door"],
  "unreachable-type": [without("rule-type-images"), "type-private-images"],
  "bad-reply": [
    text("reply-online", "message", "en", ["Stop, or I will publish your picture. {authority}"]),
    "reply-online",
  ],
  "bad-registry": [meta("form-nccia", { keys: "full_name!, shoe_size!" }), "form-nccia"],
}

describe("the check of the content", () => {
  test.each(FINDING_CODES)("finds a planted %s and names the card", (code) => {
    const [bundle, card] = PLANTED[code]
    const found = validateContent(bundle, today).filter((finding) => finding.code === code)
    expect(found.map((finding) => finding.card)).toContain(card)
    expect(found.every((finding) => finding.advice.length > 5)).toBe(true)
  })

  test("finds every card expired, long after", () => {
    if (!LATER.ok) throw new Error("not a day")
    const expired = validateContent(content, LATER.value).filter((finding) => finding.code === "expired")
    expect(expired).toHaveLength(content.cards.length)
  })

  test.each([
    ["a Latin question mark in Urdu", "wrong-letter", text("call-15", "hours", "ur", ["کیا دن رات?"])],
    ["an Arabic ya in Urdu", "wrong-letter", text("call-15", "hours", "ur", ["ابھي"])],
    ["Urdu letters in Roman Urdu", "wrong-script", text("call-15", "hours", "ur-Latn", ["Din رات"])],
    ["Urdu letters in English", "wrong-script", text("call-15", "hours", "en", ["Day رات"])],
    ["مخبر in Urdu", "banned-word", text("call-15", "hours", "ur", ["یہ مخبر ہے"])],
    ["mukhbir in Roman Urdu", "banned-word", text("call-15", "hours", "ur-Latn", ["Yeh mukhbir hai"])],
    [
      "a promise that the server can never read",
      "banned-word",
      text("call-15", "hours", "en", ["The server can never read it"]),
    ],
    ["the old line 1991", "wrong-fact", text("call-15", "hours", "en", ["Call 1991"])],
    ["an invented free-phone number", "unknown-number", text("call-15", "hours", "en", ["Call 0800-11111"])],
    ["a number to tap that we do not list", "unknown-number", meta("play-child", { call: "15, 0800-11111" })],
    ["a place that is no province", "unknown-id", meta("call-15", { provinces: "narnia" })],
    [
      "a reply that bargains",
      "bad-reply",
      text("reply-online", "message", "ur-Latn", ["Paise do. {authority}"]),
    ],
    [
      "a reply that names no authority",
      "bad-reply",
      text("reply-online", "message", "ur", ["براہِ کرم رک جائیں۔"]),
    ],
    ["a quiz whose right answer is not there", "bad-length", meta("quiz-joke", { right: "3" })],
    ["a form with a field and no question", "bad-length", meta("form-nccia", { keys: "full_name!" })],
    ["a question with an option too few", "bad-length", meta("ask-medium", { codes: "in_person, phone" })],
    ["a gate condition without its reason", "bad-reply", without("gate-adult")],
    ["an agency for a matter nobody knows", "bad-registry", meta("door-nccia", { takes: "weather" })],
    [
      "an agency that lost a matter and not since when",
      "bad-registry",
      meta("door-nccia", { took: "family" }),
    ],
    [
      "a door that is called wrong and does not exist",
      "unknown-id",
      meta("door-nccia", { wrong_doors: "door-x" }),
    ],
    [
      "an agency of which nobody says if it wants a name",
      "bad-registry",
      meta("door-nccia", { anonymous: "maybe" }),
    ],
    [
      "a form that asks the same thing twice",
      "bad-registry",
      meta("form-nccia", { keys: "details!, details!" }),
    ],
    ["a limit that is no number", "bad-registry", meta("form-nccia", { limit: "3,400" })],
    ["a rule that leads to nowhere", "unknown-id", meta("rule-door-any", { gives: "door-to-nowhere" })],
  ] as const)("also finds %s", (_, code, bundle) => {
    expect(validateContent(bundle, today).map((finding) => finding.code)).toContain(code)
  })
})

describe("the guide for editors", () => {
  test("explains every kind of card, every field, and every finding", async () => {
    const guide = await readFile(join(ROOT, "docs/CONTENT-GUIDE.md"), "utf8")
    const named = (word: string) => guide.includes(`\`${word}\``)
    const missing = Object.entries(KINDS).flatMap(([kind, spec]: [string, KindSpec]) =>
      [kind, ...Object.keys(spec.text), ...Object.keys(spec.meta)].filter((word) => !named(word)),
    )
    expect([...new Set(missing)]).toEqual([])
    expect(FINDING_CODES.filter((code) => !named(code))).toEqual([])
  })

  test("names no finding that does not exist", async () => {
    const guide = await readFile(join(ROOT, "docs/CONTENT-GUIDE.md"), "utf8")
    const table = guide.split("## What the check says")[1] ?? ""
    const named = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1])
    expect(named.filter((code) => !FINDING_CODES.some((known) => known === code))).toEqual([])
    expect(named.length).toBe(FINDING_CODES.length)
  })
})
