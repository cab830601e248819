import { defineArea } from "@shn/ui"

/** What signing in is called at the desk; the rest is the same for all who work here. */
export const messages = defineArea({
  title: "Sign in to the desk",
  intro: "Welcome. The people who wrote to us are waiting for somebody like you.",
  memory:
    "Your keys stay in this tab and nowhere else. If you reload the page, you sign in again. That keeps the cases safe on a shared computer.",
})
