import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "ڈیسک میں سائن اِن کریں",
  intro: "خوش آمدید۔ جن لوگوں نے ہمیں لکھا ہے وہ آپ ہی جیسے کسی کے انتظار میں ہیں۔",
  memory:
    "آپ کی چابیاں صرف اسی ٹیب میں رہتی ہیں۔ صفحہ دوبارہ کھلے تو پھر سے سائن اِن کرنا ہوگا۔ یوں مشترکہ کمپیوٹر پر بھی معاملے محفوظ رہتے ہیں۔",
} satisfies Messages<typeof en>
