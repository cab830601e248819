import type { AnswerFinding } from "@shn/consent"
import type { ConsentPurpose, LimitCode } from "@shn/domain"
import { defineArea, isolateName } from "@shn/ui"

export const messages = defineArea({
  title: (code: string) => `Complaint ${code}`,
  lead: (day: string, until: string) => `Sent to you on ${day}. You may use it until ${until}.`,
  leadClosed: (day: string) => `Sent to you on ${day}.`,
  back: "Back to the inbox",
  viewed: "The helpline and the person can see that you opened this, and when.",
  limitsTitle: "First: what this person asks of you",
  named: "They have told you who they are.",
  anonymous: "You are not told who they are.",
  purposesTitle: "You may use it for this, and for nothing else:",
  purpose: {
    advice: "to tell them what can be done",
    content_removal: "to have pictures, posts or accounts taken down",
    family_mediation: "to talk with their family",
    institution_inquiry: "to look into it where they work or study",
    investigation: "to look into it, and to open a case if the law asks for it",
    ombudsperson_complaint:
      "to decide as the office above their workplace or college, and to write to that place",
    press: "to tell the public about it",
    prosecution: "to bring it before a criminal court",
    protection_order: "to ask a court to protect them",
  } satisfies Record<ConsentPurpose, string>,
  limit: {
    "ask-before-prosecution": "Do not take it to court before you have asked them again.",
    "female-officer": "Nobody but a woman officer may speak with them about it.",
    "no-employer": "Do not tell the place where they work.",
    "no-family": "Do not contact their family: no call, no letter, no visit to their home.",
    "no-identity": "Do not try to find out who they are.",
    "no-media": "Do not tell the newspapers, television or the internet.",
    "no-onward": "Do not pass it on to anybody else.",
    "no-school": "Do not tell the place where they study.",
    "platform-only": "Use it for nothing but to have things taken down.",
  } satisfies Record<LimitCode, string>,
  noLimits: "They have set no other limits.",
  lastDay: (day: string) => `Until ${day}. After that, ask them again through the helpline.`,
  checksTitle: "What was checked",
  checksHold: "Everything holds",
  signerLeft: (alias: string) =>
    `${isolateName(alias)} is no longer with this helpline. Their signature was checked all the same. If anything seems odd to you, ask the helpline.`,
  complaintTitle: "The complaint",
  alleged: "What is said of another person is alleged. Nobody has found it to be true yet.",
  copy: (field: string) => `Copy: ${field}`,
  copied: (field: string) => `Copied: ${field}`,
  notCopied: "Your browser did not allow copying. Please mark the text and copy it by hand.",
  filesTitle: "Files",
  noFiles: "No files go with this complaint.",
  filesIntro:
    "They came from strangers, as they were handed in. They are not shown here: save what you need, and open it on a computer that can bear it.",
  file: (size: string) => `${size}, not one bit changed`,
  save: "Save",
  saveFile: (name: string) => `Save: ${name}`,
  saveAll: "Save everything as one zip file",
  saveAllNote:
    "The signed list, the texts, the consent and all files together, as they can be checked without us.",
  ask: {
    title: (name: string) => `Save ${name}?`,
    leaves:
      "A copy on this computer is no longer sealed, and nobody can lock it from here. If the person takes their consent back, you have to delete it yourself.",
    harmful: "A file can harm your computer. Do not open it on one that matters to you.",
    tooLarge: (limit: string) =>
      `This browser can only save up to ${limit} at once. Please use Chrome or Edge for this one.`,
    yes: "Save",
  },
  saving: "Fetching and checking it once more",
  saved: "Saved, bit for bit. Delete the copy when you no longer need it.",
  consentTitle: "The consent, word for word as it was signed",
  truthTitle: "Their word that it is true",
  fetching: "Fetching and opening the package",
  fetched: (done: string, size: string) => `${done} of ${size} fetched and checked so far`,
  waitingLine: "The internet is away. It goes on by itself from where it stopped.",
  waitingServer: "Our computer is busy. It goes on by itself.",
  refusedTitle: "This package does not pass the checks",
  refused: "Nothing of what is in it is shown. Please tell the helpline, and do not use it.",
  otherRelease: "What came is the package of another complaint than this one. It is not shown.",
  noCover:
    "This package does not open with any key of your inbox that you hold. It may have been sealed to one you were not given. Sign out and in again; if that does not help, tell the helpline.",
  trouble: {
    part_missing: "A piece of the package is not on our computer. Please tell the helpline.",
    changed:
      "A piece of the package was changed on the way. It is not shown. Try again; if it happens again, tell the helpline.",
    refused: "Our computer did not hand out the package. Look at the inbox: it may have been taken back.",
    not_written: "It could not be written to that place. Choose another one and try again.",
  },
  tryAgain: "Try again",
  closed: {
    locked: {
      title: "The person has taken this back",
      text: "It was closed at once: what was in it is off this screen and out of this page's memory. Please stop using it, and what you made from it, and delete the copies you saved. Then tell them what you do.",
    },
    recalled: {
      title: "The person has taken this back",
      text: "They did so before anybody at your agency had opened it. You have nothing to do.",
    },
    answered: {
      title: "The person has taken this back, and you have answered",
      text: "What was in it stays closed. You can still tell them what happens, if something does.",
    },
    over: {
      title: "The last day of this consent has passed",
      text: "What was in it is closed. If you still need it, ask the helpline for a new consent. You can still tell them how it goes on.",
    },
    gone: {
      title: "This is no longer here",
      text: "Our computer does not name it any more. It may have been deleted with its case.",
    },
    unheard: {
      title: "Closed until we hear from our computer again",
      text: "For a day nobody could ask whether the person has taken it back. It opens again as soon as there is a connection.",
    },
  },
  saidTitle: "What your agency has said",
  saidNothing: "Nothing yet.",
  saidBy: (alias: string, day: string, time: string) => `${alias}, ${day}, ${time}`,
  formerOfficer: "an officer",
  finding: {
    "answer-damaged": "One of the copies of your agency's answers cannot be read. The others are shown.",
    "answer-forged":
      "One of the copies is not signed by an officer of your agency. It is not shown. Tell the helpline.",
    "answer-of-another-agency":
      "One of the copies belongs to another agency. It is not shown. Tell the helpline.",
    "answer-of-another-release":
      "One of the copies belongs to another complaint. It is not shown. Tell the helpline.",
    "answer-missing": "An answer of your agency is missing between the others. Tell the helpline.",
    "answers-fork": "Two answers of your agency stand in one place. Both are shown.",
  } satisfies Record<AnswerFinding, string>,
})
