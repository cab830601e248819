import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  enter: {
    title: "Dobara khush aamdeed",
    lead: "Apna code likhein: numberon ke nau hisse, ya nau lafz. Beech ki khali jagah se farq nahi parta.",
    label: "Aap ka code",
    hint: "Ise sirf aap ka phone parhta hai. Code khud kahin nahi bheja jata.",
    open: "Mera mamla kholein",
    wrong: "Is code mein koi ghalti hai ya yeh kisi aur helpline ka hai.",
    unknown:
      "Is code se koi mamla nahi khulta. Agar bhejna poora nahi hua tha to meharbani kar ke naye sire se shuru karein.",
    lost: "Code gum ho gaya?",
    lostText:
      "Is ke baghair hum aap ka mamla nahi khol sakte. Yahi baat aap ko doosron se bachati hai. Meharbani kar ke naya shuru karein aur likh dein ke pehle bhi yahan baat ho chuki hai.",
    working: "Aap ka phone taala khol raha hai…",
    slow: (percent: number) =>
      `Aap ke phone ko taala kholne mein thora waqt lag raha hai: ${percent} feesad.`,
  },
  unsent: {
    title: "Yeh mamla bheja nahi gaya tha",
    text: "Aap ko code mil gaya tha magar kuch bheja nahi gaya. Meharbani kar ke ek baar phir shuru karein.",
    start: "Dobara shuru karein",
  },
  home: {
    title: "Aap ka mamla",
    tabTalk: "Paighamaat",
    tabReaders: "Kaun parh sakta hai",
    tabRules: "Aap ki shartein",
    refresh: "Naye paigham dekhein",
    upToDate: "Jo kuch aaya hai woh sab aap ke saamne hai.",
    leave: "Mera mamla band karein",
  },
  leaves: {
    tab: "Kya bahar ja sakta hai",
    signature: (who: string, agency: string) =>
      `${who} ka aap se sawal: kya yeh ${agency} ko bheja ja sakta hai?`,
    identity: (who: string, agency: string) => `${who} ka sawal: ${agency} ke liye, aap kaun hain?`,
    calm: "Aap ke dastakhat ke baghair kuch nahi jata. Inkaar karna aap ka haq hai.",
    open: "Pehle parh lein",
    failed: "Yeh hissa abhi nahi aaya. Raabta ho jaye to dobara koshish karein.",
    someone: "Helpline se koi",
    office: "ek daftar",
  },
  need: {
    offered:
      "Ek mahir se poocha gaya hai aur woh dekh rahe hain. Meharbani kar ke kuch der baad phir dekhein.",
    accepted: (alias: string) => `${alias} aap ke saath hain.`,
    held: "Raabta kaar ne yeh sambhal rakha hai aur aap ke liye kisi ko dhoond rahe hain.",
    withinAlways: (time: string) => `Bhejne ke baad ${time} ke andar koi jawab de ga, din ho ya raat.`,
    within: (time: string) =>
      `Bhejne ke baad ${time} ke andar koi jawab de ga, helpline ke khule rehne ka waqt gin kar.`,
  },
  talk: {
    empty: "Abhi jawab nahi aaya. Aap ke alfaaz hifazat se pahunch gaye hain.",
    you: "Aap",
    write: "Paigham likhein",
    send: "Bhejein",
    epochMoved: "Abhi abhi parhne walon ki fehrist badli hai. Pehle fehrist dekh lein, phir dobara bhejein.",
    story: "Aap ki baat",
    addFile: "Tasveer, recording ya file shamil karein",
    long: "Yeh 200,000 huroof se zyada hai. Meharbani kar ke do hisson mein bhejein.",
  },
  readers: {
    title: "Aap ka mamla kaun parh sakta hai",
    since: (day: string) => `${day} se`,
    proposed: "in se poocha gaya hai; abhi nahi parh sakte",
    you: "apne code se",
    because: (alias: string, reasons: string) => `${alias} ${reasons}.`,
    log: "Kis ne kis din dekha",
    logEmpty: "Abhi kisi ne nahi dekha.",
    logRead: (alias: string, day: string) => `${alias} ne ${day} ko aap ka mamla khola.`,
    logPreview: (alias: string, day: string) =>
      `${alias} ne ${day} ko sirf woh satrein dekhein jin mein likha hai ke baat kis ki hai.`,
    remove: "Inhein parhne se rok dein",
    removeTitle: (alias: string) => `Kya ${alias} ab na parhein?`,
    removeText:
      "Ab se yeh koi nayi cheez nahi khol sakein ge. Jo pehle parh chuke woh yaad reh sakta hai. Zaroorat ho to raabta kaar kisi aur ko dhoondein ge.",
    removeYes: "Ji, chaabi wapas le lein",
    removeNo: "Nahi, aise hi rehne dein",
    removed: (alias: string) => `Har nayi cheez ab ${alias} ke liye band hai.`,
    unknown: "Koi aisa jo hamari dastakhat shuda fehrist mein nahi",
    former: "Koi jo pehle yahan tha",
  },
  rules: {
    title: "Aap ke mamle mein kaun shamil ho sakta hai",
    saved: "Mehfooz ho gaya, aap ke dastakhat ke saath.",
    boundaries: "Aap ki shartein",
    opposite: "Agar ek shart doosri ke ulat ho to doosri khud hat jati hai.",
  },
  finding: {
    title: "Ek baat par dhyan dein",
    tampered: "Ek paigham apne dastakhat se nahi milta, is liye hum use nahi dikhate.",
    missing: "Lagta hai ek paigham beech se ghaib hai. Meharbani kar ke apne mahir ko likhein.",
    stranger: "Ek paigham aise shakhs ka hai jise yahan likhne ki ijazat nahi thi. Hum use nahi dikhate.",
    late: "Ek paigham aise shakhs ka hai jis ki chaabi wapas li ja chuki thi. Hum use nahi dikhate.",
    roster: "Parhne walon ki fehrist mein ek indraaj par durust dastakhat nahi. Hum ne use chhor diya.",
    other:
      "Is mamle mein koi cheez aapas mein nahi milti. Jo aap dekh rahe hain us par durust dastakhat hain; baqi nahi dikhaya gaya.",
    advice: "Agar is se pareshani ho to yahan kuch naya na likhein aur kisi number par phone karein.",
  },
} satisfies Messages<typeof en>
