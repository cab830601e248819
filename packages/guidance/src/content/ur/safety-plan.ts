// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Card } from "../../schema.ts"

export const cards: readonly Card[] = [
  {"id":"plan-people","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"میرے لوگ"},"points":[{"text":"ایک شخص جسے کسی بھی وقت فون ہو سکے"},{"text":"قریب کا ایک پڑوسی یا دکان"},{"text":"ایک لفظ جس کا مطلب ہو \"میرے لیے فون کرو\""},{"text":"کوئی جو ایک رات بچوں کو رکھ سکے"}]}},
  {"id":"plan-places","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"میری جگہیں"},"points":[{"text":"سب سے محفوظ کمرہ، جس میں نکلنے کا دوسرا راستہ ہو"},{"text":"گھر سے نکلنے کا راستہ، دن اور رات"},{"text":"سب سے پہلے کہاں، پھر کہاں"},{"text":"روز کے راستے میں کوئی عوامی جگہ"}]}},
  {"id":"plan-things","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"میری چیزیں"},"points":[{"text":"شناختی کارڈ، اور کہیں اور رکھی نقل"},{"text":"کچھ پیسے، فالتو چابی، دوائیں"},{"text":"کاغذات: سکول، نکاح، بینک"},{"text":"چارج کیا ہوا فون اور چارجر"}]}},
  {"id":"plan-numbers","kind":"plan","sources":["GK","H3","H1"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"نمبر جو زبانی یاد ہوں"},"points":[{"text":"15 پولیس، 1122 ریسکیو، 1099 مشورہ"},{"text":"میرا ایک بھروسے والا شخص"},{"text":"اپنے لیے ایک جملہ: \"اگر پھر شروع ہوا تو میں…\""}]}},
  {"id":"plan-mind","kind":"plan","sources":["GK","O1"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"جب دل بہت گھبرائے"},"points":[{"text":"نشانیاں کہ دل ڈوب رہا ہے"},{"text":"تین چیزیں جو ایک گھنٹہ نکال دیں"},{"text":"کس سے کہنا ہے: \"آج دن بھاری ہے\""},{"text":"کون سی چیز پہنچ سے دور رکھنی ہے"},{"text":"1122، اور امنگ ⁦0311-7786264⁩"}]}},
]
