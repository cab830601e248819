import { readApproval } from "@shn/consent"
import type { AgeBand, Locale } from "@shn/domain"
import { findStaffIn } from "@shn/sealed"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { personSends } from "../support/desk-files.ts"
import { pngOf } from "../support/harmful/pictures.ts"
import { directoryOf, type Person } from "../support/person.ts"
import {
  lookNow,
  newestHandOff,
  openTheCase,
  personAnswers,
  personForALawyer,
  personSetsSwitches,
  signInto,
  takeOffer,
  type Window,
  windowOf,
} from "../support/report-desk.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { keepShot } from "../support/screens.ts"

// A report to an agency on the desk: two members stand behind it before the person is asked for anything.
const STORY = "He sends my pictures to my class and wants money."
const FACT = "3 نومبر کو WhatsApp پر 12 تصویریں آئیں، نمبر 0300-7654321 سے۔"
const BELIEF = "I think he got the phone number from my cousin."
const WHO = {
  full_name: "Ayesha Made-Up",
  cnic: "42101-1234567-1",
  gender: "woman",
  mobile: "0300-1112223",
  city: "Lahore",
  address: "House 1, Made-up Street, Lahore",
}

let run: Running
let browser: Browser
let person: Person
const windows: Window[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const { context } of windows.splice(0)) await context.close()
  await run?.close()
})
afterAll(() => browser?.close())

/** A case that the lawyer Amna has taken, with one picture in it. */
async function amnaWithCase(locale: Locale, width?: number, age: AgeBand = "18_24"): Promise<Window> {
  run = await startHelpline()
  person = await personForALawyer(run, STORY, age)
  await personSends(run, person, { name: "chat.png", type: "image/png", bytes: pngOf(40, 40, [9, 9, 9]) })
  const amna = await opened(locale, "Amna", width)
  await takeOffer(amna, STORY)
  return amna
}

async function opened(locale: Locale, alias: string, width?: number): Promise<Window> {
  const one = await windowOf(browser, run, locale, alias, width)
  windows.push(one)
  return one
}

const press = ({ page }: Window, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click()
const field = ({ page }: Window, label: string) => page.getByLabel(label, { exact: true }).first()

/** From the case to the first page of a report to NCCIA. */
async function begin(amna: Window): Promise<void> {
  const { page, text } = amna
  const { choose, list, matter } = text.complaint
  await press(amna, list.begin)
  await page.getByLabel(choose.matter).selectOption({ label: matter.cybercrime })
  await page.locator(".agency-choice").first().getByRole("button").last().click()
  await page.getByRole("heading", { name: text.complaint.write.facts }).waitFor()
}

/** Everything that a drafter can write. */
async function writeAll(amna: Window): Promise<void> {
  const { page, text } = amna
  const { write } = text.complaint
  await field(amna, write.fact(1)).fill(FACT)
  await field(amna, write.belief(1)).fill(BELIEF)
  await field(amna, write.from).fill("2026-11-03")
  await field(amna, write.name).fill("A. B., made up")
  await page.getByLabel(write.againstNone).check()
  await page.locator("#complaint-evidence").getByRole("checkbox").first().check()
  await page.locator("#complaint-field-category input").fill("Blackmail")
  await press(amna, write.declaration)
}

async function saveDraft(amna: Window): Promise<void> {
  const { save } = amna.text.complaint
  await press(amna, save.button)
  await amna.page.getByText(save.saved).waitFor()
}

async function askFarah(amna: Window): Promise<void> {
  const { who } = amna.text.complaint
  await amna.page.getByLabel(who.second).selectOption({ label: "Farah" })
  await press(amna, who.ask)
  await amna.page.getByText(who.asked(amna.text.common.you, "Farah")).waitFor()
}

/** A whole draft with the person's answer, put before the second member. */
async function putForward(amna: Window): Promise<void> {
  const { forward, who } = amna.text.complaint
  await begin(amna)
  await writeAll(amna)
  await askFarah(amna)
  await personAnswers(run, person, WHO)
  await lookNow(amna)
  await amna.page.getByText(who.given).waitFor()
  await press(amna, forward.button)
  await amna.page.getByText(amna.text.complaint.look.drafter).waitFor()
}

/** The second member's window, at the report. */
async function farahAtIt(locale: Locale, width?: number): Promise<Window> {
  const farah = await opened(locale, "Farah", width)
  await openTheCase(farah, STORY)
  await farah.page.locator(".hand-off").getByRole("button").first().click()
  await farah.page.getByRole("heading", { name: farah.text.complaint.look.leaves }).waitFor()
  return farah
}

async function tickAll({ page, text }: Window): Promise<void> {
  for (const words of Object.values(text.complaint.look.check)) await page.getByLabel(words).check()
}

describe.each(["en", "ur"] as const)("a report to an agency in %s", (locale) => {
  test("is refused while it is not complete, then has two members behind it, and never the drafter alone", async () => {
    const amna = await amnaWithCase(locale)
    const { page, text } = amna
    const { choose, list, write, check, forward, who, look, stage, obstacle } = text.complaint
    const look_ = async (name: string, at: Window = amna, isKept = true) => {
      if (isKept) await keepShot(at.page, locale, name)
      expect(await faultsOf(at.page, { locale, hasExit: false })).toEqual([])
    }
    await press(amna, list.begin)
    await page.getByLabel(choose.matter).selectOption({ label: text.complaint.matter.cybercrime })
    await page.getByText(choose.here, { exact: true }).waitFor()
    await page.getByText(choose.wrongDoors).first().waitFor()
    await look_("complaint-01-agency")
    await page.locator(".agency-choice").first().getByRole("button").last().click()
    await field(amna, write.fact(1)).fill(FACT)

    // Not complete: it says so, leads there, and cannot be put forward.
    await page.getByText(obstacle.notComplete).waitFor()
    expect(await page.getByRole("button", { name: forward.button, exact: true }).count()).toBe(0)
    const missing = page.locator(".finding-links button").first()
    await look_("complaint-02-not-complete")
    await missing.click()
    expect(await page.evaluate(() => document.activeElement?.id.startsWith("complaint-"))).toBe(true)
    await writeAll(amna)
    await page.getByText(check.fine).waitFor()
    await page.getByText(obstacle.identityNotGiven).waitFor()
    await saveDraft(amna)
    await look_("complete", amna, false)

    // Who the person is: for one agency, for four eyes.
    await askFarah(amna)
    const asked = await newestHandOff(run, person)
    expect(asked.ask?.body).toMatchObject({
      to: { id: "door-nccia", inbox: "main" },
      purpose: ["investigation"],
      fields: ["full_name", "cnic", "gender", "mobile", "city", "address"],
    })
    expect(asked.ask?.body.readers).toHaveLength(2)
    expect(await page.getByRole("button", { name: forward.button, exact: true }).count()).toBe(0)
    await personAnswers(run, person, WHO)
    await lookNow(amna)
    await page.getByText(who.given).waitFor()
    await page.getByText(WHO.full_name).first().waitFor()
    await look_("complaint-03-before-the-second")

    // The drafter's own name is under it; the button to approve is not there.
    await press(amna, forward.button)
    await page.getByText(look.drafter).waitFor()
    expect(await page.getByRole("button", { name: look.approve, exact: true }).count()).toBe(0)
    await look_("drafter waits", amna, false)

    const farah = await farahAtIt(locale, 320)
    await farah.page.getByText(WHO.cnic).waitFor()
    await farah.page.getByText(BELIEF).first().waitFor()
    expect(await farah.page.getByRole("checkbox", { checked: true }).count()).toBe(0)
    await press(farah, look.approve)
    await farah.page.getByText(look.checksMissing).waitFor()
    await look_("complaint-04-second-look", farah)
    await tickAll(farah)
    await press(farah, look.approve)
    await farah.page.getByText(look.waitsForPerson).waitFor()
    await farah.page.getByText(stage.approved).first().waitFor()
    await look_("approved", farah, false)

    const { offered, approvals, drafts } = await newestHandOff(run, person)
    const directory = await directoryOf(run.reporter, run.organisation.deployment)
    const signed = approvals.map(({ body }) => readApproval(body.envelope, findStaffIn(directory)))
    expect(signed.map((one) => one?.approval.act)).toEqual(["drafted", "approved"])
    expect(new Set(signed.map((one) => one?.signer.memberId)).size).toBe(2)
    expect(offered?.body).toMatchObject({
      identity: "named",
      uses: 1,
      minor: "no",
      agencyNeedsName: true,
    })
    expect(offered?.body.law).toContain("182")
    expect(offered?.body.limits).toContain("no-media")
    expect(offered?.body.evidence.map(({ label }) => label)).toEqual(["chat.png"])
    // No word about who the person is stands where every reader of the case could read it.
    expect(JSON.stringify([offered?.body, drafts])).not.toContain(WHO.full_name)
    expect(offered?.body.fields.details).toContain(FACT)
    expect([...amna.complaints, ...farah.complaints]).toEqual([])
  })

  test("without a name cannot go to an agency that wants one: it says why and what else can be done", async () => {
    const amna = await amnaWithCase(locale, 320)
    await personSetsSwitches(run, person, ["anonymous", "no_media"])
    await lookNow(amna)
    await amna.page.getByText(amna.text.words.boundary.anonymous).first().waitFor()
    await begin(amna)
    await writeAll(amna)
    const { nameNeeded, write, who, forward, obstacle, contradiction } = amna.text.complaint
    await amna.page.getByText(nameNeeded.title).first().waitFor()
    await amna.page.getByText(nameNeeded.boundary).waitFor()
    await amna.page.getByText(nameNeeded.elsewhere).waitFor()
    await amna.page.getByText(obstacle.notComplete).waitFor()
    expect(await amna.page.getByRole("button", { name: forward.button, exact: true }).count()).toBe(0)
    await keepShot(amna.page, locale, "complaint-05-name-needed")
    expect(await faultsOf(amna.page, { locale, hasExit: false })).toEqual([])
    // By name instead: nobody may ask, as long as the person's switch says so.
    await amna.page.getByLabel(write.named).check()
    await amna.page.getByText(who.boundary).waitFor()
    await amna.page.getByText(contradiction.boundary(amna.text.words.boundary.anonymous)).waitFor()
    expect(await amna.page.getByRole("button", { name: who.ask, exact: true }).count()).toBe(0)
    expect(await amna.page.getByRole("button", { name: forward.button, exact: true }).count()).toBe(0)
    expect(amna.complaints).toEqual([])
  })
})

describe("a report that lies before the second member", () => {
  test("is stopped by a switch that the person turns on afterwards, on both desks and with the reason", async () => {
    const amna = await amnaWithCase("en")
    await putForward(amna)
    const farah = await farahAtIt("en")
    await personSetsSwitches(run, person, ["no_prosecution", "no_media"])
    const { look, contradiction } = farah.text.complaint
    const reason = contradiction.boundary(farah.text.words.boundary.no_prosecution)
    for (const one of [farah, amna]) {
      await lookNow(one)
      await one.page.getByText(reason).waitFor()
      expect(await one.page.getByRole("button", { name: look.approve, exact: true }).count()).toBe(0)
    }
    await press(amna, look.change)
    await amna.page.getByText(amna.text.complaint.forward.notYet).waitFor()
    await amna.page.getByText(reason).waitFor()
    expect((await newestHandOff(run, person)).approvals).toHaveLength(1)
    // The person lifts it again: then it may be approved.
    await personSetsSwitches(run, person, ["no_media"])
    await lookNow(farah)
    await farah.page.getByRole("button", { name: look.approve, exact: true }).waitFor()
  })

  test("goes back with a reason, comes again as another revision, and only that one is approved", async () => {
    const amna = await amnaWithCase("en")
    await putForward(amna)
    const farah = await farahAtIt("en")
    const { look, write, forward } = farah.text.complaint
    await press(farah, look.sendBack)
    await press(farah, look.sendBackYes)
    await farah.page.getByText(look.sendBackMissing).waitFor()
    await field(farah, look.sendBackLabel).fill(
      "The second fact is a guess. Please put it among the beliefs.",
    )
    await press(farah, look.sendBackYes)
    await farah.page.getByText(look.wasSentBack("Farah")).waitFor()

    await lookNow(amna)
    await amna.page.getByText("The second fact is a guess.").waitFor()
    await press(amna, write.addBelief)
    await field(amna, write.belief(2)).fill("That he has more pictures.")
    await press(amna, forward.button)
    await amna.page.getByText(look.drafter).waitFor()
    const { offered, drafts, sentBack } = await newestHandOff(run, person)
    expect([offered?.body.rev, drafts.at(-1)?.body.rev, sentBack]).toEqual([2, 2, null])
    expect(offered?.body.fields.details).toContain("That he has more pictures.")

    await lookNow(farah)
    await farah.page.getByText("That he has more pictures.").first().waitFor()
    await tickAll(farah)
    await press(farah, look.approve)
    await farah.page.getByText(look.waitsForPerson).waitFor()
    expect([...amna.complaints, ...farah.complaints]).toEqual([])
  })
})

describe("a report of somebody under 18", () => {
  test("needs a coordinator's name for the child beside the second member's, all by keyboard", async () => {
    const amna = await amnaWithCase("en", 1280, "under_18")
    const { who, look } = amna.text.complaint
    await begin(amna)
    await amna.page.getByText(who.secondMinor).waitFor()
    await writeAll(amna)
    await askFarah(amna)
    await personAnswers(run, person, WHO)
    await lookNow(amna)
    await amna.page.getByText(who.given).waitFor()
    await amna.page.getByRole("button", { name: amna.text.complaint.forward.button }).press("Enter")
    await amna.page.getByText(look.drafter).waitFor()

    const farah = await farahAtIt("en")
    const { page } = farah
    for (const words of Object.values(look.check)) await page.getByLabel(words).press("Space")
    await page.getByRole("button", { name: look.approve, exact: true }).press("Enter")
    await page.getByText(look.waitsForChild).first().waitFor()
    await page.getByRole("button", { name: look.childSign, exact: true }).press("Enter")
    await page.getByText(look.childMissing).waitFor()
    await page.getByLabel(look.childCheck).press("Space")
    await page.getByRole("button", { name: look.childSign, exact: true }).press("Enter")
    await page.getByText(look.waitsForPerson).waitFor()
    const { offered, approvals } = await newestHandOff(run, person)
    const directory = await directoryOf(run.reporter, run.organisation.deployment)
    const acts = approvals.map(
      ({ body }) => readApproval(body.envelope, findStaffIn(directory))?.approval.act,
    )
    expect(acts).toEqual(["drafted", "approved", "child_protection"])
    expect(offered?.body.minor).toBe("yes")
    expect([...amna.complaints, ...farah.complaints]).toEqual([])
  })
})

describe("what somebody types in a draft", () => {
  test("is still there after the desk was locked, and the page asks before it is thrown away", async () => {
    const amna = await amnaWithCase("en")
    await begin(amna)
    const { write, save } = amna.text.complaint
    await field(amna, write.fact(1)).fill(FACT)
    await amna.page.getByText(save.unsaved).waitFor()
    await amna.context.clearCookies()
    await lookNow(amna)
    await amna.page.getByRole("heading", { name: amna.text.signIn.title, level: 1 }).waitFor()
    await signInto(amna.page, "Amna")
    await until(async () => (await field(amna, write.fact(1)).inputValue()) === FACT, "the typing is gone")
    const asked = new Promise<string>((seen) =>
      amna.page.once("dialog", (dialog) => {
        seen(dialog.type())
        void dialog.dismiss()
      }),
    )
    await amna.page.evaluate(() => location.reload()).catch(() => undefined)
    expect(await asked).toBe("beforeunload")
  })

  test("is not lost when the same draft is saved from another window meanwhile: both are shown", async () => {
    const amna = await amnaWithCase("en")
    await begin(amna)
    const { write, behind, save } = amna.text.complaint
    await field(amna, write.fact(1)).fill(FACT)
    await saveDraft(amna)
    const other = await opened("en", "Amna")
    await openTheCase(other, STORY)
    await other.page.locator(".hand-off").getByRole("button").first().click()
    await field(other, write.fact(1)).fill("From the other window.")
    await field(amna, write.belief(1)).fill("Typed here, not saved.")
    await saveDraft(other)

    await lookNow(amna)
    await amna.page.getByText(behind.title("Amna")).waitFor()
    expect(await field(amna, write.belief(1)).inputValue()).toBe("Typed here, not saved.")
    await amna.page.getByText(behind.show).click()
    await amna.page.getByText("From the other window.").first().waitFor()
    await press(amna, behind.mine)
    await press(amna, save.button)
    await amna.page.getByText(save.saved).waitFor()
    const { drafts } = await newestHandOff(run, person)
    expect(drafts.map(({ body }) => body.rev)).toEqual([1, 2, 3])
    expect(drafts[1]?.body.draft.facts).toEqual(["From the other window."])
    expect(drafts[2]?.body.draft).toMatchObject({ facts: [FACT], beliefs: ["Typed here, not saved."] })
  })
})
