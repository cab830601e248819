import { dayOf } from "@shn/domain"
import { formatClockTime, formatDay } from "@shn/ui"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Colleague, signIn } from "../support/colleague.ts"
import { call, openPerson, type Person, readOwnCase, sealCase, textsOf } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { enterCode, goToStory, heading, phoneOf, press, sendStory, tap } from "../support/screens.ts"
import { inTheStore } from "../support/stored-time.ts"

// Wrong clocks, full phones, second windows, visits that end in the middle. A sentence each time, and nothing lost.
const YEAR_MS = 365 * 86_400_000
let run: Running
let browser: Browser
let coordinator: Colleague
let phone: Awaited<ReturnType<typeof phoneOf>>

beforeAll(async () => {
  browser = await launchBrowser()
  run = await startHelpline()
  coordinator = await signIn(run, "Farah")
})
afterEach(async () => {
  run.reporterLine.tamper({})
  await phone?.close()
})
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

async function reported(story: string): Promise<Person> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

const countCases = async () => (await coordinator.call(DESK_ROUTES.myCases, {})).cases.length
const says = (sentence: string) => phone.page.getByText(sentence).first().waitFor({ timeout: 30_000 })

/** A phone whose clock is this far off. */
async function wrongClock(page: Page, offMs: number): Promise<void> {
  await page.addInitScript((ms) => {
    const Real = Date
    globalThis.Date = new Proxy(Real, {
      construct: (_, given) =>
        given.length === 0 ? new Real(Real.now() + ms) : Reflect.construct(Real, given),
      get: (_, name) => (name === "now" ? () => Real.now() + ms : Reflect.get(Real, name)),
    })
  }, offMs)
}

/** One Back at a time, as a person looks at each screen before the next. */
async function backToStory(): Promise<void> {
  for (const title of ["about", "story"] as const) {
    await phone.page.goBack()
    await heading(phone.page, phone.words.help[title].title)
  }
}

async function toReview(): Promise<void> {
  await press(phone.page, phone.words.help.next)
  await heading(phone.page, phone.words.help.about.title)
  await press(phone.page, phone.words.help.next)
}

describe("a phone whose clock is a year off", () => {
  test.each([
    ["ahead", YEAR_MS, "ur"],
    ["behind", -YEAR_MS, "en"],
  ] as const)(
    "%s: both dates are shown, the person says which is right, and the case goes out",
    async (_, offMs, locale) => {
      const before = await countCases()
      phone = await phoneOf(browser, locale)
      const { page, words } = phone
      await wrongClock(page, offMs)
      const story = { story: `clock ${offMs}` }
      await goToStory(phone, run, locale, story)
      await toReview()
      const { clock } = words.help
      const dates = [offMs, 0].map((ms) => formatDay(dayOf(Date.now() + ms), locale)) as [string, string]
      await says(clock.text(...dates))
      expect(await countCases()).toBe(before)
      await press(page, clock.server(dates[1]))
      await page
        .getByRole("button", { name: words.help.review.confirm, exact: true })
        .waitFor({ timeout: 60_000 })
      await backToStory()
      const groups = await sendStory(phone, story)
      expect(await countCases()).toBe(before + 1)

      await enterCode(phone, run, locale, groups.join(" "))
      await says(clock.text(...dates))
      await press(page, clock.server(dates[1]))
      await says(story.story)
      expect(phone.complaints).toEqual([])
    },
  )

  test("and believed by mistake: the list of people is then too old, nothing is sent, and there are numbers to call", async () => {
    const before = await countCases()
    phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    await wrongClock(page, YEAR_MS)
    await goToStory(phone, run, "ur", { story: "غلط تاریخ" })
    await toReview()
    await press(page, words.help.clock.phone(formatDay(dayOf(Date.now() + YEAR_MS), "ur")))
    await says(words.help.failed.expired)
    expect(await page.locator('a[href^="tel:"]').first().isVisible()).toBe(true)
    expect(await countCases()).toBe(before)
    expect(run.reporterLine.log.at(-1)?.path).not.toBe("/api/cases/submit")
    await backToStory()
    expect(await page.getByLabel(words.help.story.label).first().inputValue()).toBe("غلط تاریخ")
  })
})

describe("what is begun on a phone", () => {
  test("in a second window is said there, and does not overwrite what the first window keeps", async () => {
    phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    await goToStory(phone, run, "ur", { story: "پہلی کھڑکی" })
    await says(words.help.draft.kept)
    const second = { ...phone, page: await page.context().newPage() }
    await goToStory(second, run, "ur", { story: "دوسری کھڑکی" })
    await second.page.getByText(words.help.draft.otherTab).first().waitFor()
    await second.page.waitForTimeout(1_500)
    await second.page.close()
    await page.reload()
    await press(page, words.help.draft.goOn)
    await heading(page, words.help.story.title)
    expect(await page.getByLabel(words.help.story.label).first().inputValue()).toBe("پہلی کھڑکی")
  })

  test("on a phone with no room left is said at once, stays on the screen, and can be sent", async () => {
    const before = await countCases()
    phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    await goToStory(phone, run, "ur", { story: "چھوٹی بات" })
    await says(words.help.draft.kept)
    // Real quota: the browser's own store is filled to the last character.
    await page.evaluate(() => {
      for (let step = 4_000_000; step >= 1; step = Math.floor(step / 2)) {
        for (let more = true; more; ) {
          try {
            localStorage.setItem("full", (localStorage.getItem("full") ?? "") + "x".repeat(step))
          } catch {
            more = false
          }
        }
      }
    })
    const story = `لمبی بات ${"اور بھی ".repeat(200)}`
    await page.getByLabel(words.help.story.label).first().fill(story)
    await says(words.help.draft.memoryOnly)
    expect(await page.getByLabel(words.help.story.label).first().inputValue()).toBe(story)
    await sendStory(phone, { story })
    expect(await countCases()).toBe(before + 1)
  })

  test("without a connection is kept in memory, said, and sent when the line is back", async () => {
    phone = await phoneOf(browser, "en")
    const { page, words } = phone
    await goToStory(phone, run, "en", { story: "" })
    run.reporterLine.tamper({ before: (path) => (path.startsWith("/api/") ? "cut" : undefined) })
    await page.evaluate(() => localStorage.clear())
    await page.getByLabel(words.help.story.label).first().fill("Written in a tunnel.")
    await toReview()
    await says(words.help.failed.offline)
    run.reporterLine.tamper({})
    await press(page, words.common.tryAgain)
    await page
      .getByRole("button", { name: words.help.review.confirm, exact: true })
      .waitFor({ timeout: 60_000 })
    await backToStory()
    await sendStory(phone, { story: "Written in a tunnel." })
  })
})

const NEXT_DUTY = "2026-12-07T04:00:00Z"

describe("when nobody is on duty", () => {
  test.each(["en", "ur"] as const)(
    "the review says so with the next time and numbers, and still lets the case go (%s)",
    async (locale) => {
      phone = await phoneOf(browser, locale)
      const { page, words } = phone
      run.reporterLine.tamper({
        json: (path) => (path === REPORTER_ROUTES.duty.path ? { onDuty: [], nextAt: NEXT_DUTY } : undefined),
      })
      await goToStory(phone, run, locale, { story: "At night." })
      await toReview()
      await says(words.help.review.off)
      const notice = page.locator(".notice", { hasText: words.help.review.off })
      expect(await notice.innerText()).toContain(formatClockTime(Date.parse(NEXT_DUTY), locale))
      expect(await notice.locator('a[href^="tel:"]').first().isVisible()).toBe(true)
      await backToStory()
      await sendStory(phone, { story: "At night." })
    },
  )
})

describe("in the middle of a conversation", () => {
  const texts = async (person: Person) =>
    textsOf((await readOwnCase(run.reporter, run.organisation.deployment, person.keys)).opened)

  async function opened(story: string, locale: "en" | "ur"): Promise<Person> {
    const person = await reported(story)
    phone = await phoneOf(browser, locale)
    await enterCode(phone, run, locale, person.receipt)
    await says(story)
    return person
  }
  const write = async (words: string) => {
    await phone.page.getByLabel(phone.words.back.talk.write).first().fill(words)
    await press(phone.page, phone.words.back.talk.send)
  }

  test("the fifteen minutes of the visit are over: the message goes out unnoticed, once", async () => {
    const person = await opened("visit", "ur")
    expect(inTheStore(run, "update tokens set ends_ms = 1")).toBeGreaterThan(0)
    await write("پندرہ منٹ بعد")
    await until(
      async () => (await phone.page.getByLabel(phone.words.back.talk.write).first().inputValue()) === "",
      "not sent",
    )
    expect(await texts(person)).toEqual(["visit", "پندرہ منٹ بعد"])
  })

  test.each([
    ["before the message arrived", REPORTER_ROUTES.addEnvelope.path, "cut", "en"],
    ["after the message arrived", REPORTER_ROUTES.addEnvelope.path, "cut-after", "ur"],
    ["while the case was read again", REPORTER_ROUTES.readCase.path, "cut", "en"],
  ] as const)(
    "the line is cut %s: a sentence, the words stay, and are said once",
    async (_, cutPath, how, locale) => {
      const story = `line ${cutPath} ${how}`
      const person = await opened(story, locale)
      run.reporterLine.tamper({ before: (path) => (path === cutPath ? how : undefined) })
      await write("said once")
      await says(phone.words.help.failed.offline)
      const box = phone.page.getByLabel(phone.words.back.talk.write).first()
      expect(await box.inputValue()).toBe("said once")
      run.reporterLine.tamper({})
      await press(phone.page, phone.words.common.tryAgain)
      await until(async () => (await box.inputValue()) === "", "not sent")
      expect(await texts(person)).toEqual([story, "said once"])
    },
  )

  test("the line is cut while a reader is removed: tried again, it is done and said", async () => {
    await opened("remove", "ur")
    const { page, words } = phone
    await tap(page, words.back.home.tabReaders)
    run.reporterLine.tamper({
      before: (path) => (path === REPORTER_ROUTES.changeRoster.path ? "cut-after" : undefined),
    })
    const removeFarah = async () => {
      await press(page, `${words.back.readers.remove}: Farah`)
      await press(page, words.back.readers.removeYes)
    }
    await removeFarah()
    await says(words.help.failed.offline)
    run.reporterLine.tamper({})
    await removeFarah()
    await says(words.back.readers.removed("Farah"))
    expect(await page.getByRole("button", { name: /: Farah$/ }).count()).toBe(0)
  })
})

describe("a proposal of the server's own that has run out", () => {
  test("is asked for again unnoticed at sending", async () => {
    const before = await countCases()
    phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    await goToStory(phone, run, "ur", { story: "دیر ہو گئی" })
    const expire = () => inTheStore(run, "update proposals set ends_ms = 1")
    let ran = 0
    run.reporterLine.tamper({
      before: (path) => {
        if (path === REPORTER_ROUTES.submit.path && ran === 0) ran = expire()
        return undefined
      },
    })
    await sendStory(phone, { story: "دیر ہو گئی" })
    expect(ran).toBeGreaterThan(0)
    await heading(page, words.help.sent.title)
    expect(await countCases()).toBe(before + 1)
  })
})
