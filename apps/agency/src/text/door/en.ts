import { defineArea } from "@shn/ui"

/** What signing in is called for officers; the rest is the same for all who sign in. */
export const messages = defineArea({
  title: "Sign in to your agency's inbox",
  intro: "Here you find complaints that people have released to your agency, and answer them.",
  memory:
    "Your keys stay in this tab and nowhere else. If you reload the page, you sign in again. That keeps what people sent you safe on a shared computer.",
})
