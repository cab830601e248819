/** The person's word that it is true, template en/1. Signed: never change a sentence, add a template with the next number. */
export const messages = {
  isTrue: "What I have told is true, as far as I know.",
  onlyBelieved: "Where I only believe something, and do not know it, it is marked like that.",
  falseIsCrime: (law: string) =>
    `I know: to tell an office something I know to be false is a crime (${law}).`,
  unprovenIsNot:
    "To be honestly wrong, or not able to prove it, is no crime. What is not proved is not false.",
} as const
