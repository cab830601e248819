import { describe, expect, it } from "vitest"
import { type FlatCatalogue, fingerprint, flatten, readAreas, type TextArea } from "../../tools/text-areas.ts"
import { checkArea, describeProblem, type TextRule } from "../../tools/text-check.ts"
import { wordsOfFunction } from "../../tools/text-pieces.ts"
import { withProjectSpelling } from "../../tools/text-spell.ts"

/** An area that is right in every way, to be broken in one way per test. */
function goodArea(
  change: {
    readonly en?: Readonly<Record<string, unknown>>
    readonly ur?: Readonly<Record<string, unknown>>
    readonly roman?: Readonly<Record<string, unknown>>
    readonly lock?: TextArea["lock"]
  } = {},
): TextArea {
  const en = flatten({ hello: "Hello", left: (count: number) => `${count} left`, ...change.en })
  const lock = Object.fromEntries([...en].map(([key, sentence]) => [key, fingerprint(sentence)]))
  return {
    name: "planted/area",
    folder: "nowhere",
    catalogues: {
      en,
      ur: flatten({ hello: "سلام", left: (count: number) => `${count} باقی`, ...change.ur }),
      "ur-Latn": flatten({ hello: "Salaam", left: (count: number) => `${count} baqi`, ...change.roman }),
    },
    lock: change.lock ?? { ur: lock, "ur-Latn": lock },
  }
}

const rulesOf = (area: TextArea): readonly TextRule[] => [
  ...new Set(checkArea(area).map((problem) => problem.rule)),
]

describe("the sentences on the screens", () => {
  it("hold in every language, in the project's words, and were translated from today's English", async () => {
    const areas = await readAreas()
    expect(areas.map((area) => area.name)).toContain("ui/common")
    const sentences = areas.reduce((sum, area) => sum + area.catalogues.en.size, 0)
    expect(sentences).toBeGreaterThan(100)
    expect(areas.flatMap(checkArea).map(describeProblem)).toEqual([])
  })
})

describe("the check of the sentences notices", () => {
  const planted: readonly (readonly [string, TextRule, Parameters<typeof goodArea>[0]])[] = [
    ["a sentence nobody translated", "missing", { en: { extra: "More" }, roman: { extra: "Mazeed" } }],
    ["a translation English does not have", "surplus", { ur: { extra: "مزید" } }],
    ["a number the translation forgot to say", "parts", { ur: { left: () => "کچھ باقی" } }],
    ["an empty sentence", "blank", { ur: { hello: "  " } }],
    ["English left standing in Roman Urdu", "same-as-english", { roman: { hello: "Hello" } }],
    ["Latin letters in Urdu", "latin-in-urdu", { ur: { hello: "سلام friend" } }],
    ["an Arabic letter where Urdu has its own", "arabic-letter", { ur: { hello: "سلام علي" } }],
    ["Urdu letters in Roman Urdu", "arabic-in-roman", { roman: { hello: "Salaam سلام" } }],
    ["a word that makes a person helpless", "banned-word", { en: { hello: "Hello, victims" } }],
    ["that word in Urdu", "banned-word", { ur: { hello: "سلام، متاثرہ" } }],
    ["the word for informer", "banned-word", { roman: { hello: "Salaam mukhbir" } }],
    [
      "a promise about the server that is too large",
      "banned-word",
      { en: { hello: "Our server can never read it" } },
    ],
    ["another spelling of harasani", "roman-spelling", { roman: { hello: "Hirasani" } }],
    ["a translation older than its English", "stale", { lock: { ur: { hello: "00000000" }, "ur-Latn": {} } }],
  ]
  it.each(planted)("%s", (_, rule, change) => {
    expect(rulesOf(goodArea(change))).toContain(rule)
  })

  it("nothing in an area that is right", () => {
    expect(checkArea(goodArea())).toEqual([])
  })

  it("a lock that names a sentence which is gone", () => {
    const [problem] = checkArea(goodArea()).concat(
      checkArea({
        ...goodArea(),
        lock: { ...goodArea().lock, ur: { ...goodArea().lock.ur, gone: "12345678" } },
      }),
    )
    expect(problem).toMatchObject({ rule: "stale", key: "gone", locale: "ur" })
    expect(problem?.advice).toContain("npx tsx tools/text.ts accept planted/area")
  })

  it("a name such as WhatsApp or an account's handle in Urdu, and lets it be", () => {
    expect(checkArea(goodArea({ ur: { hello: "سلام WhatsApp @asad_k" } }))).toEqual([])
  })
})

describe("the words of a message function", () => {
  it("are the same however the compiler prints the function", () => {
    const printed = [
      `(n) => \`\${n} days\``,
      `n=>\`\${n} days\``,
      `function(n) { return \`\${ n } \\u0064ays\` }`,
    ]
    expect(new Set(printed.map(wordsOfFunction))).toEqual(new Set(["{} days"]))
  })

  it("include both wordings of a plural inside a template", () => {
    const source = `(n) => \`\${f(n)} \${plural(n, "day", 'days')} left\``
    expect(wordsOfFunction(source)).toBe("{} {} left | day | days")
  })

  it("survive braces, comments and quotes inside", () => {
    const source = `(o) => { /* "no" */ const x = { a: \`\${\`in \${o}\`}!\` }; return x.a + "it\\"s" // "no"\n }`
    expect(wordsOfFunction(source)).toBe('{}! | in {} | it"s')
  })

  it("change the fingerprint when one letter changes", () => {
    const of = (catalogue: FlatCatalogue) => [...catalogue.values()].map(fingerprint)
    expect(of(flatten({ a: "Hello" }))).not.toEqual(of(flatten({ a: "hello" })))
  })
})

describe("the spelling of Roman Urdu", () => {
  it("is corrected inside sentences only, with its capital letter", () => {
    const source =
      'import { nahin } from "./ye.ts"\nexport const messages = { ye: "Ye theek nahin, wo ye hai" }'
    expect(withProjectSpelling(source)).toBe(
      'import { nahin } from "./ye.ts"\nexport const messages = { ye: "Yeh theek nahi, woh yeh hai" }',
    )
  })
})
