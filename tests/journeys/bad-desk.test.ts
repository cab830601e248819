import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { codeAt } from "../support/colleague.ts"
import { call, openPerson, type Person, readOwnCase, sealCase, textsOf } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { enterCode, heading, phoneOf, press, tap } from "../support/screens.ts"
import { inTheStore } from "../support/stored-time.ts"

// The desk on its bad days: fingers too quick, colleagues quicker, sessions that end, readers who are taken off.
type Seat = Awaited<ReturnType<typeof phoneOf>>
let run: Running
let browser: Browser
const seats: Seat[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  run = await startHelpline()
})
afterEach(async () => {
  run.deskLine.tamper({})
  await Promise.all(seats.splice(0).map((seat) => seat.close()))
})
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

async function reported(story: string): Promise<Person> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story, preview: `about ${story}` })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

async function seatFor(locale: "en" | "ur"): Promise<Seat> {
  const seat = await phoneOf(browser, locale)
  seats.push(seat)
  await seat.page.goto(`${run.desk}/#/${locale}`)
  return seat
}

function digitsOf(alias: string, atMs: number): string {
  const sheet = run.signIns.find((one) => one.alias === alias)
  if (sheet === undefined) throw new Error(`no sign-in for ${alias}`)
  return codeAt(sheet, atMs)
}

/** Digits that nobody has used: the store forgets older ones, so that a test need not wait half a minute. */
function freshDigits(alias: string): string {
  inTheStore(run, "delete from staff_codes")
  return digitsOf(alias, Date.now())
}

async function fillSignIn({ page, words }: Seat, alias: string, digits: string): Promise<void> {
  const { signIn } = words.desk
  const sheet = run.signIns.find((one) => one.alias === alias)
  await page.getByLabel(signIn.alias).fill(alias)
  await page.getByLabel(signIn.passphrase).fill(sheet?.passphrase ?? "")
  await page.getByLabel(signIn.code).fill(digits)
  await press(page, signIn.submit)
}

async function enter(seat: Seat, alias: string): Promise<void> {
  await fillSignIn(seat, alias, freshDigits(alias))
}

/** The card of this story's offer, with its preview open and the question answered. */
async function readyToAccept({ page, words }: Seat, story: string) {
  const { offers } = words.desk
  const closed = page.getByRole("button", { name: offers.openPreview, exact: true })
  await closed.first().waitFor({ timeout: 30_000 })
  while ((await closed.count()) > 0) {
    const before = await closed.count()
    await closed.first().click()
    await until(async () => (await closed.count()) < before, "the preview stays closed")
  }
  const card = page.locator(".offer", { hasText: `about ${story}` })
  await card.getByLabel(offers.conflictQuestion).check()
  return card.getByRole("button", { name: offers.accept, exact: true })
}

const says = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor({ timeout: 30_000 })

describe("signing in", () => {
  test.each(["en", "ur"] as const)(
    "with six digits that were used a moment ago gets a sentence, and the next ones work (%s)",
    async (locale) => {
      const seat = await seatFor(locale)
      const { page, words } = seat
      const digits = freshDigits("Imran")
      await fillSignIn(seat, "Imran", digits)
      await heading(page, words.desk.coordination.title)
      await press(page, words.desk.shell.signOut)
      await heading(page, words.desk.signIn.title)
      await fillSignIn(seat, "Imran", digits)
      await says(page, words.desk.signIn.failure.codeUsed)
      // The words stay, the spent digits go.
      expect(await page.getByLabel(words.desk.signIn.passphrase).inputValue()).not.toBe("")
      expect(await page.getByLabel(words.desk.signIn.code).inputValue()).toBe("")
      await page.getByLabel(words.desk.signIn.code).fill(digitsOf("Imran", Date.now() + 30_000))
      await press(page, words.desk.signIn.submit)
      await heading(page, words.desk.coordination.title)
    },
  )

  test.each([
    [
      "digits in Urdu with a space between",
      "ur",
      (digits: string) => inUrdu(`${digits.slice(0, 3)} ${digits.slice(3)}`),
    ],
    ["a name with spaces around it", "en", (digits: string) => digits],
  ] as const)("understands %s", async (_, locale, written) => {
    const seat = await seatFor(locale)
    const digits = freshDigits("Bilal")
    await fillSignIn(seat, "Bilal", written(digits))
    await heading(seat.page, seat.words.desk.offers.title)
  })
})

function inUrdu(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))
}

describe("an expert at an offer", () => {
  test("taps 'accept' twice: it is accepted once, without a warning, and the case opens", async () => {
    await reported("double tap")
    const seat = await seatFor("ur")
    await enter(seat, "Sana")
    const accept = await readyToAccept(seat, "double tap")
    await accept.dblclick()
    await says(seat.page, "double tap")
    await seat.page.getByLabel(seat.words.desk.cases.writeLabel).first().waitFor({ timeout: 30_000 })
    expect(seat.complaints).toEqual([])
  })

  test("accepts, and the answer is lost on the way: a sentence, one more tap, and the case opens", async () => {
    await reported("lost answer")
    const seat = await seatFor("en")
    await enter(seat, "Sana")
    const accept = await readyToAccept(seat, "lost answer")
    run.deskLine.tamper({
      before: (path) => (path === DESK_ROUTES.answerOffer.path ? "cut-after" : undefined),
    })
    await accept.click()
    await says(seat.page, seat.words.desk.problems.failure.offline)
    run.deskLine.tamper({})
    await accept.click()
    await seat.page.getByLabel(seat.words.desk.cases.writeLabel).first().waitFor({ timeout: 30_000 })
  })

  test.each([
    ["already_taken", "ur"],
    ["offer_gone", "en"],
  ] as const)(
    "was a moment too late (%s): a kind sentence, and nothing more to tap",
    async (problem, locale) => {
      const story = `too late ${problem}`
      await reported(story)
      const seat = await seatFor(locale)
      await enter(seat, "Sana")
      const accept = await readyToAccept(seat, story)
      run.deskLine.tamper({
        instead: (path) =>
          path === DESK_ROUTES.answerOffer.path
            ? { status: 409, body: JSON.stringify({ problem }) }
            : undefined,
      })
      await accept.click()
      await says(seat.page, seat.words.desk.problems.failure[problem])
      expect(await accept.count()).toBe(0)
    },
  )
})

describe("an expert in the middle of writing", () => {
  async function writing(story: string, locale: "en" | "ur", words: string) {
    const person = await reported(story)
    const seat = await seatFor(locale)
    await enter(seat, "Sana")
    await (await readyToAccept(seat, story)).click()
    const box = seat.page.getByLabel(seat.words.desk.cases.writeLabel).first()
    await box.waitFor({ timeout: 30_000 })
    await box.fill(words)
    return { person, seat, box }
  }
  const texts = async (person: Person) =>
    textsOf((await readOwnCase(run.reporter, run.organisation.deployment, person.keys)).opened)
  const send = (seat: Seat) => press(seat.page, seat.words.common.send)

  test("is signed out: the words wait through the new sign-in and are sent once", async () => {
    const { person, seat, box } = await writing("session", "ur", "آدھا جملہ جو بچ جائے")
    await seat.page.context().clearCookies()
    await send(seat)
    await says(seat.page, seat.words.desk.shell.sessionEndedTitle)
    await enter(seat, "Sana")
    await box.waitFor({ timeout: 30_000 })
    expect(await box.inputValue()).toBe("آدھا جملہ جو بچ جائے")
    await send(seat)
    await says(seat.page, seat.words.desk.cases.sent)
    expect(await texts(person)).toEqual(["session", "آدھا جملہ جو بچ جائے"])
  })

  test("pastes half a character: the message goes out with a mark in its place", async () => {
    const { person, seat, box } = await writing("half", "en", "x")
    await box.evaluate((field) => {
      const area = field as HTMLTextAreaElement
      area.value = `before ${String.fromCharCode(0xd83d)} after`
      area.dispatchEvent(new InputEvent("input", { bubbles: true }))
    })
    await send(seat)
    await says(seat.page, seat.words.desk.cases.sent)
    expect(await texts(person)).toEqual(["half", "before \ufffd after"])
    expect(seat.complaints).toEqual([])
  })

  test.each([
    ["before the message arrived", "cut", "ur"],
    ["after the message arrived", "cut-after", "en"],
  ] as const)("loses the line %s: a sentence, the words stay, and are said once", async (_, how, locale) => {
    const { person, seat, box } = await writing(`desk ${how}`, locale, "one answer")
    run.deskLine.tamper({ before: (path) => (path === DESK_ROUTES.addEnvelope.path ? how : undefined) })
    await send(seat)
    await says(seat.page, seat.words.desk.problems.failure.offline)
    expect(await box.inputValue()).toBe("one answer")
    run.deskLine.tamper({})
    await press(seat.page, seat.words.common.tryAgain)
    await says(seat.page, seat.words.desk.cases.sent)
    expect(await texts(person)).toEqual([`desk ${how}`, "one answer"])
  })

  test("is taken off by the person: sending says so, nothing of it arrives, and the case leaves the screen and the list", async () => {
    const { person, seat } = await writing("taken off", "ur", "دیر سے لکھا ہوا")
    const phone = await phoneOf(browser, "ur")
    seats.push(phone)
    const { back } = phone.words
    await enterCode(phone, run, "ur", person.receipt)
    await says(phone.page, "taken off")
    await tap(phone.page, back.home.tabReaders)
    await press(phone.page, `${back.readers.remove}: Sana`)
    await press(phone.page, back.readers.removeYes)
    await says(phone.page, back.readers.removed("Sana"))

    await send(seat)
    await says(seat.page, seat.words.desk.problems.failure.not_on_roster)
    expect(await seat.page.getByText("taken off").count()).toBe(0)
    expect(await texts(person)).toEqual(["taken off"])
    await seat.page.getByRole("link", { name: seat.words.desk.shell.tabs.cases }).click()
    await heading(seat.page, seat.words.desk.cases.title)
    expect(await seat.page.getByText("taken off").count()).toBe(0)
    // The person sees who is left, and that a coordinator keeps it.
    await tap(phone.page, back.home.tabTalk)
    await says(phone.page, back.need.held)
  })

  test("signs out with words begun: asked first, the words stay; said yes to, they are gone", async () => {
    const { seat } = await writing("signing out", "ur", "never sent")
    const { shell, cases, signIn } = seat.words.desk
    await press(seat.page, shell.signOut)
    await says(seat.page, shell.unsent)
    await press(seat.page, seat.words.common.cancel)
    expect(await seat.page.getByLabel(cases.writeLabel).first().inputValue()).toBe("never sent")
    await press(seat.page, shell.signOut)
    await press(seat.page, shell.unsentYes)
    await heading(seat.page, signIn.title)
  })

  test("is taken off by a coordinator: the open case closes by itself with a sentence", async () => {
    const { seat } = await writing("by a coordinator", "en", "never sent")
    const farah = await seatFor("ur")
    await enter(farah, "Farah")
    const { desk } = farah.words
    await heading(farah.page, desk.coordination.title)
    await farah.page.getByRole("link", { name: desk.shell.tabs.cases }).click()
    const cases = farah.page.getByRole("button", { name: desk.words.need.psych })
    await cases.first().waitFor({ timeout: 30_000 })
    for (let at = 0; at < (await cases.count()); at++) {
      await cases.nth(at).click()
      await farah.page.getByText(desk.cases.roster, { exact: true }).first().waitFor({ timeout: 30_000 })
      if ((await farah.page.getByText("by a coordinator").count()) > 0) break
      await press(farah.page, desk.cases.back)
      await cases.first().waitFor()
    }
    await press(farah.page, desk.cases.remove("Sana"))
    await press(farah.page, desk.cases.removeConfirm)
    await says(farah.page, desk.cases.removed("Sana"))
    // She looks at her screen as it is; the next look of the desk itself takes the case away.
    await says(seat.page, seat.words.desk.problems.failure.not_on_roster)
    expect(await seat.page.getByText("by a coordinator").count()).toBe(0)
  })
})
