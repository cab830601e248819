import { isolateName, type Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: (code: string) => `Shikayat ${code}`,
  lead: (day: string, until: string) =>
    `${day} ko aap ke paas aayi. Aap ise ${until} tak kaam mein la sakte hain.`,
  leadClosed: (day: string) => `${day} ko aap ke paas aayi.`,
  back: "Wapas inbox mein",
  viewed: "Helpline aur bhejne wale ko nazar aata hai ke aap ne ise khola, aur kab.",
  limitsTitle: "Sab se pehle: yeh shakhs aap se kya chahta hai",
  named: "Unhon ne aap ko bataya hai ke woh kaun hain.",
  anonymous: "Aap ko nahi bataya gaya ke woh kaun hain.",
  purposesTitle: "Aap ise sirf is kaam mein la sakte hain, kisi aur mein nahi:",
  purpose: {
    advice: "unhein yeh batane ke liye ke kya ho sakta hai",
    content_removal: "tasveerein, posts ya accounts hatwane ke liye",
    family_mediation: "un ke ghar walon se baat karne ke liye",
    institution_inquiry: "un ke kaam ya parhai ki jagah par chhaan-been ke liye",
    investigation: "chhaan-been ke liye, aur qanoon kahe to muqadma darj karne ke liye",
    ombudsperson_complaint:
      "un ke daftar ya college se oopar ke idare ke taur par faisla karne aur us jagah ko likhne ke liye",
    press: "logon ko batane ke liye",
    prosecution: "faujdari adalat mein le jane ke liye",
    protection_order: "adalat se un ki hifazat ka hukm maangne ke liye",
  },
  limit: {
    "ask-before-prosecution": "Un se dobara pooche baghair ise adalat mein na le jaein.",
    "female-officer": "Is baare mein un se sirf khatoon afsar baat kare.",
    "no-employer": "Un ke kaam ki jagah par kisi ko na bataein.",
    "no-family": "Un ke ghar walon se raabta na karein: na phone karein, na khat bhejein, na ghar jaein.",
    "no-identity": "Yeh jaanne ki koshish na karein ke woh kaun hain.",
    "no-media": "Akhbar, TV ya internet par kisi ko na bataein.",
    "no-onward": "Kisi aur ko aage na dein.",
    "no-school": "Un ki parhai ki jagah par kisi ko na bataein.",
    "platform-only": "Cheezein hatwane ke siwa kisi kaam mein na laein.",
  },
  noLimits: "Unhon ne aur koi pabandi nahi lagai.",
  lastDay: (day: string) => `${day} tak. Is ke baad helpline ke zariye un se dobara poochein.`,
  checksTitle: "Kya kya jaancha gaya",
  checksHold: "Sab kuch durust hai",
  signerLeft: (alias: string) =>
    `${isolateName(alias)} ab is helpline mein nahi hain. Un ke dastakhat phir bhi jaanch liye gaye hain. Koi baat ajeeb lage to helpline se pooch lein.`,
  complaintTitle: "Shikayat",
  alleged: "Doosre shakhs ke baare mein jo likha hai woh ilzam hai, abhi sabit nahi hua.",
  copy: (field: string) => `Copy karein: ${field}`,
  copied: (field: string) => `Copy ho gaya: ${field}`,
  notCopied: "Aap ke browser ne copy karne nahi diya. Matan ko khud chun kar copy kar lein.",
  filesTitle: "Saath ki filein",
  noFiles: "Is shikayat ke saath koi file nahi.",
  filesIntro:
    "Yeh filein jaisi di gayin waisi hi hain, aur ajnabi logon se aayi hain. Yahan nahi dikhayi jatin: jis ki zaroorat ho woh mehfooz karein, aur aise computer par kholein jis ke kharab hone ka dar na ho.",
  file: (size: string) => `${size}, zara si tabdeeli ke baghair`,
  save: "Mehfooz karein",
  saveFile: (name: string) => `Mehfooz karein: ${name}`,
  saveAll: "Sab kuch ek zip file mein mehfooz karein",
  saveAllNote:
    "Dastakhat wali fehrist, matan, ijazat aur tamam filein ek saath, jinhein hamare baghair bhi jaancha ja sakta hai.",
  ask: {
    title: (name: string) => `${name} mehfooz karein?`,
    leaves:
      "Is computer par rakhi naqal mohr band nahi rehti, aur yahan se koi ise band nahi kar sakta. Agar woh apni ijazat wapas lein to yeh naqal aap ko khud mitani hogi.",
    harmful: "File aap ke computer ko nuqsan pahuncha sakti hai. Ise kisi aham computer par na kholein.",
    tooLarge: (limit: string) =>
      `Yeh browser ek baar mein sirf ${limit} tak mehfooz kar sakta hai. Is ke liye Chrome ya Edge istemal karein.`,
    yes: "Mehfooz karein",
  },
  saving: "Dobara mangwa kar jaanch rahe hain",
  saved: "Mehfooz ho gayi, hubahu waisi hi. Jab zaroorat na rahe to yeh naqal mita dein.",
  consentTitle: "Ijazat nama, lafz ba lafz jaisa is par dastakhat hue",
  truthTitle: "Un ka bayan ke yeh sach hai",
  fetching: "Package mangwa kar khol rahe hain",
  fetched: (done: string, size: string) => `${size} mein se ${done} aa chuka aur jaancha ja chuka hai`,
  waitingLine: "Internet nahi hai. Jahan ruka tha wahin se khud chal pare ga.",
  waitingServer: "Hamara computer masroof hai. Yeh khud chal pare ga.",
  refusedTitle: "Yeh package jaanch mein poora nahi utra",
  refused:
    "Is ke andar ki koi cheez nahi dikhayi jati. Barah-e-karam helpline ko bataein, aur ise kaam mein na laein.",
  otherRelease: "Jo aaya woh kisi doosri shikayat ka package hai, is ka nahi. Ise nahi dikhaya jata.",
  noCover:
    "Yeh package aap ke paas maujood kisi chaabi se nahi khulta. Ho sakta hai yeh aisi chaabi se band hua ho jo aap ko nahi mili. Sign out kar ke phir sign in karein; phir bhi na khule to helpline ko bataein.",
  trouble: {
    part_missing: "Package ka ek tukra hamare computer par nahi hai. Barah-e-karam helpline ko bataein.",
    changed:
      "Package ka ek tukra raaste mein badal gaya, is liye nahi dikhaya jata. Dobara koshish karein; phir bhi aisa ho to helpline ko bataein.",
    refused: "Hamare computer ne package nahi diya. Inbox dekhein: shayad yeh wapas le liya gaya ho.",
    not_written: "Is jagah par likha nahi ja saka. Koi aur jagah chun kar dobara koshish karein.",
  },
  tryAgain: "Dobara koshish karein",
  closed: {
    locked: {
      title: "Unhon ne yeh shikayat wapas le li hai",
      text: "Ise fauran band kar diya gaya: jo kuch is mein tha woh is screen aur is safhe ki yaaddasht se hat gaya hai. Barah-e-karam ise, aur is se bani hui har cheez ko, kaam mein lana band karein, aur apni mehfooz ki hui naqlein mita dein. Phir unhein bataein ke aap kya karein ge.",
    },
    recalled: {
      title: "Unhon ne yeh shikayat wapas le li hai",
      text: "Yeh is se pehle hua ke aap ke idare mein koi ise kholta. Aap ko kuch nahi karna.",
    },
    answered: {
      title: "Unhon ne yeh shikayat wapas le li hai, aur aap jawab de chuke hain",
      text: "Jo kuch is mein tha woh band rahe ga. Agar aage kuch ho to aap ab bhi unhein bata sakte hain.",
    },
    over: {
      title: "Is ijazat ka aakhri din guzar gaya hai",
      text: "Jo kuch is mein tha woh band hai. Agar ab bhi zaroorat ho to helpline se nayi ijazat maangein. Aage kya hua, yeh aap ab bhi bata sakte hain.",
    },
    gone: {
      title: "Yeh ab yahan nahi hai",
      text: "Yeh ab hamare computer ki fehrist mein nahi. Shayad yeh apne mamle ke saath mita di gayi ho.",
    },
    unheard: {
      title: "Hamare computer se khabar aane tak band hai",
      text: "Poore ek din se yeh poocha nahi ja saka ke kahin woh ise wapas to nahi le chuke. Raabta hote hi yeh phir khul jaye gi.",
    },
  },
  saidTitle: "Aap ke idare ne kya kaha",
  saidNothing: "Abhi kuch nahi.",
  saidBy: (alias: string, day: string, time: string) => `${alias}, ${day}, ${time}`,
  formerOfficer: "ek afsar",
  finding: {
    "answer-damaged": "Aap ke idare ke jawabon ki ek naqal parhi nahi ja sakti. Baqi dikhaye gaye hain.",
    "answer-forged":
      "Ek naqal par aap ke idare ke kisi afsar ke dastakhat nahi. Woh nahi dikhayi jati. Helpline ko bataein.",
    "answer-of-another-agency":
      "Ek naqal kisi doosre idare ki hai. Woh nahi dikhayi jati. Helpline ko bataein.",
    "answer-of-another-release":
      "Ek naqal kisi doosri shikayat ki hai. Woh nahi dikhayi jati. Helpline ko bataein.",
    "answer-missing": "Aap ke idare ka ek jawab beech mein se ghaib hai. Helpline ko bataein.",
    "answers-fork": "Aap ke idare ke do jawab ek hi jagah par hain. Dono dikhaye gaye hain.",
  },
} satisfies Messages<typeof en>
