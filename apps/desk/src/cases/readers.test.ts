import { type OpenedCase, openCase } from "@shn/sealed"
import { beforeAll, describe, expect, it } from "vitest"
import {
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  newCase,
  staff,
  value,
} from "../../../../tests/support/helpline.ts"
import { boundariesNow } from "./boundaries-now.ts"
import { readerLines, removalOf } from "./readers.ts"
import { reasonsFor, timelineOf } from "./timeline.ts"

let helpline: MadeUpHelpline
let opened: OpenedCase
let alone: OpenedCase

beforeAll(async () => {
  helpline = await madeUpHelpline("desk readers")
  const open = async (coordinators: readonly string[]) => {
    const { stored } = await newCase(helpline, { coordinators })
    return value(
      await openCase({ view: stored, me: staff(helpline, "Sana").keys, directory: helpline.directory }),
    )
  }
  opened = await open(["Sana", "Bilal"])
  alone = await open(["Sana"])
})

const key = (alias: string) => keyOf(helpline, alias)
const reporter = () => opened.roster.readers.find((reader) => reader.role === "reporter")!.keyId

describe("the list of who can read a case", () => {
  it("begins with the person, then those who can read, then those who were only asked", () => {
    const lines = readerLines(opened, helpline.directory, key("Sana"))
    expect(lines.map((line) => [line.role, line.alias, line.state])).toEqual([
      ["reporter", null, "member"],
      ["coordinator", "Sana", "member"],
      ["coordinator", "Bilal", "member"],
      ["expert", "Hina", "proposed"],
      ["expert", "Zara", "proposed"],
    ])
    expect(lines.filter((line) => line.isMe).map((line) => line.alias)).toEqual(["Sana"])
  })
})

describe("taking a reader off a case", () => {
  it("is allowed to a coordinator of the case, for an expert and for a colleague", () => {
    expect(removalOf(opened, key("Sana"), key("Hina"))).toBeNull()
    expect(removalOf(opened, key("Sana"), key("Bilal"))).toBeNull()
  })
  it("is never possible for the person themself", () => {
    expect(removalOf(opened, key("Sana"), reporter())).toBe("reporter")
  })
  it("is not for experts, nor for coordinators of other cases", () => {
    expect(removalOf(opened, key("Hina"), key("Zara"))).toBe("notCoordinator")
    expect(removalOf(alone, key("Bilal"), key("Hina"))).toBe("notCoordinator")
  })
  it("is not for oneself", () => {
    expect(removalOf(opened, key("Sana"), key("Sana"))).toBe("you")
  })
})

describe("what the desk reads out of an opened case", () => {
  it("shows the person's switches", () => {
    expect(boundariesNow(opened.conversation)).toEqual(["no_media"])
  })
  it("does not claim that there are no switches when none could be opened", () => {
    expect(boundariesNow({ ...opened.conversation, messages: [] })).toBeNull()
  })
  it("takes the newest switches that the person has sent", () => {
    const [first] = opened.conversation.messages
    const later = {
      ...first!,
      content: { kind: "policy", body: { policy: "ask_me", boundaries: ["no_media", "anonymous"] } } as const,
    }
    expect(boundariesNow({ ...opened.conversation, messages: [first!, later] })).toEqual([
      "anonymous",
      "no_media",
    ])
  })
  it("does not repeat the story in the conversation", () => {
    expect(timelineOf(opened, helpline.directory, key("Sana"))).toEqual([])
  })
  it("puts days between messages and each message on its writer's side", () => {
    const [intake] = opened.conversation.messages
    const text = (
      at: string,
      author: ReturnType<typeof key>,
      role: "reporter" | "coordinator",
      words: string,
    ) => ({
      ...intake!,
      msgId: at as (typeof intake & object)["msgId"],
      at,
      author,
      role,
      content: { kind: "text", body: { text: words } } as const,
    })
    const messages = [
      text("2026-11-23T08:00:00.000Z", reporter(), "reporter", "It happened again"),
      text("2026-11-23T09:00:00.000Z", key("Sana"), "coordinator", "I am reading"),
      text("2026-11-24T07:00:00.000Z", key("Bilal"), "coordinator", "I read it too"),
    ]
    const items = timelineOf(
      { ...opened, conversation: { ...opened.conversation, messages } },
      helpline.directory,
      key("Sana"),
    )
    expect(items.map((item) => (item.kind === "text" ? `${item.side}: ${item.text}` : item.kind))).toEqual([
      "day",
      "theirs: It happened again",
      "mine: I am reading",
      "day",
      "staff: I read it too",
    ])
  })
  it("tells why an expert was asked, in codes that have words", () => {
    expect(reasonsFor(opened, key("Hina"))).toEqual(["speaks_language"])
    expect(reasonsFor(opened, key("Omar"))).toEqual([])
  })
})
