// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Card } from "../../schema.ts"

export const cards: readonly Card[] = [
  {"id":"authority-committee","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"the inquiry committee"}}},
  {"id":"authority-ombudsperson","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"the ombudsperson against harassment"}}},
  {"id":"authority-university","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"the university committee against harassment"}}},
  {"id":"authority-nccia","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"NCCIA, the cybercrime agency"}}},
  {"id":"authority-police","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"the police"}}},
  {"id":"notice-not-legal-advice","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"This is general help, not legal advice. Each life is different, so let a lawyer look at yours before a big step."}}},
  {"id":"notice-verify","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Please verify. We are not fully sure of this."}}},
  {"id":"notice-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Not yet reviewed by an outside expert."}}},
  {"id":"notice-reply-not-reviewed","kind":"notice","sources":["D-PRODUCT"],"confidence":"high","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"These texts are not yet reviewed by counsel."}}},
]
