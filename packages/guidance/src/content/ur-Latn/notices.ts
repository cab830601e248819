// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Card } from "../../schema.ts"

export const cards: readonly Card[] = [
  {"id":"authority-committee","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"inquiry committee ke arkaan"}}},
  {"id":"authority-ombudsperson","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"mohtasib baraye insidad-e-harasani"}}},
  {"id":"authority-university","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"university ki insidad-e-harasani committee"}}},
  {"id":"authority-nccia","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"cyber crime ke idare NCCIA"}}},
  {"id":"authority-police","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"police ke hukkaam"}}},
  {"id":"notice-not-legal-advice","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Yeh aam rehnumai hai, qanooni mashwara nahi. Har mamla alag hota hai, is liye baray qadam se pehle apna mamla wakeel ko dikha lein."}}},
  {"id":"notice-verify","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Tasdeeq kar lein. Humein is par poora yaqeen nahi."}}},
  {"id":"notice-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Abhi kisi bairooni mahir ne is ka jaiza nahi liya."}}},
  {"id":"notice-reply-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"In matn ka abhi kisi wakeel ne jaiza nahi liya."}}},
]
