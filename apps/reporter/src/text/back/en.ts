import { defineArea } from "@shn/ui"

/** Everything said when a person comes back to their case. */
export const messages = defineArea({
  enter: {
    title: "Welcome back",
    lead: "Enter your code: nine groups of numbers, or nine words. Spaces do not matter.",
    label: "Your code",
    hint: "Only your phone reads it. The code itself is never sent.",
    open: "Open my case",
    wrong: "This code has a mistake or belongs to another helpline.",
    unknown: "No case opens with this code. If you did not finish sending, please start again.",
    lost: "Lost your code?",
    lostText:
      "We cannot open your case without it. That protects you from others. Please start a new one and write that you have been here before.",
    working: "Your phone is opening the lock…",
    slow: (percent: number) => `Your phone needs a little longer to open the lock: ${percent} %.`,
  },
  unsent: {
    title: "This case was never sent",
    text: "You got a code, but nothing was sent. Please start once more.",
    start: "Start again",
  },
  home: {
    title: "Your case",
    tabTalk: "Messages",
    tabReaders: "Who can read it",
    tabRules: "Your rules",
    refresh: "Look for new messages",
    upToDate: "You see everything that has arrived.",
    leave: "Close my case",
  },
  leaves: {
    tab: "What may leave",
    signature: (who: string, agency: string) => `${who} asks you: may this go to ${agency}?`,
    identity: (who: string, agency: string) => `${who} asks who you are, for ${agency}.`,
    calm: "Nothing leaves unless you sign it. You may say no.",
    open: "Read it first",
    failed: "This part has not come yet. Please try again when there is a connection.",
    someone: "Somebody of the helpline",
    office: "an office",
  },
  need: {
    offered: "An expert has been asked and is checking. Please look again later.",
    accepted: (alias: string) => `${alias} is at your side.`,
    held: "The coordinators keep this for you and look for someone.",
    withinAlways: (time: string) => `Somebody answers within ${time} after you sent it, day and night.`,
    within: (time: string) =>
      `Somebody answers within ${time} after you sent it, counted while the helpline is open.`,
  },
  talk: {
    empty: "No answer yet. Your words have arrived safely.",
    you: "You",
    write: "Write a message",
    send: "Send",
    epochMoved: "Who can read your case has just changed. Please look at the list, then send again.",
    story: "Your story",
    addFile: "Add a picture, recording or file",
    long: "This is longer than 200,000 characters. Please send it in two parts.",
  },
  readers: {
    title: "Who can read your case",
    since: (day: string) => `since ${day}`,
    proposed: "was asked; cannot read it yet",
    you: "with your code",
    because: (alias: string, reasons: string) => `${alias} ${reasons}.`,
    log: "Who looked, and on which day",
    logEmpty: "Nobody has looked yet.",
    logRead: (alias: string, day: string) => `${alias} opened your case on ${day}.`,
    logPreview: (alias: string, day: string) =>
      `${alias} saw only the lines about whom it concerns, on ${day}.`,
    remove: "Stop letting this person read",
    removeTitle: (alias: string) => `Should ${alias} no longer read?`,
    removeText:
      "From now on this person can open nothing new. What they have read before, they may remember. A coordinator looks for someone else if you need it.",
    removeYes: "Yes, take the key away",
    removeNo: "No, keep it as it is",
    removed: (alias: string) => `${alias} can open nothing new any more.`,
    unknown: "Someone who is not on our signed list",
    former: "Someone who used to be here",
  },
  rules: {
    title: "Who may join your case",
    saved: "Saved, signed by you.",
    boundaries: "Your switches",
    opposite: "If one says the opposite of another, the other goes off.",
  },
  finding: {
    title: "Please note",
    tampered: "One message did not match its signature, so we do not show it.",
    missing: "A message seems to be missing. Please write to your expert about it.",
    stranger: "A message came from someone who was not allowed to write here. We do not show it.",
    late: "A message came from someone after their key was taken away. We do not show it.",
    roster: "The list of readers has an entry that is not signed properly. We left it out.",
    other:
      "Something in this case does not fit together. What you see is signed correctly; the rest is not shown.",
    advice: "If this worries you, do not write anything new here and call one of the numbers.",
  },
})
