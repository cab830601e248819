import { defineArea } from "@shn/ui"

/** Home, danger now, privacy and not found. */
export const messages = defineArea({
  site: {
    description: "Free and private help when someone is harassing you.",
    home: "Home",
    help: "Get help",
    back: "Come back",
    learn: "Know what this is",
    danger: "Danger now",
    privacy: "What our computer sees",
    noScript:
      "This part needs JavaScript, because your words are locked on your own phone before they leave it. Please switch JavaScript on, or call one of these numbers.",
  },
  home: {
    title: "It is not your fault. You are not alone.",
    lead: "Is someone harassing, threatening or shaming you? Tell us as much as you like, and no more. You need no name and no account.",
    start: "Get help",
    startHint: "About five minutes. You can stop at any time.",
    comeBack: "I have a code",
    comeBackHint: "Read your answer and write again.",
    danger: "Are you in danger now?",
    dangerHint: "Numbers you can call now. Works without internet.",
    learnHint: "Is it harassment, what helps, and what the law says. Only reading is fine, too.",
    howTitle: "How it goes",
    how1: "You tell it once",
    how1text: "A few taps, then your own words. Every question may stay open.",
    how2: "You see who will read it",
    how2text:
      "A psychologist, a lawyer or an online safety expert. You see their names here before you send.",
    how3: "You come back with a code",
    how3text: "No email, no phone number, no password. Only your code opens your case, from any phone.",
    promiseTitle: "What we promise",
    promise1:
      "Your family, your university and the police are told nothing, unless you ask for it. There is one limit, and we tell you before you write.",
    promise2: "Your words are locked on your phone. Stored data cannot be opened by our server.",
    promise3: "We never call you or write to you. You come back when it is safe for you.",
    promise4: "Men, women and transgender people are all welcome here. Nobody will judge you.",
    privacyLink: "What our computer sees, and what we cannot promise",
  },
  danger: {
    title: "Danger now",
    keeps: "This page works without internet and keeps nothing.",
    everywhere: "In the whole country",
    verify: "Please check: we could not confirm this fully.",
    checked: (day: string) => `Numbers checked on ${day}.`,
  },
  privacy: {
    title: "What our computer sees",
    lead: "You have a right to know this before you write a single word.",
    seesTitle: "What our computer sees",
    sees: "While nobody has taken your case yet: which kind of help, which languages, woman or man if you wish, how you want to talk, how urgent it is, what kind of thing it is (you may hide this), your province only if you ask for a lawyer, and whether you are under 18.",
    seesAfter:
      "As soon as an expert says yes, this is deleted. What stays: locked bytes, the size of each locked file (rounded), days without a time, and which of our people can read your case.",
    notTitle: "What our computer does not get",
    not: "Your name, your story, your messages, the names of your files and what is in them, your code, your keys. It does not store your internet address.",
    limitsTitle: "When we must act",
    limits:
      "If a child is being hurt, or somebody's life is in danger, our experts may have to act to keep people alive. They tell you first, and do it with you wherever they can.",
    knownTitle: "What we cannot promise",
    known1: "If someone has your code, they can read everything. Keep it like the key of your house.",
    known2:
      "If someone watches your phone with spy software, they see what you see. Use another phone if you can.",
    known3: "Your phone company can see that you opened this site and how much you sent, but not what.",
    known4:
      "This page comes from our server. If somebody changed its code, people who check it would notice, but it could happen.",
    known5: "If you lose your code we cannot open your case. You can always start a new one.",
    known6:
      "The method that locks your words joins an old, well-proven part with a new one. The new part has not been checked by outside experts yet. The old one protects you meanwhile.",
    knownFiles:
      "A picture or recording that you choose stays where it was on your phone; only the copy that we get is locked. What you record here is kept nowhere unless you add it. While you look at a file here, your browser may keep parts of it for that moment.",
    known7:
      "If an expert who was asked and did not take your case worked together with our server, they could keep the key they were first given.",
    known8:
      "Your browser keeps a list of the pages you opened, your phone may keep a small picture of the last screen, and some keyboards remember words. The button “Leave now” cannot delete these. If someone looks at your phone, delete them yourself, or use a private window.",
    checkTitle: "How this is checked",
    check:
      "All of this software is open. Anyone can read it and run its tests. No outside security company has checked it yet.",
  },
  notFound: {
    title: "This page does not exist",
    text: "Maybe the address was mistyped. Nothing of yours is lost.",
    home: "Go to the first page",
  },
})
