import { defineArea, plural } from "@shn/ui"

export const messages = defineArea({
  staff: {
    title: "Look around as one of our made-up staff",
    failed: "We could not load the made-up staff. Please try again.",
  },
  officers: {
    title: "Look around as one of our made-up officers",
    failed: "We could not load the made-up officers. Please try again.",
  },
  intro:
    "One tap signs you in for real, with a passphrase and a code that this demo knows. Nobody here exists.",
  tryAs: (alias: string, role: string) => `Try as ${alias}, ${role}`,
  waiting: (alias: string, seconds: number) =>
    `Each code works only once. You go in as ${alias} in ${seconds} ${plural(seconds, "second", "seconds")}, without doing anything.`,
})
