import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "آپ کو کیا بھیجا گیا",
  lead: "ہر سطر ایک شکایت ہے جو کسی نے اپنی اجازت سے آپ کے ادارے کو بھیجی۔",
  viewed: "جب آپ کوئی شکایت کھولتے ہیں تو ہیلپ لائن اور بھیجنے والے کو نظر آتا ہے کہ آپ نے کھولی، اور کب۔",
  empty: "ابھی کوئی شکایت منتظر نہیں",
  emptyText: "جب کوئی آپ کے ادارے کو شکایت بھیجے گا تو وہ یہاں خود آ جائے گی۔",
  number: (code: string) => `شکایت ${code}`,
  handed: (day: string) => `${day} کو بھیجی گئی`,
  until: (day: string) => `${day} تک کام میں لا سکتے ہیں`,
  answers: (count: number) => (count === 0 ? "ابھی جواب نہیں دیا" : `آپ کے ${count} جواب`),
  open: "کھولیں",
  state: {
    signed: "راستے میں ہے",
    handed: "نئی",
    fetched: "کھولی جا چکی",
    recalled: "آپ کے کھولنے سے پہلے واپس لے لی گئی",
    locked: "واپس لے لی گئی: بتائیں کہ آپ کیا کریں گے",
    answered: "واپس لی گئی، جواب دے دیا",
    over: "اس کا آخری دن گزر گیا",
  },
} satisfies Messages<typeof en>
