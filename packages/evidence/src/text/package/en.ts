import type { PackageText } from "./area.ts"

/** What the checker of a package says to an officer, a lawyer or a court. */
export const messages = {
  holds: {
    opened: "The package was sealed to this inbox, and it opened whole.",
    signed: (first, second) =>
      `Two members of the helpline signed the list of what is in it: ${first} and ${second}.`,
    contents: (entries, files) =>
      `All ${entries} parts are there, ${files} of them files. Nothing is missing, nothing was added, and each is bit for bit the one on the list.`,
    text: "The complaint is word for word the text that the person agreed to.",
    consent: "The person signed that this agency may have exactly this text and these files.",
    unproven: "None of this shows that what is said is true. That is for you to find out.",
  },
  fails: {
    "does-not-open":
      "This file does not open with the key of this inbox. It was sealed to another key, or changed on the way.",
    "broken-off": "The file ends too early, or was changed on the way. Ask for it again.",
    "not-a-package": "What is inside is not a package of a complaint.",
    "manifest-damaged": "The list of what is in it cannot be read. Do not use anything from this package.",
    "signer-twice":
      "One person signed twice. Two different members have to sign. Do not use anything from this package.",
    "signer-unknown":
      "It is signed by somebody who is not on the helpline's list. Do not use anything from this package.",
    "signature-wrong": "A signature on the list is wrong. Do not use anything from this package.",
    "another-agency":
      "This package is for another agency or another inbox. Please do not read it, and tell the helpline.",
    "entry-extra": (name) => `There is something in it that is not on the signed list: ${name}.`,
    "entry-missing": (name) => `Something on the signed list is not there: ${name}.`,
    "entry-changed": (name) => `This part is not the one on the signed list: ${name}. It was changed.`,
    "name-unsafe": (name) =>
      `A part has a name that could overwrite files on your computer. Reading stopped at: ${name}.`,
    "name-twice": (name) =>
      `Two parts have the same name. Programs would show you different ones. Reading stopped at: ${name}.`,
    "zip-not-plain": (name) =>
      `The package is put together in another way than ours. Reading stopped at: ${name}.`,
    "bytes-after-end": "Something comes after the end of the package.",
    "text-not-as-agreed": (name) => `This text is not the one that the person agreed to: ${name}.`,
    "consent-damaged":
      "The person's consent is not in it, or cannot be read. Without it nothing here may be used.",
    "consent-not-listed":
      "The consent in it is not the one this package was made from. Nothing here may be used.",
    "files-not-as-agreed": "The files are not those that the person agreed to.",
    "papers-damaged": "The papers around the consent cannot be read.",
  },
  papers: {
    "release-missing":
      "The person's permission to send it is not in it, or says something else than their consent.",
    "truth-missing": "The person's word that it is true is not in it, or was given about something else.",
    "not-drafted": "Nobody of the helpline says that they wrote this complaint.",
    "not-approved": "Nobody else of the helpline has approved this complaint.",
    "approved-by-drafter": "The one who wrote this complaint also approved it. Two different people have to.",
  },
  consent: {
    "not-a-consent": "What is in the place of the consent is not one. Nothing here may be used.",
    "bad-signature": "The consent is not signed by the person's own key. Nothing here may be used.",
    "other-case": "The consent belongs to another case.",
    contradiction: "The consent says two things that cannot both be true.",
    "boundary-since": "The person has since set a limit that stops this.",
    "text-differs": "The words that were signed are not the words of this consent's own terms.",
    "other-agency": "The consent is for another agency. Please do not read on, and tell the helpline.",
    "other-agency-name":
      "The consent names another agency than yours. Please do not read on, and tell the helpline.",
    "other-agency-key": "The person signed for another key than that of this inbox.",
    "not-yet-valid": "The consent does not hold yet. The person may still change their mind. Please wait.",
    expired: "The consent has run out. Ask the helpline for a new one.",
    "used-up": "The consent was used as often as it may be.",
    superseded: "There is a newer consent for you. Only that one counts.",
    "number-taken": "There are two consents of the same number. Tell the helpline.",
    "revocations-stale":
      "We could not find out whether the person has taken it back. Go online and open it again.",
    revoked: "The person has taken it back. Stop using it, and answer the helpline.",
    "field-outside": "There is a line in the complaint that the person did not agree to.",
    "field-missing": "A line that the person wanted you to have is missing.",
    "view-changed": "The complaint is not word for word what the person agreed to.",
    "file-outside": "There is a file that the person did not agree to.",
    "file-missing": "A file that the person wanted you to have is missing.",
    "file-changed": "A file is not the one that the person agreed to.",
  },
} as const satisfies PackageText
