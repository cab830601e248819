import type { Locale } from "../packages/domain/src/vocabulary.ts"

/** A word or phrase that must not be shown, why, and what to write instead. */
export type BannedWord = { readonly pattern: RegExp; readonly instead: string }

const word = (inner: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${inner})(?![\\p{L}\\p{M}])`, "iu")

/** Not in any language of the screens. */
const EVERYWHERE: readonly BannedWord[] = [
  { pattern: word("victims?"), instead: 'say "you", or "the person affected"' },
  {
    pattern: word("perpetrators?|culprits?|offenders?"),
    instead: 'say "the person this is about", or "respondent"',
  },
  {
    pattern: word("mukhbir|mukhbar|informers?|informants?"),
    instead: "nobody informs on anybody here; say who does what",
  },
  { pattern: word("clients?"), instead: 'say "the person", or "you"' },
  { pattern: /server can never read/i, instead: 'say "stored data cannot be opened by the server"' },
]

/** Words that a catalogue of this language must not hold. */
export const BANNED: { readonly [L in Locale]: readonly BannedWord[] } = {
  en: EVERYWHERE,
  ur: [
    ...EVERYWHERE,
    { pattern: word("مخبر|مخبری"), instead: "کوئی مخبری نہیں کرتا؛ لکھیں کہ کون کیا کرتا ہے" },
    {
      pattern: word("متاثرہ|متاثرین|مظلوم|شکار"),
      instead: 'say "آپ" (you); these words make a person helpless',
    },
    {
      pattern: word("مجرم|قصوروار"),
      instead: 'say "جس کے بارے میں یہ بات ہے" or "ملزم" where the law speaks',
    },
    { pattern: /سرور کبھی نہیں پڑھ سکتا/u, instead: "say that stored data cannot be opened by our computer" },
  ],
  "ur-Latn": [
    ...EVERYWHERE,
    { pattern: word("mutasira|mutasirah|mutasireen|mazloom|shikar|shikaar"), instead: 'say "aap" (you)' },
    {
      pattern: word("mujrim|qusoorwar"),
      instead: 'say "jis ke baare mein yeh baat hai", or "mulzim" where the law speaks',
    },
    {
      pattern: /server kabhi nahi parh sakta/i,
      instead: "say that stored data cannot be opened by our computer",
    },
  ],
}

/** Roman Urdu has no fixed spelling, so the project has one: wrong spellings by the right one. */
export const ROMAN_SPELLING: Readonly<Record<string, readonly string[]>> = {
  harasani: ["hirasani", "harassani", "haraasani", "hirassani", "harasaani"],
  mehfooz: ["mahfooz", "mehfuz", "mahfuz", "mehfoz"],
  saboot: ["suboot", "sabut", "subut"],
  shikayat: ["shikaayat", "shikayet", "shikait"],
  dhamki: ["dhamkee", "dhumki", "damki"],
  madad: ["maddad", "madat"],
  qanooni: ["kanooni", "qanuni", "kanuni"],
  mashwara: ["mashwera", "mashvara", "mushwara"],
  raseed: ["rasid", "rasheed", "raseet"],
  paigham: ["pegham", "paighaam", "pegaam"],
  nahi: ["nahin", "nahee", "nhi"],
  bohat: ["bahut", "bohot", "boht"],
  zyada: ["ziada", "ziyada", "zyadah"],
  zaroori: ["zaruri", "zarori"],
  ek: ["aik"],
  yeh: ["ye"],
  woh: ["wo"],
  kyun: ["kyon", "kiyun", "kyu"],
  adalat: ["adaalat"],
  tafteesh: ["taftish", "tafteish"],
  razamandi: ["razaamandi", "rizamandi"],
  darkhwast: ["darkhast", "darkhwaast"],
  raabta: ["rabta", "raabita"],
  bataein: ["batayein", "batayen", "bataen", "batain"],
  jaein: ["jayein", "jayen", "jaen"],
  pahunch: ["pohanch", "pohonch"],
  mamla: ["maamla", "muamla"],
  mamle: ["maamle", "muamle"],
  maujood: ["mojood", "mojud"],
  alfaaz: ["alfaz"],
  hamein: ["humein", "hamen"],
  yahi: ["yehi"],
  oopar: ["upar", "ooper"],
  umar: ["umr"],
  khali: ["khaali"],
  ghaib: ["ghayab"],
  dono: ["donon"],
}

/** Latin letters allowed inside Urdu text, each with its reason. */
export const LATIN_IN_URDU: Readonly<Record<string, string>> = {
  WhatsApp: "the name as it stands on the phone",
  Facebook: "the name as it stands on the phone",
  Instagram: "the name as it stands on the phone",
  TikTok: "the name as it stands on the phone",
  Snapchat: "the name as it stands on the phone",
  Messenger: "the name as it stands on the phone",
  Telegram: "the name as it stands on the phone",
  YouTube: "the name as it stands on the phone",
  Google: "the name as it stands on the phone",
  Gmail: "the name as it stands on the phone",
  NCCIA: "the agency writes itself so in Urdu too",
  FIA: "the agency writes itself so in Urdu too",
  PTA: "the authority writes itself so in Urdu too",
  PECA: "the law is known by these letters",
  FOSPAH: "the ombudsperson's office is known by these letters",
  CNIC: "printed so on the card",
  StopNCII: "a service's own name, typed into a browser",
  JavaScript: "a browser setting's own name",
  Escape: "printed so on the key",
  Esc: "printed so on the key",
  SIM: "printed so on the card",
  PDF: "a file type's own name",
  https: "printed so in the address bar",
}

/** Sentences that may be the same in two languages, each with its reason. */
export const SAME_IN_BOTH: Readonly<Record<string, string>> = {
  OK: "the same word in all three",
  WhatsApp: "a name",
  Facebook: "a name",
  Instagram: "a name",
  TikTok: "a name",
  Snapchat: "a name",
  Email: "the same word in Roman Urdu",
  Punjab: "a name",
  Sindh: "a name",
  Balochistan: "a name",
  Islamabad: "a name",
  "Khyber Pakhtunkhwa": "a name",
  "Gilgit-Baltistan": "a name",
  "Azad Jammu and Kashmir": "a name",
  "Azad Kashmir": "a name",
  Urdu: "a language's name",
  English: "a language's name",
  Punjabi: "a language's name",
  Pashto: "a language's name",
  Sindhi: "a language's name",
  Saraiki: "a language's name",
  Balochi: "a language's name",
  Hindko: "a language's name",
  Brahui: "a language's name",
}
