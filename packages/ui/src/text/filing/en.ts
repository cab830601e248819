import { defineArea } from "../define.ts"

/** A complaint for an agency that has no account here: laid out for its own form, and handed in by hand. */
export const messages = defineArea({
  title: (agency: string) => `To hand in at: ${agency}`,
  mark: {
    verify: "please check",
    notReviewed: "not yet reviewed",
    expired: "out of date",
  },
  place: {
    title: "Where it goes",
    web: "Web address",
    mail: "E-mail",
    phone: "Phone",
    none: "We know of no web address and no number. It is handed in on paper.",
    how: "How to reach them, and what to expect",
    checked: (day: string) => `Last checked on ${day}.`,
    notReviewed: "Nobody from outside has reviewed this yet.",
    expired: "Nobody has looked at this again in time. Ask the office before you go.",
    verify: "Some of this could not be confirmed. Please check it with the office.",
    wrong: "People often take this office for it. It is the wrong one:",
  },
  missing: {
    title: "Still missing",
    lead: "Without these the form is usually sent back.",
    none: "Nothing that the form needs is missing.",
  },
  line: {
    letters: (used: string, limit: string) => `${used} of ${limit} letters`,
    copyThis: (question: string) => `Copy: ${question}`,
    selected:
      "This browser does not let us copy. The words are marked now: copy them with your phone's own menu, or Ctrl and C.",
    empty: "Nothing is written here yet.",
    byHand: "The person writes this themselves.",
    cut: "Their box takes no more. The rest stands on the extra page.",
    annex: "Extra page",
    annexNote: "What did not fit into the box. It is handed in together with the form.",
  },
  wrong: {
    "cnic-wrong": "A CNIC has 13 digits, such as 42101-1234567-1.",
    "phone-wrong": "This does not look like a whole phone number.",
    "email-wrong": "This does not look like a whole e-mail address.",
    "day-wrong": "Please write the day as 2001-02-28.",
    "letters-broken": "There are signs in it that cannot be printed. Please write it again.",
  },
  print: {
    open: "See how it is printed",
    close: "Close the preview",
    print: "Print",
    note: "This is what comes out of the printer: no name of a helpline, no web address of ours. Empty lines are there to be filled in by hand.",
    caution:
      "Paper can be found. A printer or a shared computer may keep a copy. Print where it is safe for you.",
  },
  paper: {
    title: "Complaint",
    to: (agency: string) => `To: ${agency}`,
    annex: "Extra page",
    signature: "Signature",
    day: "Date",
  },
  record: {
    title: "Has it been handed in?",
    day: "On which day",
    dayHint: "Day, month and year in numbers, such as 23-11-2026.",
    way: "How",
    ways: {
      portal: "On their website",
      mail: "By e-mail",
      post: "By post",
      in_person: "At their office",
      phone: "By phone",
    },
    reference: "The number they gave",
    referenceHint: "Diary number, tracking number or receipt number. Leave it empty if they gave none.",
    by: "Who handed it in",
    save: "Write it down",
    saved: "It is written down.",
    problem: {
      "not-a-day": "Please write the day in numbers, such as 23-11-2026.",
      "day-in-future": "That day has not come yet. Please look at it once more.",
      "reference-too-long": "That is longer than any such number. Please write only the number.",
      "letters-broken": "There are signs in it that we cannot keep. Please write the number again.",
      way: "Please choose how it was handed in.",
      by: "Please choose who handed it in.",
    },
  },
  filed: {
    title: "Handed in",
    agency: "Where",
    day: "Day",
    way: "How",
    reference: "Their number",
    noReference: "None was given",
    by: "Handed in by",
  },
  failed: {
    load: "The list of offices could not be fetched. Check your internet and try again.",
    "unknown-agency":
      "This page does not know the office that this was written for. Load the page again, or ask.",
    "no-form": "For this office we do not know what its form asks. Please ask the office first.",
  },
})
