import type { ComplaintLanguage, ComplaintWords } from "@shn/domain"

/** Words that stand in a complaint itself: in the language of the complaint, whatever the screens around it are in. */
export type PaperWords = ComplaintWords & {
  /** What the box for the story says at its end when the rest is on extra pages. */
  readonly goesOn: string
  /** What a drafter may put where the form wants the person's word that it is true. */
  readonly declaration: string
}

/**
 * One wording for everybody who makes the text of a complaint: the drafter's desk, the second member's, the sheet for filing by
 * hand. The same draft is then the same text everywhere. A change here changes the text of drafts that are not signed yet.
 */
export const PAPER_WORDS: { readonly [L in ComplaintLanguage]: PaperWords } = {
  en: {
    facts: "What I saw, heard or received:",
    beliefs: "What I only think or believe:",
    against: "What speaks against this, or is not clear:",
    noneKnown: "I know of nothing that speaks against it.",
    incidents: "When and where:",
    about: "about",
    until: "to",
    alleged: "The person this is about (alleged; nothing has been decided)",
    relation: "How I know this person",
    goesOn: "(The rest is on extra pages.)",
    declaration:
      "What is written here is true as far as I know. What I only believe stands apart and is called that.",
  },
  ur: {
    facts: "جو میں نے خود دیکھا، سنا یا مجھے ملا:",
    beliefs: "جو صرف میرا خیال یا گمان ہے:",
    against: "جو بات اس کے خلاف جاتی ہے یا واضح نہیں:",
    noneKnown: "مجھے ایسی کوئی بات معلوم نہیں جو اس کے خلاف جاتی ہو۔",
    incidents: "کب اور کہاں:",
    about: "تقریباً",
    until: "تا",
    alleged: "جس شخص کے بارے میں شکایت ہے (صرف الزام ہے، ابھی کوئی فیصلہ نہیں ہوا)",
    relation: "اس شخص سے میرا تعلق",
    goesOn: "(باقی بات اضافی صفحوں پر ہے۔)",
    declaration:
      "جو یہاں لکھا ہے وہ میرے علم کے مطابق سچ ہے۔ جو صرف میرا گمان ہے وہ الگ لکھا ہے اور گمان ہی کہا گیا ہے۔",
  },
}
