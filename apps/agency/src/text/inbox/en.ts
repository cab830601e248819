import { defineArea, plural } from "@shn/ui"
import type { ReleaseState } from "@shn/wire"

export const messages = defineArea({
  title: "What was sent to you",
  lead: "Each line is one complaint that a person has released to your agency.",
  viewed: "When you open one, the helpline and the person can see that you did, and when.",
  empty: "Nothing is waiting",
  emptyText: "When a person releases a complaint to your agency, it appears here by itself.",
  number: (code: string) => `Complaint ${code}`,
  handed: (day: string) => `Sent on ${day}`,
  until: (day: string) => `to be used until ${day}`,
  answers: (count: number) =>
    count === 0 ? "not answered yet" : `${count} ${plural(count, "answer", "answers")} from you`,
  open: "Open",
  state: {
    signed: "On its way",
    handed: "New",
    fetched: "Opened",
    recalled: "Taken back before you opened it",
    locked: "Taken back: please say what you do",
    answered: "Taken back, answered",
    over: "Its last day has passed",
  } satisfies Record<ReleaseState, string>,
})
