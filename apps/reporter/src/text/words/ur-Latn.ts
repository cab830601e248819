import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  discipline: {
    psych: "Dil ki baat sunne wala koi",
    legal: "Qanoon ke baare mein mashwara",
    cyber: "Phone, account ya online tasveeron mein madad",
  },
  disciplineHint: {
    psych: "Mahir-e-nafsiyat. Darr, neend, sharmindagi, ghussa, ya jab sab kuch bardasht se bahar ho jaye.",
    legal:
      "Wakeel. Qanoon kya kehta hai, aap ke saamne kaun se raste hain, aur har rasta aap se kya maange ga.",
    cyber: "Online hifazat ke mahir. Account mehfooz karna, saboot bachana, cheezein hatwana.",
  },
  expert: { psych: "mahir-e-nafsiyat", legal: "wakeel", cyber: "online hifazat ke mahir" },
  language: {
    ur: "Urdu",
    en: "Angrezi",
    pa: "Punjabi",
    ps: "Pashto",
    sd: "Sindhi",
    skr: "Saraiki",
    bal: "Balochi",
    hno: "Hindko",
    brh: "Brahui",
  },
  gender: { woman: "khatoon", man: "mard", transgender: "khwaja sira" },
  channel: { messages: "Yahin likh kar baat", voice_call: "Phone par baat", video_call: "Video par baat" },
  province: {
    punjab: "Punjab",
    sindh: "Sindh",
    kp: "Khyber Pakhtunkhwa",
    balochistan: "Balochistan",
    ict: "Islamabad",
    ajk: "Azad Kashmir",
    gb: "Gilgit-Baltistan",
    any: "Na batana behtar hai",
  },
  age: {
    under_18: "18 saal se kam",
    "18_24": "18 se 24",
    "25_39": "25 se 39",
    "40_plus": "40 ya zyada",
    unsaid: "Na batana behtar hai",
  },
  act: {
    workplace: "Kaam ki jagah par",
    education: "School, college ya university mein",
    public_space: "Gali, bus ya bazaar mein",
    online_contact: "Paigham ya calls jo rukti nahi",
    intimate_images: "Niji tasveerein ya video",
    blackmail: "Blackmailing: “yeh karo warna…”",
    impersonation: "Koi mera naam ya tasveer laga kar baat kar raha hai",
    account_attack: "Koi mere account ya phone mein ghus aaya",
    reputation: "Badnaam karne ke liye jhoot ya afwahein",
    family: "Ghar wale, shohar, biwi ya sabqa saathi",
    child_safety: "Kisi bachay ko takleef di ja rahi hai",
    ask_human: "Yahan na batana behtar hai",
  },
  lane: {
    P0: "abhi khatra hai",
    P1: "sangeen dhamkiyan",
    P2: "baar baar ho raha hai",
    P3: "sawal hai, ya baat guzar chuki",
  },
  minor: { yes: "18 saal se kam", no: "18 saal ya zyada", unknown: "nahi bataya" },
  boundary: {
    anonymous: "Kisi ko pata na chale ke main kaun hoon",
    no_family: "Mere ghar walon ko pata na chale",
    no_prosecution: "Na police, na adalat",
    no_institution: "Meri university ya daftar ko beech mein na laein",
    wants_institution: "Meri khwahish hai ke mera idara karwai kare",
    wants_investigation: "Meri khwahish hai ke qanooni tafteesh ho",
    no_media: "Media mein koi baat na jaye",
  },
  boundaryHint: {
    anonymous: "Aisa koi kaghaz nahi bane ga jis par aap ka naam ho.",
    no_family: "Ghar par na phone, na khat, na koi aaye ga. Ghar walon se koi baat nahi kare ga.",
    no_prosecution: "Police, NCCIA ya adalat mein koi shikayat nahi jaye gi.",
    no_institution: "Aap ki university ya daftar ko koi khat nahi jaye ga.",
    wants_institution: "Hum aap ke idare ki committee ko likhne mein aap ka saath dein ge.",
    wants_investigation:
      "Hum shikayat tayyar karne mein madad karein ge. Jab tak aap parh kar dastakhat na karein, kuch nahi bheja jaye ga.",
    no_media:
      "Akhbar, TV ya social media par ek lafz nahi jaye ga. Shuru mein yeh sab ke liye laga hota hai.",
  },
  excluded: {
    institution_cannot_act_if_not_told:
      "Idara tabhi kuch kar sakta hai jab use bataya jaye. Is liye doosri shart hum ne hata di hai.",
    investigation_may_lead_to_court:
      "Tafteesh adalat tak ja sakti hai. Is liye doosri shart hum ne hata di hai.",
  },
  notice: {
    agency_will_ask_name:
      "Yaad rakhein: tafteesh karne wala idara naam pooche ga. Kuch bhejne se pehle hum aap se dobara poochein ge.",
  },
  role: {
    reporter: "Aap",
    expert: "Mahir",
    coordinator: "Raabta kaar",
    trustee: "Bahar ke ameen",
    administrator: "Muntazim",
  },
  reason: {
    knows_you: "pehle bhi aap ki madad kar chuke hain",
    speaks_language: "aap ki zaban bolte hain",
    speaks_close_language: "aap ki zaban se milti julti zaban bolte hain",
    knows_this_kind: "aise bohat se logon ki madad kar chuke hain",
    trained_for_young_people: "kam umar logon ki madad ki tarbiyat rakhte hain",
    free_now: "abhi farigh hain",
    free_before_deadline: "jald farigh hon ge",
    reaches_province: "aap ke sube mein kaam karte hain",
    other_province: "doosre sube mein hain magar aap ki madad kar sakte hain",
  },
  genderAsAsked: {
    woman: "khatoon hain, jaisa aap ne kaha tha",
    man: "mard hain, jaisa aap ne kaha tha",
    transgender: "khwaja sira hain, jaisa aap ne kaha tha",
  },
  reasonOfWoman: {
    knows_you: "pehle bhi aap ki madad kar chuki hain",
    speaks_language: "aap ki zaban bolti hain",
    speaks_close_language: "aap ki zaban se milti julti zaban bolti hain",
    knows_this_kind: "aise bohat se logon ki madad kar chuki hain",
    trained_for_young_people: "kam umar logon ki madad ki tarbiyat rakhti hain",
    free_now: "abhi farigh hain",
    free_before_deadline: "jald farigh hon gi",
    reaches_province: "aap ke sube mein kaam karti hain",
    other_province: "doosre sube mein hain magar aap ki madad kar sakti hain",
  },
  list: {
    and: (parts: readonly string[]) =>
      parts.length < 2
        ? parts.join("")
        : `${parts.slice(0, -1).join(", ")} aur ${parts[parts.length - 1] ?? ""}`,
  },
} satisfies Messages<typeof en>
