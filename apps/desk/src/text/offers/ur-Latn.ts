import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Peshkashein",
  intro:
    "Kisi ko aap ki zaroorat hai. Pehle mukhtasar taaruf dekh lein, is se pata chal jaye ga ke in mein se koi aap ki jaan pehchan ka to nahi.",
  loading: "Peshkashein dekhi ja rahi hain",
  emptyTitle: "Is waqt koi peshkash nahi",
  empty: "Hum har chand second baad dekhte rehte hain. Nayi peshkash khud yahan aa jaye gi.",
  count: (count: number) =>
    `${count} ${count === 1 ? "peshkash aap ki muntazir hai" : "peshkashein aap ki muntazir hain"}`,
  answerBy: (time: string) => `Jawab ${time} tak dein`,
  over: "Is peshkash ka waqt khatam ho gaya. Ab yeh kisi aur ke paas jaye gi.",
  facts: {
    languages: "Zaban",
    gender: "Mahir ki jins",
    channel: "Baat kaise karna chahte hain",
    province: "Kahan",
    act: "Mamla kya hai",
    minor: "Umar",
  },
  openPreview: "Taaruf isi aale par kholein",
  opening: "Isi aale par khul raha hai",
  previewTitle: "Kya in mein se koi aap ki jaan pehchan ka hai?",
  previewHint:
    "Yeh sirf aap ke aale ne khola hai. Yahan likha koi fard, khandan ya jagah jaan pehchan ki ho to peeche hat jaein. Koi aap se wajah nahi pooche ga.",
  nobodyNamed: "Unhon ne kisi ka naam nahi liya.",
  lookedAtLog: "Woh dekh sakte hain ke aap ne yeh taaruf khola hai.",
  accept: "Yeh mamla qabool hai",
  accepting: "Qabool kiya ja raha hai",
  decline: "Yeh mere liye mumkin nahi",
  declineTitle: "Yeh aap ke liye kyun mumkin nahi?",
  declineHint: "Yeh agle mahir ke paas chala jaye ga. Is se aap par koi harf nahi aata.",
  declineConfirm: "Mazrat bhej dein",
  keep: "Abhi sochne dein",
  previewFirst: "Qabool karne se pehle taaruf khol kar dekh lein.",
  conflictQuestion: "Main ne yeh parh liya hai aur in mein se koi meri jaan pehchan ka nahi.",
  declined: "Shukriya. Ab agle mahir se poocha ja raha hai.",
  accepted: "Yeh ab aap ka hai. Mamla khul raha hai.",
  failure: {
    "not-for-me": "Yeh taaruf aap ki chaabi se nahi khulta. Mazrat kar lein aur kisi raabta kaar ko bataein.",
    damaged:
      "Yeh taaruf kharab hai ya is par un ke dastakhat nahi. Ise qabool na karein aur kisi raabta kaar ko bataein.",
    "not-proposed":
      "Is mamle ke parhne walon mein aap ka naam nahi. Hum ne kuch nahi bheja. Kisi raabta kaar ko bataein.",
  },
} satisfies Messages<typeof en>
