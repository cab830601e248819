import { defineArea, plural } from "@shn/ui"

export const messages = defineArea({
  title: "Offers",
  intro:
    "Somebody needs you. Look at the preview first: it tells you enough to see whether you know anyone in it.",
  loading: "Looking for offers",
  emptyTitle: "No offers right now",
  empty: "We look again every few seconds. A new offer appears here by itself.",
  count: (count: number) => `${count} ${plural(count, "offer waits", "offers wait")} for you`,
  answerBy: (time: string) => `Answer by ${time}`,
  over: "The time for this offer is over. It goes to somebody else.",
  facts: {
    languages: "Language",
    gender: "Gender of expert",
    channel: "How they want to talk",
    province: "Where",
    act: "What it is about",
    minor: "Age",
  },
  openPreview: "Open the preview on this device",
  opening: "Opening it on this device",
  previewTitle: "Do you know anyone in this?",
  previewHint:
    "Only your device opened this. If you know a person, a family or a place named here, step aside. Nobody will ask you why.",
  nobodyNamed: "They named nobody.",
  lookedAtLog: "The person can see that you looked at this preview.",
  accept: "Accept this case",
  accepting: "Accepting",
  decline: "I cannot take this",
  declineTitle: "Why can you not take it?",
  declineHint: "It goes on to the next expert. Nobody counts this against you.",
  declineConfirm: "Send my no",
  keep: "Keep looking at it",
  previewFirst: "Open the preview before you accept.",
  conflictQuestion: "I have read this and I know nobody in it.",
  declined: "Thank you. The next expert is asked now.",
  accepted: "It is yours. Opening the case.",
  failure: {
    "not-for-me": "The preview does not open with your key. Please decline and tell a coordinator.",
    damaged: "The preview is damaged or not signed by the person. Do not accept it, and tell a coordinator.",
    "not-proposed":
      "The list of readers of this case does not name you. We sent nothing. Tell a coordinator.",
  },
})
