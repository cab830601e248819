import type { Locale } from "@shn/domain"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import {
  demoSignIn,
  enterCode,
  goToStory,
  heading,
  phoneOf,
  press,
  sendStory,
  tap,
} from "../support/screens.ts"

let run: Running
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
// A helpline of its own for each language: six digits of one half minute sign in once.
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())

const STORIES: Readonly<Record<Locale, { story: string; about: string; answer: string; thanks: string }>> = {
  en: {
    story: "My manager sends me messages every night 😔 and says I will lose my job.",
    about: "Asad, accounts office",
    answer: "Thank you for telling us. You did nothing wrong. Do you have somebody near you tonight?",
    thanks: "My sister is here. Thank you.",
  },
  ur: {
    story: "میرے مینیجر ہر رات پیغام بھیجتے ہیں 😔 اور کہتے ہیں کہ نوکری چلی جائے گی۔ Case 2026-114.",
    about: "اسد، اکاؤنٹس کا دفتر",
    answer: "بتانے کا شکریہ۔ آپ کا کوئی قصور نہیں۔ کیا آج رات کوئی آپ کے پاس ہے؟",
    thanks: "میری بہن ساتھ ہے۔ شکریہ۔",
  },
  "ur-Latn": {
    story: "Mere manager har raat paigham bhejte hain aur kehte hain ke naukri chali jaye gi.",
    about: "Asad, accounts ka daftar",
    answer: "Batane ka shukriya. Aap ka koi qasoor nahi.",
    thanks: "Meri behan saath hai. Shukriya.",
  },
}

describe.each(["en", "ur", "ur-Latn"] as const)("in %s", (locale) => {
  test("a person reports, an expert accepts and answers, and the person comes back with the code on another phone", async () => {
    const says = STORIES[locale]
    const phone = await phoneOf(browser, locale)
    await goToStory(phone, run, locale, says)
    const groups = await sendStory(phone, says)
    expect(groups).toHaveLength(9)
    expect(phone.complaints).toEqual([])
    await phone.close()

    const desk = await phoneOf(browser, locale, { actor: "expert" })
    const { desk: d } = desk.words
    await desk.page.goto(`${run.desk}/#/${locale}`)
    await heading(desk.page, d.signIn.title)
    await desk.shot("sign-in")
    await demoSignIn(desk.page, run, desk.words, locale, "Sana")
    await desk.shot("offers")
    await press(desk.page, d.offers.openPreview)
    await desk.page.getByText(says.about).waitFor()
    // The conflict check shows the few lines about whom it concerns, and nothing of the story.
    expect(await desk.page.getByText(says.story).count()).toBe(0)
    await tap(desk.page, d.offers.conflictQuestion)
    await desk.shot("preview")
    await press(desk.page, d.offers.accept)
    await desk.page.getByText(says.story).first().waitFor({ timeout: 30_000 })
    await desk.shot("case")
    await desk.page.getByLabel(d.cases.writeLabel).first().fill(says.answer)
    await desk.page.getByRole("button", { name: desk.words.common.send, exact: true }).first().click()
    await desk.page.getByText(says.answer).last().waitFor()
    await desk.page.getByText(d.cases.sent).waitFor()
    await desk.shot("answered")
    expect(desk.complaints).toEqual([])

    const second = await phoneOf(browser, locale, { width: 320, actor: "reporter-again" })
    await enterCode(second, run, locale, groups.join(" "))
    await second.page.getByText(says.answer).first().waitFor({ timeout: 30_000 })
    await second.shot("answer")
    await second.page.getByLabel(second.words.back.talk.write).first().fill(says.thanks)
    await second.page.getByRole("button", { name: second.words.back.talk.send, exact: true }).first().click()
    await second.page.getByText(says.thanks).last().waitFor()
    await tap(second.page, second.words.back.home.tabReaders)
    await second.page.getByText("Sana").first().waitFor()
    await second.shot("readers")
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(second.complaints).toEqual([])
    await second.close()
    await desk.close()
  })
})
