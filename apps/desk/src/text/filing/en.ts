import { defineArea } from "@shn/ui"

export const messages = defineArea({
  title: "To be filed by hand",
  nobodySends:
    "Nothing is sent by us. The person, or somebody they trust, files it. You may go along; nobody files it for them.",
  open: (agency: string) => `Open the sheet: ${agency}`,
  close: "Close it again",
  loading: "Fetching the list of offices",
  unknown: "An office that this desk does not know",
  identity:
    "Who they are stays with the person: they write these lines on their own phone or by hand on the paper.",
  record: "Write down only what has happened. The person sees it, and so does everybody who helps here.",
  people: {
    person: "The person",
    supporter: "Somebody they trust",
    staff: "The person, and I went along",
  },
  by: {
    person: "The person",
    supporter: "Somebody they trust",
    staff: (alias: string) => `The person, and ${alias} went along`,
  },
  failed: {
    closed: "This case no longer opens for you. Nothing was written down.",
    notMember: "Only those who help in this case can write it down.",
    moved: "The readers of this case have just changed. Please try again.",
  },
})
