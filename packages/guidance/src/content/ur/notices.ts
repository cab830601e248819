// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Card } from "../../schema.ts"

export const cards: readonly Card[] = [
  {"id":"authority-committee","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"انکوائری کمیٹی"}}},
  {"id":"authority-ombudsperson","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"محتسب برائے انسدادِ ہراسانی"}}},
  {"id":"authority-university","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"یونیورسٹی کی انسدادِ ہراسانی کمیٹی"}}},
  {"id":"authority-nccia","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"سائبر کرائم کے ادارے این سی سی آئی اے"}}},
  {"id":"authority-police","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"پولیس"}}},
  {"id":"notice-not-legal-advice","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"یہ عام رہنمائی ہے، قانونی مشورہ نہیں۔ ہر معاملہ الگ ہوتا ہے، اس لیے بڑے قدم سے پہلے اپنا معاملہ وکیل کو دکھا لیں۔"}}},
  {"id":"notice-verify","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"تصدیق کر لیں۔ ہمیں اس پر پورا یقین نہیں۔"}}},
  {"id":"notice-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"ابھی کسی بیرونی ماہر نے اس کا جائزہ نہیں لیا۔"}}},
  {"id":"notice-reply-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"ان متن کا ابھی کسی وکیل نے جائزہ نہیں لیا۔"}}},
]
