import { defineArea } from "@shn/ui"

export const messages = defineArea({
  desk: "Staff desk",
  navigation: "Parts of the desk",
  tabs: { offers: "Offers", cases: "My cases", board: "Waiting" },
  signedInAs: (alias: string, roles: string) => `${alias} · ${roles}`,
  signOut: "Sign out",
  unsentTitle: "You have begun something",
  unsent:
    "You have written something that is neither sent nor saved. If you sign out now, it is gone from this computer.",
  unsentYes: "Sign out, and let it go",
  and: " and ",
  checking: "Looking for news",
  upToDate: (time: string) => `Last looked at ${time}`,
  noConnection: (time: string) => `No connection since ${time}. We keep trying.`,
  sessionEndedTitle: "Please sign in again",
  sessionEnded:
    "Your session has ended, to keep the cases safe. What you were writing is still here and waits for you.",
  insecureTitle: "Open this page over https",
  insecure:
    "This address is not protected, so your device cannot open sealed cases here. Ask your helpline for the address that begins with https.",
  directoryTitle: "The list of staff keys does not pass our check",
  directory: {
    damaged:
      "It cannot be read. Tell your administrator. Until it is put right you cannot add readers to a case.",
    "bad-chain":
      "It is not signed by this helpline. Somebody may have swapped it. Tell your administrator in person. Until it is put right you cannot open cases.",
    "older-version":
      "It is older than one this device has seen before. Tell your administrator. Until it is put right you cannot open cases.",
    "lives-too-long":
      "It claims to be valid for longer than we allow. Tell your administrator. Until it is put right you cannot open cases.",
    "unknown-role": "It names a role that this version does not know. Tell your administrator.",
    "uncertified-key":
      "It holds a key that does not fit its owner. Tell your administrator in person. Until it is put right you cannot open cases.",
    offline: "We could not fetch it. Please try again when you have a connection.",
    "not-listed": "Your own key is not on it. Ask your administrator whether you still work here.",
    "not-active": "Your own key has been ended. Ask your administrator.",
  },
  expiredTitle: "The list of staff keys has run out",
  expired: (day: string) =>
    `It was valid until ${day}. You can read and answer your cases. You cannot add a reader until an administrator renews it.`,
  clockTitle: "The clock of this device looks wrong",
  clock: (device: string, server: string) =>
    `Your device says ${device}, our computer says ${server}. Times on this page may be off. Please set the clock.`,
  brokenTitle: "Something went wrong on this page",
  broken: "This is our mistake. Reload the page and sign in again. Anything you had sent is safe.",
  reload: "Reload",
})
