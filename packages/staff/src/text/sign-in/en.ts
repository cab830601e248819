import { defineArea, plural } from "@shn/ui"

export const messages = defineArea({
  alias: "Your name here",
  aliasHint: "The name you work under, for example Sana",
  passphrase: "Your passphrase",
  passphraseHint: "The seven words on your sheet. You may paste them.",
  show: "Show the words",
  hide: "Hide the words",
  code: "Six digits",
  codeHint: "From the app on your phone. They change every 30 seconds.",
  submit: "Sign in",
  missing: {
    alias: "Please write the name you work under.",
    aliasForm: "A name has 2 to 40 letters or digits.",
    passphrase: "Please write your passphrase.",
    code: "Please write the six digits from your app.",
  },
  stage: {
    asking: "Asking our computer for you",
    stretching: "Making your key. This takes a few seconds on purpose, so that nobody can guess your words.",
    checking: "Checking your words and digits",
    opening: "Opening your keys",
    directory: "Checking the list of staff keys",
  },
  failure: {
    wrong: "The name, the words or the six digits are not right. Please check all three.",
    codeUsed: "These six digits were used a moment ago. Wait for the next ones and try again.",
    tooMany:
      "There were too many wrong tries for this name. Please wait a little, never more than five minutes.",
    tooManyWait: (seconds: number) =>
      seconds < 90
        ? `There were too many wrong tries for this name. You can try again in ${seconds} ${plural(seconds, "second", "seconds")}.`
        : `There were too many wrong tries for this name. You can try again in ${Math.ceil(seconds / 60)} minutes.`,
    kdfWeak:
      "Our computer asked your device to protect your words less than we ever do. Somebody may have changed it. We did not send your words. Tell your administrator in person.",
    kdfOdd:
      "Our computer asked for something that no helpline of ours asks. We did not send your words. Tell your administrator.",
    damaged: "Your sealed keys arrived damaged. Try again. If it happens again, tell your administrator.",
    notYours:
      "The keys that arrived do not belong to you. We closed them. Tell your administrator in person.",
    noMemory:
      "This device did not have enough free memory to make your key. Close other programs and try again.",
  },
})
