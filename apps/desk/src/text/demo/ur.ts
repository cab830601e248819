import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "ہمارے فرضی عملے میں سے کسی کی جگہ آ کر دیکھیں",
  intro:
    "ایک بار چھونے سے آپ سچ مچ اندر آ جائیں گے، ایسے خفیہ جملے اور کوڈ سے جو یہ نمونہ جانتا ہے۔ یہ لوگ حقیقت میں نہیں ہیں۔",
  tryAs: (alias: string, role: string) => `${alias}، ${role}، بن کر دیکھیں`,
  failed: "فرضی عملے کی فہرست نہیں آ سکی۔ دوبارہ کوشش کریں۔",
} satisfies Messages<typeof en>
