import type { Locale } from "@shn/domain"
import { DESK_ROUTES } from "@shn/wire"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Colleague, readCase, signIn } from "../support/colleague.ts"
import { textsOf } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { goToStory, heading, phoneOf, press } from "../support/screens.ts"

// The line, the server and the phone's own store fail while a person reports. A sentence each time, one case, no lost word.
type Phone = Awaited<ReturnType<typeof phoneOf>>
const SUBMIT = "/api/cases/submit"
let run: Running
let browser: Browser
let coordinator: Colleague
let phone: Phone

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

async function casesNow(): Promise<ReadonlySet<string>> {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  return new Set(cases.map((one) => one.caseId))
}

/** Exactly one case has come since, and its story is this one. */
async function oneNewCase(known: ReadonlySet<string>, story: string): Promise<void> {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  const fresh = cases.filter((one) => !known.has(one.caseId))
  expect(fresh).toHaveLength(1)
  const { opened } = await readCase(run, coordinator, fresh[0]!.caseId)
  expect(textsOf(opened)).toEqual([story])
}

/** From the story to the button that sends, with the code typed back. */
async function toSending({ page, words }: Phone): Promise<void> {
  const { help } = words
  await press(page, help.next)
  await heading(page, help.about.title)
  await press(page, help.next)
  await confirmReview(phone)
  await typeBack(phone)
}

async function confirmReview({ page, words }: Phone): Promise<void> {
  const confirm = page.getByRole("button", { name: words.help.review.confirm, exact: true })
  await confirm.click({ timeout: 60_000 })
}

async function typeBack({ page, words }: Phone): Promise<void> {
  const { help } = words
  await heading(page, help.receipt.title)
  const parts = (await page.locator(".receipt-text").allInnerTexts()).map((part) => part.trim())
  await press(page, help.receipt.done)
  await heading(page, help.typeBack.title)
  for (let position = 1; position <= 9; position++) {
    const field = page.getByLabel(help.typeBack.part(position), { exact: true })
    if (await field.count()) await field.fill(parts[position - 1] ?? "")
  }
}

async function readyToSend(locale: Locale, story: string): Promise<void> {
  phone = await phoneOf(browser, locale)
  await goToStory(phone, run, locale, { story })
  await toSending(phone)
}

const send = () => press(phone.page, phone.words.help.typeBack.send)
const tryAgain = () => press(phone.page, phone.words.common.tryAgain)
const isSent = () => heading(phone.page, phone.words.help.sent.title)
const says = (sentence: string) => phone.page.getByText(sentence).first().waitFor({ timeout: 30_000 })

/** Does this to the next request of this path, once. */
function once<T>(path: string, outcome: T): (asked: string) => T | undefined {
  let left = 1
  return (asked) => (asked === path && left-- > 0 ? outcome : undefined)
}

/** Cuts every try until the line is mended: a browser quietly tries a cut connection once more by itself. */
function cutting(how: "cut" | "cut-after"): (path: string) => "cut" | "cut-after" | undefined {
  return (path) => (path === SUBMIT ? how : undefined)
}

describe("sending over a bad line", () => {
  test.each([
    ["before it arrived", "cut", "en"],
    ["after it arrived", "cut-after", "ur"],
  ] as const)("cut %s: a sentence, one more tap, one case", async (_, how, locale) => {
    const known = await casesNow()
    await readyToSend(locale, `cut ${how}`)
    run.reporterLine.tamper({ before: cutting(how) })
    await send()
    await says(phone.words.help.failed.offline)
    run.reporterLine.tamper({})
    await tryAgain()
    await isSent()
    await oneNewCase(known, `cut ${how}`)
  })

  test("cut after it arrived, then reloaded: the started report goes on and ends in the same one case", async () => {
    const known = await casesNow()
    await readyToSend("ur", "نیا صفحہ")
    await phone.page.waitForTimeout(1_200)
    run.reporterLine.tamper({ before: cutting("cut-after") })
    await send()
    await says(phone.words.help.failed.offline)
    run.reporterLine.tamper({})
    await phone.page.reload()
    await press(phone.page, phone.words.help.draft.goOn)
    await confirmReview(phone)
    await typeBack(phone)
    await send()
    await isSent()
    await oneNewCase(known, "نیا صفحہ")
  })

  test("cut after it arrived, then changed: nobody says 'sent' about words that were not", async () => {
    const known = await casesNow()
    await readyToSend("en", "as it was first")
    run.reporterLine.tamper({ before: cutting("cut-after") })
    await send()
    await says(phone.words.help.failed.offline)
    run.reporterLine.tamper({})
    for (const title of ["receipt", "review", "about", "story"] as const) {
      await phone.page.goBack()
      await heading(phone.page, phone.words.help[title].title)
    }
    await phone.page.getByLabel(phone.words.help.story.label).first().fill("changed afterwards")
    await toSending(phone)
    await send()
    await says(phone.words.help.failed.already)
    await oneNewCase(known, "as it was first")
  })

  test.each([
    ["500", { status: 500, body: '{"problem":"failed"}' }, "other", "en"],
    ["507, no room on the disk", { status: 507, body: '{"problem":"storage_full"}' }, "full", "ur"],
    ["503, too busy", { status: 503, body: '{"problem":"busy"}' }, "busy", "ur"],
    ["a page of another server", { status: 502, body: "<html>Bad gateway</html>" }, "other", "en"],
    ["a success that makes no sense", { status: 200, body: '{"caseId":7}' }, "other", "ur"],
    ["an empty success", { status: 200, body: "" }, "other", "en"],
  ] as const)(
    "answered with %s: a sentence with numbers to call, then one case",
    async (_, made, sentence, locale) => {
      const known = await casesNow()
      const story = `answered ${made.status} ${made.body.length}`
      await readyToSend(locale, story)
      run.reporterLine.tamper({ instead: once(SUBMIT, made) })
      await send()
      await says(phone.words.help.failed[sentence])
      expect(await phone.page.locator('a[href^="tel:"]').first().isVisible()).toBe(true)
      await tryAgain()
      await isSent()
      await oneNewCase(known, story)
    },
  )
})

describe("a server that stops", () => {
  test("is started anew between opening and sending: the person notices nothing", async () => {
    const known = await casesNow()
    await readyToSend("ur", "سرور دوبارہ چلا")
    await run.kill()
    await run.restart()
    await send()
    await isSent()
    await oneNewCase(known, "سرور دوبارہ چلا")
  })

  test.each(["en", "ur"] as const)(
    "is killed while it takes the case: a sentence, and one case once it runs (%s)",
    async (locale) => {
      const known = await casesNow()
      await readyToSend(locale, `killed ${locale}`)
      // One is killed before it has read the case, the other a moment after it was handed over.
      const handedOver = once(SUBMIT, true)
      run.reporterLine.tamper({
        before: (path) => {
          if (handedOver(path) !== true) return undefined
          if (locale === "en") void run.kill()
          else setTimeout(() => void run.kill(), 5)
          return undefined
        },
      })
      await send()
      await until(
        async () =>
          (await phone.page.getByRole("alert").count()) +
            (await phone.page.getByText(phone.words.help.sent.lead).count()) >
          0,
        "neither a sentence nor 'sent'",
      )
      await run.kill()
      await run.restart()
      if ((await phone.page.getByText(phone.words.help.sent.lead).count()) === 0) {
        await says(phone.words.help.failed.offline)
        run.reporterLine.tamper({})
        await tryAgain()
      }
      await isSent()
      await oneNewCase(known, `killed ${locale}`)
    },
  )
})

describe("a proposal that became too old", () => {
  const expired = { status: 409, body: '{"problem":"proposal_expired"}' }

  test("is made anew unnoticed when the same people are free", async () => {
    const known = await casesNow()
    await readyToSend("ur", "پرانی تجویز")
    run.reporterLine.tamper({ instead: once(SUBMIT, expired) })
    await send()
    await isSent()
    await oneNewCase(known, "پرانی تجویز")
  })

  test("is shown and asked again when somebody else would read it, and only then sent", async () => {
    const known = await casesNow()
    await readyToSend("en", "Somebody else now")
    const asOnce = once("/api/proposals", true)
    run.reporterLine.tamper({
      instead: once(SUBMIT, expired),
      // The expert of the first answer is no longer proposed.
      json: (path, answer) => {
        if (asOnce(path) !== true) return undefined
        const proposal = answer as { needs: { picks: unknown[] }[] }
        return { ...proposal, needs: proposal.needs.map((need) => ({ ...need, picks: [] })) }
      },
    })
    await send()
    await heading(phone.page, phone.words.help.review.title)
    await says(phone.words.help.review.again)
    expect(await casesNow()).toEqual(known)
    await confirmReview(phone)
    await typeBack(phone)
    await send()
    await isSent()
    await oneNewCase(known, "Somebody else now")
  })
})
