import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Peshkashein",
  intro:
    "Kisi ko aap ki zaroorat hai. Pehle mukhtasar taaruf dekh lein, is se pata chal jayega ke kahin aap in mein se kisi ko jante to nahi.",
  loading: "Peshkashein dekhi ja rahi hain",
  emptyTitle: "Is waqt koi peshkash nahi",
  empty: "Hum har chand second baad dekhte rehte hain. Nayi peshkash khud yahan aa jayegi.",
  count: (count: number) =>
    `${count} ${count === 1 ? "peshkash aap ki muntazir hai" : "peshkashein aap ki muntazir hain"}`,
  answerBy: (time: string) => `${time} tak jawab dein`,
  over: "Is peshkash ka waqt khatam ho gaya. Ab yeh kisi aur ke paas jayegi.",
  facts: {
    languages: "Zaban",
    gender: "Mahir ki jins",
    channel: "Baat kaise karna chahte hain",
    province: "Kahan",
    act: "Maamla kya hai",
    minor: "Umar",
  },
  openPreview: "Taaruf isi aale par kholein",
  opening: "Isi aale par khul raha hai",
  previewTitle: "Kya aap in mein se kisi ko jante hain?",
  previewHint:
    "Yeh sirf aap ke aale ne khola hai. Agar aap yahan likhe kisi fard, khandaan ya jagah ko jante hain to peeche hat jayein. Koi aap se wajah nahi poochega.",
  nobodyNamed: "Unhon ne kisi ka naam nahi liya.",
  lookedAtLog: "Woh dekh sakte hain ke aap ne yeh taaruf khola hai.",
  accept: "Yeh maamla qabool hai",
  accepting: "Qabool kiya ja raha hai",
  decline: "Main yeh nahi le sakti / sakta",
  declineTitle: "Aap yeh kyun nahi le sakte?",
  declineHint: "Yeh agle mahir ke paas chala jayega. Is se aap par koi harf nahi aata.",
  declineConfirm: "Maazrat bhej dein",
  keep: "Abhi dekhte hain",
  previewFirst: "Qabool karne se pehle taaruf khol kar dekh lein.",
  conflictQuestion: "Main ne yeh parh liya hai aur in mein se kisi ko nahi janti / janta.",
  declined: "Shukriya. Ab agle mahir se poocha ja raha hai.",
  accepted: "Yeh ab aap ka hai. Maamla khul raha hai.",
  failure: {
    "not-for-me":
      "Yeh taaruf aap ki chabi se nahi khulta. Maazrat kar lein aur kisi raabta kaar ko batayein.",
    damaged:
      "Yeh taaruf kharab hai ya is par un ke dastakhat nahi. Ise qabool na karein aur kisi raabta kaar ko batayein.",
    "not-proposed":
      "Is maamle ke parhne walon mein aap ka naam nahi. Hum ne kuch nahi bheja. Kisi raabta kaar ko batayein.",
  },
} satisfies Messages<typeof en>
