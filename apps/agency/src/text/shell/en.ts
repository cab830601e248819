import { defineArea } from "@shn/ui"

export const messages = defineArea({
  app: "Inbox for officers",
  signedInAs: (alias: string, agency: string) => `${alias} · ${agency}`,
  signOut: "Sign out",
  checking: "Looking for news",
  upToDate: (time: string) => `Last looked at ${time}`,
  noConnection: (time: string) => `No connection since ${time}. We keep trying.`,
  sessionEndedTitle: "Please sign in again",
  sessionEnded:
    "Your session has ended, to keep what was sent to you safe. What you were writing is still here and waits for you. If you cannot sign in any more, your access may have been ended: ask the head of your office or the helpline.",
  insecureTitle: "Open this page over https",
  insecure:
    "This address is not protected, so your device cannot open sealed packages here. Ask the helpline for the address that begins with https.",
  directoryTitle: "The helpline's list of keys does not pass our check",
  directory: {
    damaged: "It cannot be read. Nothing can be opened until it is put right. Please tell the helpline.",
    "bad-chain":
      "It is not signed by the helpline. Somebody may have swapped it. Nothing is opened until it is put right. Please tell the helpline by telephone.",
    "older-version":
      "It is older than one this device has seen before. Nothing is opened until it is put right. Please tell the helpline.",
    "lives-too-long":
      "It claims to be valid for longer than we allow. Nothing is opened until it is put right. Please tell the helpline.",
    "unknown-role": "It names a role that this version does not know. Please tell the helpline.",
    "uncertified-key":
      "It holds a key that does not fit its owner. Nothing is opened until it is put right. Please tell the helpline by telephone.",
    offline: "We could not fetch it. We keep trying; nothing can be opened before.",
    "not-listed":
      "Your own key is not on it. Nothing can be opened. Ask the helpline whether you still stand on its list.",
    "not-active":
      "Your own key has been ended: you are no longer an officer of this inbox. Nothing can be opened. If that is a mistake, ask the helpline.",
  },
  expiredTitle: "The helpline's list of keys has run out",
  expired: (day: string) =>
    `It was valid until ${day}. You can read and answer what is here. Nothing new can be sent to you until the helpline renews its list.`,
  keyTitle: "The key of your inbox",
  key: {
    "sign-in-again":
      "Your agency's inbox has a new key. Sign out and in again: then you can also open what was sealed to the new one.",
    "no-key":
      "No key of your agency's inbox was handed to you, so nothing here opens for you. Please ask the helpline.",
  },
  clockTitle: "The clock of this device looks wrong",
  clock: (device: string, server: string) =>
    `Your device says ${device}, our computer says ${server}. Times on this page may be off. Please set the clock.`,
  brokenTitle: "Something went wrong on this page",
  broken: "This is our mistake. Reload the page and sign in again. Anything you had sent is safe.",
  reload: "Reload",
})
