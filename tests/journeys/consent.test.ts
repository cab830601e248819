import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { render } from "@shn/consent"
import { type Boundary, dayOf, type Locale } from "@shn/domain"
import { formatDay, isolateLtr, isolateName } from "@shn/ui"
import { REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import type { ConsentText } from "../../apps/reporter/src/text/consent/area.ts"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import {
  ANONYMOUS,
  answerTo,
  askWho,
  handOverMadeUp,
  offer,
  offerApproved,
  officerAnswers,
  partOf,
  personSendsPicture,
  rotateInboxOf,
  signAct,
  signedBy,
} from "../support/hand-off.ts"
import { call, comeBack } from "../support/person.ts"
import { type Running, startHelpline, TEST_HELPLINE, until } from "../support/running.ts"
import { enterCode, heading, phoneOf, press, tap } from "../support/screens.ts"
import {
  AGENCY,
  APPROVER,
  beginWay,
  DRAFTER,
  FIELDS,
  fetchPackage,
  listOf,
  officerVisit,
  openedByPerson,
  type Way,
} from "../support/way.ts"

// What a person reads, signs, refuses and takes back on a phone, while the desk and the agency do their part without screens.
type Phone = Awaited<ReturnType<typeof phoneOf>>
const STORY = "He writes to me every night and sends pictures to my class."

let run: Running
let browser: Browser
let phone: Phone
let way: Way
let text: ConsentText
let office: string
const organisationDir = mkdtempSync(join(tmpdir(), "shn-consent-"))

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await phone?.close()
  await run?.close()
})
afterAll(async () => {
  await browser?.close()
  rmSync(organisationDir, { recursive: true, force: true })
})

/** A helpline of its own, a case, and a phone that is about to be used. */
async function begin(
  locale: Locale,
  options: { width?: number; actor?: string; keeps?: readonly string[] } = {},
) {
  cpSync(TEST_HELPLINE, organisationDir, { recursive: true })
  run = await startHelpline({ helpline: organisationDir })
  await earlyInAHalfMinute()
  way = await beginWay(run, STORY)
  phone = await phoneOf(browser, locale, { actor: "consent", keeps: [], ...options })
  text = (await import(`../../apps/reporter/src/text/consent/${locale}.ts`)).messages
  const found = (await listOf(way)).agencies.find(({ agencyId }) => agencyId === AGENCY)
  office = isolateName(found?.names[locale] ?? "")
}

/** Signing in takes seconds; six digits that are already half a minute old must not grow too old on the way. */
async function earlyInAHalfMinute(): Promise<void> {
  const leftMs = 30_000 - (Date.now() % 30_000)
  if (leftMs < 10_000) await new Promise((resume) => setTimeout(resume, leftMs + 100))
}

const says = (sentence: string) => phone.page.getByText(sentence, { exact: false }).first().waitFor()
const room = (title: string) =>
  phone.page.getByRole("heading", { name: title, exact: true }).first().waitFor({ timeout: 30_000 })

/** Opens the case with the code. */
async function comesBack(locale: Locale): Promise<void> {
  await enterCode(phone, run, locale, way.person.receipt)
  await heading(phone.page, phone.words.back.home.title)
}

/** Reads the case again, in the room of what may leave that was open last. */
async function looksAgain(title: string = text.title): Promise<void> {
  const { page, words } = phone
  await press(page, words.back.home.refresh)
  await says(words.back.home.upToDate)
  await page.getByRole("tab", { name: words.back.leaves.tab }).click()
  await room(title)
}

const opens = (act: string) => press(phone.page, `${act}: ${office}`)

async function goesOn(toTitle: string): Promise<void> {
  await press(phone.page, text.sign.next)
  await room(toTitle)
}

/** Every step from the first to the signature. @param onStep called on each */
async function goesToTheSignature(options: {
  readonly codeWord: string
  readonly urgent: boolean
  readonly onStep?: (name: string) => Promise<void>
}): Promise<void> {
  const { page } = phone
  const { sign } = text
  const onStep = options.onStep ?? (async () => undefined)
  await room(sign.who.title)
  await onStep("who")
  await goesOn(sign.what.title)
  await onStep("what")
  await goesOn(sign.against.title)
  await onStep("against")
  await goesOn(sign.truth.title)
  expect(await page.getByRole("checkbox").first().isChecked()).toBe(false)
  await press(page, sign.next)
  await says(sign.truth.missing)
  await tap(page, sign.truth.tick)
  await onStep("truth")
  if (options.codeWord !== "") {
    await goesOn(sign.code.title)
    await press(page, sign.next)
    await says(sign.code.missing)
    await page.getByLabel(sign.code.label).fill(options.codeWord)
    await onStep("code")
  }
  await goesOn(sign.when.title)
  expect(await page.getByRole("checkbox").first().isChecked()).toBe(false)
  await onStep("when")
  if (options.urgent) await tap(page, sign.when.tick)
  await goesOn(sign.sign.title)
  await onStep("sign")
}

const paperOf = (page: Page) => page.locator(".paper").first().innerText()
const lettersOf = (words: string) => words.replace(/\s+/g, " ").trim()

async function releasesOf() {
  const token = await comeBack(run.reporter, way.person.keys)
  return (await call(run.reporter, REPORTER_ROUTES.releases, {}, token)).releases
}

async function boundariesInCase(): Promise<readonly Boundary[]> {
  const { opened } = await openedByPerson(way)
  const told = opened.conversation.messages.flatMap(({ content }) =>
    content.kind === "policy" ? [content.body.boundaries] : [],
  )
  return told.at(-1) ?? []
}

describe.each(["en", "ur", "ur-Latn"] as const)("in %s", (locale) => {
  test("a person says who they are to two people alone, reads, signs, sees the answer of the agency, and takes it back", async () => {
    await begin(locale, {
      width: 320,
      keeps: ["asked", "identity", "who", "what", "code", "answers", "take-back"],
    })
    const { page, words } = phone
    // From the top: where the page happens to be scrolled to, the bar with the exit may lie over half a link.
    const audit = async () => {
      await page.evaluate(() => scrollTo(0, 0))
      expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    }
    const picture = await personSendsPicture(way, "IMG_1.png", "Picture of 3 November")
    await askWho(way)
    await comesBack(locale)
    await says(words.back.leaves.identity(isolateName(DRAFTER), office))
    await phone.shot("asked")
    await audit()
    await press(page, words.back.leaves.open)
    await room(text.title)
    await opens(text.act.answer)
    await room(text.identity.title(office))
    await says(text.identity.readers(words.words.list.and([DRAFTER, APPROVER].map(isolateName))))
    for (const field of await page.getByRole("textbox").all()) expect(await field.inputValue()).toBe("")
    await press(page, text.identity.send)
    await says(text.identity.nothing)
    await page.getByLabel(text.identity.field.full_name).fill("عائشہ خان")
    await page.getByLabel(text.identity.field.cnic).fill("۴۲۱۰۱ ۱۲۳۴۵۶۷")
    await press(page, text.identity.send)
    await says(text.identity.error["cnic-wrong"])
    await phone.shot("identity")
    await audit()
    await page.getByLabel(text.identity.field.cnic).fill("۴۲۱۰۱ ۱۲۳۴۵۶۷ ۱")
    await press(page, text.identity.send)
    await says(text.stand.told)
    const said = await answerTo(way, way.drafter)
    expect(said).toEqual({ full_name: "عائشہ خان", cnic: "۴۲۱۰۱ ۱۲۳۴۵۶۷ ۱" })
    expect(await answerTo(way, way.approver)).toEqual(said)

    await offerApproved(way, said, [picture])
    await looksAgain()
    await says(text.stand.yours(isolateName(DRAFTER)))
    await phone.shot("yours")
    await audit()
    await opens(text.act.read)
    await goesToTheSignature({
      codeWord: "ستارہ",
      urgent: true,
      onStep: async (name) => {
        if (name === "what") {
          await says("42101-1234567-1")
          await says(FIELDS.details?.split("\n")[1] ?? "?")
          await page.getByRole("img", { name: text.sign.what.covered("Picture of 3 November") }).waitFor()
          expect(await page.locator(".thumb--covered img").count()).toBe(1)
        }
        if (name === "against") {
          await says("She once gave him her number.")
          await says(text.sign.against.approved(isolateName(APPROVER)))
        }
        await phone.shot(name)
        await audit()
      },
    })
    const shown = await paperOf(page)
    await press(page, text.sign.sign.button)
    await says(text.sign.sign.done)
    await says(text.given.stage.packing)
    const [signed] = await signedBy(way)
    if (signed === undefined) throw new Error("nothing was signed")
    // What the person saw is what they signed, letter for letter.
    expect(lettersOf(shown)).toBe(lettersOf(signed.consent.text))
    expect(render(signed.consent, locale)).toBe(signed.consent.text)
    expect(signed.consent).toMatchObject({ urgent: true, identity: "named", seq: 1 })
    expect((await releasesOf()).map(({ releaseId }) => releaseId)).toEqual([signed.release.releaseId])
    const { handOffs } = await openedByPerson(way)
    expect(handOffs.handOffs[0]?.signed?.body.codeWord).toBe("ستارہ")

    await handOverMadeUp(way, signed)
    await earlyInAHalfMinute()
    const officer = await officerVisit(run, "Rabia", Date.now() - 30_000)
    await fetchPackage(officer, signed.release.releaseId, 1)
    const received = await officerAnswers(
      officer,
      signed,
      { kind: "received", diary: "1234/26", note: "" },
      null,
    )
    const fir = await officerAnswers(
      officer,
      signed,
      { kind: "fir", number: "77/2026", sections: ["PECA 2016, s. 20"], note: "Please come on Monday." },
      received,
    )
    await looksAgain()
    await opens(text.act.look)
    await says(text.answer.received(isolateLtr("1234/26")))
    await says(text.answer.fir(isolateLtr("77/2026"), isolateLtr("PECA 2016, s. 20")))
    await says("Please come on Monday.")
    await says(text.given.view(isolateName("Rabia"), formatDay(dayOf(Date.now() + 5 * 3_600_000), locale)))
    await phone.shot("answers")
    await audit()

    await press(page, text.takeBack.button)
    await says(text.takeBack.cannotBe.copy)
    await phone.shot("take-back")
    await audit()
    await press(page, text.takeBack.yes)
    await says(text.takeBack.done)
    await says(text.given.stage.locked)
    expect((await releasesOf())[0]?.state).toBe("locked")
    expect((await openedByPerson(way)).handOffs.revoked).toHaveLength(1)
    await officerAnswers(officer, signed, { kind: "stopped", note: "" }, fir)
    await looksAgain(text.given.title(office))
    await says(text.given.stage.answered)
    await says(text.answer.stopped)
    await phone.shot("stopped")
    expect(phone.complaints).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  }, 300_000)
})

describe("nobody signs what they do not want to", () => {
  test("a person who would rather not say who they are is asked once, and is told what else can be done", async () => {
    await begin("ur")
    await askWho(way)
    await comesBack("ur")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.answer)
    await press(phone.page, text.identity.no)
    await says(text.stand["kept-back"])
    expect(await answerTo(way, way.drafter)).toEqual({})
    await phone.page.getByRole("tab", { name: phone.words.back.home.tabTalk }).click()
    await says(text.identity.noMessage(office))
    expect(await phone.page.getByText(phone.words.back.leaves.calm).count()).toBe(0)
  })

  test("a person who does not sign says so with or without words, nothing leaves, and nothing asks again", async () => {
    await begin("ur")
    const body = await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("ur")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.read)
    await room(text.sign.who.title)
    await press(phone.page, text.sign.no)
    await phone.page.getByLabel(text.refuse.words).fill("اس میں میرے بھائی کا نام نہ ہو۔")
    await press(phone.page, text.refuse.button)
    await says(text.stand.refused)
    const { handOffs } = await openedByPerson(way)
    const no = handOffs.handOffs[0]?.notSigned?.body
    expect(no).toEqual({ draftId: body.draftId, rev: 1, words: "اس میں میرے بھائی کا نام نہ ہو۔" })
    expect(await releasesOf()).toEqual([])
    await phone.page.getByRole("tab", { name: phone.words.back.home.tabTalk }).click()
    expect(await phone.page.getByText(phone.words.back.leaves.calm).count()).toBe(0)
  })

  test("what was signed and waits for its day can be taken back before it leaves", async () => {
    await begin("en")
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("en")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.read)
    await goesToTheSignature({ codeWord: "star", urgent: false })
    await press(phone.page, text.sign.sign.button)
    await says("It waits until")
    await opens(text.act.look)
    await press(phone.page, text.takeBack.button)
    await says(text.takeBack.stops.inside)
    await press(phone.page, text.takeBack.yes)
    await says(text.given.stage["taken-back"])
    expect((await releasesOf())[0]?.state).toBe("recalled")
  })
})

describe("what contradicts itself cannot be signed, and says why", () => {
  test("an office that wants a name cannot get a complaint without one; what else can be done is said", async () => {
    await begin("ur", { keeps: ["needs-name"], actor: "consent-anonymous" })
    await offerApproved(way, null, [], ANONYMOUS)
    await comesBack("ur")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.read)
    await says(text.stop.code["agency-needs-name"])
    await says(text.stop.elseWay.takeDown)
    await phone.shot("needs-name")
    expect(await faultsOf(phone.page, { locale: "ur", hasExit: true })).toEqual([])
    expect(await phone.page.getByRole("button", { name: text.sign.next }).count()).toBe(0)
    expect(await signedBy(way)).toEqual([])
  })

  test("a switch that was set after the drafting stops the signature until the person lifts it, knowingly", async () => {
    await begin("en", { keeps: ["boundary"], actor: "consent-boundary" })
    const { page, words } = phone
    const name = words.words.boundary.no_prosecution
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("en")
    await page.getByRole("tab", { name: words.back.home.tabRules }).click()
    await page.getByRole("switch", { name }).click()
    await says(words.back.rules.saved)
    await page.getByRole("tab", { name: words.back.leaves.tab }).click()
    await opens(text.act.read)
    await says(text.stop.code.boundary(name))
    await phone.shot("boundary")
    expect(await faultsOf(page, { locale: "en", hasExit: true })).toEqual([])
    await press(page, text.lift.button(name))
    await says(text.lift.text)
    await press(page, text.lift.yes)
    await room(text.sign.who.title)
    expect(await boundariesInCase()).toEqual(["no_media"])
  })

  test("while nobody may learn who they are, nobody may ask; the person may lift that, and then answer", async () => {
    await begin("en")
    const { page, words } = phone
    const name = words.words.boundary.anonymous
    await askWho(way)
    await comesBack("en")
    await page.getByRole("tab", { name: words.back.home.tabRules }).click()
    await page.getByRole("switch", { name }).click()
    await says(words.back.rules.saved)
    await page.getByRole("tab", { name: words.back.leaves.tab }).click()
    await opens(text.act.answer)
    await says(text.blocked.text(name))
    expect(await page.getByLabel(text.identity.field.cnic).count()).toBe(0)
    await press(page, text.lift.button(name))
    await press(page, text.lift.yes)
    await page.getByLabel(text.identity.field.cnic).waitFor()
    expect(await partOf(way)).toBeNull()
  })
})

describe("what nobody else stands behind cannot be signed", () => {
  const stops = async (sentence: string) => {
    await looksAgain()
    await opens(text.act.look)
    await says(sentence)
    expect(await phone.page.getByRole("button", { name: text.sign.next }).count()).toBe(0)
    await press(phone.page, text.sign.later)
    await room(text.title)
  }

  test("one approval is missing, or it is the drafter's own, or it is about another text", async () => {
    await begin("en")
    const free = { ...ANONYMOUS, agencyNeedsName: false }
    await comesBack("en")
    const alone = await offer(way, [], free)
    await signAct(way, way.drafter, "drafted", alone, null)
    await stops(text.stop.code["not-approved"])
    await signAct(way, way.drafter, "approved", alone, null)
    await stops(text.stop.code["approved-by-drafter"])

    const other = await offer(way, [], { ...free, fields: { ...FIELDS, category: "Something else" } })
    const agreed = { ...other, fields: FIELDS }
    await signAct(way, way.drafter, "drafted", agreed, null)
    await signAct(way, way.approver, "approved", agreed, null)
    await looksAgain()
    await opens(text.act.read)
    await says(text.stop.code["changed-since-approved"])
    expect(await phone.page.getByRole("button", { name: text.sign.next }).count()).toBe(0)
  })

  test("the agency's lock was changed between putting it forward and signing", async () => {
    await begin("ur")
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await run.kill("SIGTERM")
    await rotateInboxOf(organisationDir)
    await run.restart()
    await comesBack("ur")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.read)
    await says(text.stop.code["key-changed"])
    expect(await signedBy(way)).toEqual([])
  })
})

describe("the room of what may leave", () => {
  test("waits, fails, tries again and is empty in words; its code comes when it is opened and not before", async () => {
    await begin("en")
    const { page, words } = phone
    // Its name and a hash of eight letters; "load-area" is another, smaller file.
    const isCode = (path: string) => /\/assets\/load-[\w-]{8}\.js$/.test(path)
    await comesBack("en")
    expect(run.reporterLine.log.some(({ path }) => isCode(path))).toBe(false)
    run.reporterLine.tamper({ before: (path) => (isCode(path) ? "cut" : undefined) })
    await page.getByRole("tab", { name: words.back.leaves.tab }).click()
    await says(words.back.leaves.failed)
    run.reporterLine.tamper({ before: (path) => (path === "/api/case/releases" ? "cut" : undefined) })
    await press(page, words.common.tryAgain)
    await says(words.help.failed.offline)
    expect(await faultsOf(page, { locale: "en", hasExit: true })).toEqual([])
    run.reporterLine.tamper({})
    await press(page, words.common.tryAgain)
    await says(text.empty)
    expect(await faultsOf(page, { locale: "en", hasExit: true })).toEqual([])
  })

  test("a voice of the phone reads the very words, and is silent as soon as they are gone", async () => {
    await begin("en")
    const { page, words } = phone
    await page.addInitScript(() => {
      const heard: string[] = []
      const voice = { lang: "en-GB", localService: true }
      const value = {
        getVoices: () => [voice],
        speak: (said: { text: string }) => heard.push(said.text),
        cancel: () => heard.push("(silence)"),
      }
      Object.defineProperty(globalThis, "speechSynthesis", { value })
      class Said {
        constructor(readonly text: string) {}
        addEventListener() {}
      }
      Object.assign(globalThis, { SpeechSynthesisUtterance: Said, heard })
    })
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("en")
    await press(page, words.back.leaves.open)
    await opens(text.act.read)
    await room(text.sign.who.title)
    await press(page, text.sign.aloud)
    const lines = (await page.locator(".paper-line").allInnerTexts()).map((line) => line.trim())
    expect((await heard()).filter((line) => line !== "(silence)")).toEqual(lines)
    expect((await heard()).at(-1)).toBe(lines.at(-1))
    await goesOn(text.sign.what.title)
    expect((await heard()).at(-1)).toBe("(silence)")
  })
})

describe("a bad day for a phone", () => {
  test("a clock three days off is asked about before signing, also where it was believed before", async () => {
    await begin("en")
    const { page, words } = phone
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    const phoneDay = Date.now() + 3 * 86_400_000
    await page.clock.install({ time: phoneDay })
    await enterCode(phone, run, "en", way.person.receipt)
    const days = [phoneDay, Date.now()].map((ms) => formatDay(dayOf(ms), "en")) as [string, string]
    await press(page, words.help.clock.phone(days[0]))
    await press(page, words.back.leaves.open)
    await opens(text.act.read)
    await says(text.clock.text(...days))
    expect(await page.getByRole("button", { name: text.sign.next }).count()).toBe(0)
    await press(page, text.clock.server(days[1]))
    await goesToTheSignature({ codeWord: "star", urgent: true })
    await press(page, text.sign.sign.button)
    await says(text.given.stage.packing)
    const [signed] = await signedBy(way)
    expect(dayOf((signed?.consent.at ?? 0) * 1000)).toBe(dayOf(Date.now()))
  })

  test("a line that is cut at each point of signing leaves nothing half said, and nothing is said twice", async () => {
    await begin("ur", { keeps: ["unsent"], actor: "consent-line" })
    const { page, words } = phone
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("ur")
    await press(page, words.back.leaves.open)
    await opens(text.act.read)
    await goesToTheSignature({ codeWord: "ستارہ", urgent: true })
    // Nothing gets through; then the message arrives and its answer does not.
    for (const how of ["cut", "cut-after"] as const) {
      run.reporterLine.tamper({ before: (path) => (path === "/api/case/envelopes" ? how : undefined) })
      if (how === "cut") await press(page, text.sign.sign.button)
      else await press(page, words.common.tryAgain)
      await says(text.sign.sign.unsent)
    }
    await phone.shot("unsent")
    expect(await faultsOf(page, { locale: "ur", hasExit: true })).toEqual([])
    // The case has it; the server gets no release.
    run.reporterLine.tamper({
      before: (path, body) => (path === "/api/case/releases" && body.length > 0 ? "cut" : undefined),
    })
    await press(page, words.common.tryAgain)
    await says(text.given.stage.unsent)
    expect(await releasesOf()).toEqual([])
    expect(await signedBy(way)).toHaveLength(1)

    // On another day the phone sends it by itself.
    run.reporterLine.tamper({})
    await page.reload()
    await comesBack("ur")
    await page.getByRole("tab", { name: words.back.leaves.tab }).click()
    await says(text.given.stage.packing)
    expect(await releasesOf()).toHaveLength(1)
    expect(await signedBy(way)).toHaveLength(1)

    // Taking back: cut before, then its answer lost.
    await opens(text.act.look)
    await press(page, text.takeBack.button)
    run.reporterLine.tamper({ before: (path) => (path.endsWith("/revoke") ? "cut" : undefined) })
    await press(page, text.takeBack.yes)
    await says(text.takeBack.failed)
    expect((await releasesOf())[0]?.state).toBe("signed")
    run.reporterLine.tamper({ before: (path) => (path === "/api/case/envelopes" ? "cut" : undefined) })
    await press(page, text.takeBack.yes)
    await says(text.given.stage["taken-back"])
    expect((await openedByPerson(way)).handOffs.revoked).toEqual([])
    run.reporterLine.tamper({})
    await looksAgain(text.given.title(office))
    await says(text.given.stage["taken-back"])
    await until(
      async () => (await openedByPerson(way)).handOffs.revoked.length === 1,
      "the case was not told",
    )
  })

  test("a server that forges an answer, or keeps one back, is noticed and said", async () => {
    await begin("en")
    await offerApproved(way, null, [], { ...ANONYMOUS, agencyNeedsName: false })
    await comesBack("en")
    await press(phone.page, phone.words.back.leaves.open)
    await opens(text.act.read)
    await goesToTheSignature({ codeWord: "star", urgent: true })
    await press(phone.page, text.sign.sign.button)
    await says(text.given.stage.packing)
    const [signed] = await signedBy(way)
    if (signed === undefined) throw new Error("nothing was signed")
    await handOverMadeUp(way, signed)
    await earlyInAHalfMinute()
    const officer = await officerVisit(run, "Kamran", Date.now() - 30_000)
    await fetchPackage(officer, signed.release.releaseId, 1)
    const first = await officerAnswers(officer, signed, { kind: "received", diary: "9/26", note: "" }, null)
    await officerAnswers(officer, signed, { kind: "enquiry", number: "12/26", note: "" }, first)
    type Answered = { releases: { answers: { bytes: string }[] }[] }
    run.reporterLine.tamper({
      json: (path, answer) => {
        if (path !== "/api/case/releases") return answer
        const { releases, ...rest } = answer as Answered
        return { ...rest, releases: releases.map((one) => ({ ...one, answers: one.answers.slice(1) })) }
      },
    })
    await looksAgain()
    await opens(text.act.look)
    await says(text.finding["answer-missing"])
    await says(text.answer.enquiry(isolateLtr("12/26")))
  })
})
