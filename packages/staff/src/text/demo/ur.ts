import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  staff: {
    title: "ہمارے فرضی عملے میں سے کوئی بن کر دیکھیں",
    failed: "فرضی عملے کی فہرست نہیں آ سکی۔ دوبارہ کوشش کریں۔",
  },
  officers: {
    title: "ہمارے فرضی افسروں میں سے کوئی بن کر دیکھیں",
    failed: "فرضی افسروں کی فہرست نہیں آ سکی۔ دوبارہ کوشش کریں۔",
  },
  intro:
    "نام چھوتے ہی سچ مچ کا سائن اِن ہوتا ہے، اس خفیہ جملے اور کوڈ سے جو اس نمونے میں پہلے سے رکھے ہیں۔ یہ سب لوگ فرضی ہیں۔",
  tryAs: (alias: string, role: string) => `${alias}، ${role}، بن کر دیکھیں`,
  waiting: (alias: string, seconds: number) =>
    `ہر کوڈ ایک ہی بار چلتا ہے۔ ${seconds} سیکنڈ میں ${alias} کی جگہ داخلہ خود ہو جائے گا، کچھ کرنے کی ضرورت نہیں۔`,
} satisfies Messages<typeof en>
