import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  alias: "Yahan aap ka naam",
  aliasHint: "Woh naam jis se aap yahan kaam karte hain, jaise Sana",
  passphrase: "Aap ka khufia jumla",
  passphraseHint: "Aap ke kaghaz par likhe saat lafz. Chahein to paste kar dein.",
  show: "Lafz dikhaein",
  hide: "Lafz chhupaein",
  code: "Chhe hindse",
  codeHint: "Aap ke phone ki app se. Yeh har 30 second baad badal jate hain.",
  submit: "Sign in karein",
  missing: {
    alias: "Woh naam likhein jis se aap yahan kaam karte hain.",
    aliasForm: "Naam mein 2 se 40 huroof ya hindse hote hain.",
    passphrase: "Apna khufia jumla likhein.",
    code: "Apni app se chhe hindse likhein.",
  },
  stage: {
    asking: "Hamare computer se baat ho rahi hai",
    stretching:
      "Aap ki chaabi ban rahi hai. Is mein jaan boojh kar chand second lagte hain, taake koi aap ke lafzon ka andaza na laga sake.",
    checking: "Aap ke lafz aur hindse dekhe ja rahe hain",
    opening: "Aap ki chaabiyan khul rahi hain",
    directory: "Amle ki chaabiyon ki fehrist jaanchi ja rahi hai",
  },
  failure: {
    wrong: "Naam, lafz ya chhe hindse theek nahi. Teenon ko ek baar phir dekh lein.",
    codeUsed:
      "Yeh chhe hindse abhi istemal ho chuke hain. Agle hindson ka intezar karein, phir koshish karein.",
    tooMany:
      "Is naam se bohat baar ghalat koshish ho chuki hai. Thora intezar karein, paanch minute se zyada kabhi nahi.",
    tooManyWait: (seconds: number) =>
      seconds < 90
        ? `Is naam se bohat baar ghalat koshish ho chuki hai. ${seconds} second baad dobara koshish karein.`
        : `Is naam se bohat baar ghalat koshish ho chuki hai. ${Math.ceil(seconds / 60)} minute baad dobara koshish karein.`,
    kdfWeak:
      "Hamare computer ne aap ke aale se kaha ke aap ke lafzon ki hifazat hamare usool se kam kare. Ho sakta hai kisi ne ise badal diya ho. Hum ne aap ke lafz nahi bheje. Apne muntazim ko khud mil kar bataein.",
    kdfOdd:
      "Hamare computer ne aisi cheez maangi jo hamari koi helpline nahi maangti. Hum ne aap ke lafz nahi bheje. Apne muntazim ko bataein.",
    damaged:
      "Aap ki mohr band chaabiyan kharab haalat mein pahunchin. Dobara koshish karein. Phir bhi aisa ho to muntazim ko bataein.",
    notYours:
      "Jo chaabiyan pahunchin woh aap ki nahi. Hum ne inhein band kar diya hai. Apne muntazim ko khud mil kar bataein.",
    noMemory:
      "Chaabi banane ke liye is aale mein jagah kam thi. Doosre program band kar ke dobara koshish karein.",
  },
} satisfies Messages<typeof en>
