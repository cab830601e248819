import { defineArea } from "@shn/ui"

/** A complaint for an office that has no inbox with us. What both apps say stands in the catalogue of the components. */
export const messages = defineArea({
  title: "To hand in yourself",
  nobodySends: "Nothing is sent by us. You, or somebody you trust, file it.",
  why: "This office is not connected with us. So the complaint is laid out here for its own form, line by line.",
  open: (agency: string) => `Open: ${agency}`,
  close: "Close it again",
  unknown: "An office that this page does not know",
  identityTitle: "About you",
  identity:
    "What you write about yourself stays on this screen. It is not kept on this phone and not sent to us, and it is gone when you leave. You may leave it empty and write it by hand.",
  files:
    "The files in the list are in this case. Take your own copies along; give no original out of your hand.",
  record:
    "If you like, write it down here. Then you, and those who help you, know where it stands. You can also do it another day.",
  people: { person: "I did", supporter: "Somebody I trust" },
  by: {
    person: "You",
    supporter: "Somebody you trust",
    staff: (alias: string) => `You, and ${alias} went along`,
  },
})
