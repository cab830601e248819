import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "اپنے ادارے کے ان باکس میں سائن اِن کریں",
  intro: "یہاں وہ شکایتیں ہیں جو لوگوں نے اپنی اجازت سے آپ کے ادارے کو بھیجیں۔ جواب بھی یہیں سے دیں۔",
  memory:
    "آپ کی چابیاں صرف اسی ٹیب میں رہتی ہیں۔ صفحہ دوبارہ کھلے تو پھر سے سائن اِن کرنا ہوگا۔ یوں مشترکہ کمپیوٹر پر بھی لوگوں کی باتیں محفوظ رہتی ہیں۔",
} satisfies Messages<typeof en>
