// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Card } from "../../schema.ts"

export const cards: readonly Card[] = [
  {"id":"plan-people","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"My people"},"points":[{"text":"One person I can call at any hour"},{"text":"One neighbour or shop near me"},{"text":"A word that means \"call for me\""},{"text":"Someone who can take the children for a night"}]}},
  {"id":"plan-places","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"My places"},"points":[{"text":"The safest room, with a second way out"},{"text":"The way out of the house, by day and by night"},{"text":"Where I go first, and second"},{"text":"A public place on my daily way"}]}},
  {"id":"plan-things","kind":"plan","sources":["GK","O2"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"My things"},"points":[{"text":"CNIC and a copy kept elsewhere"},{"text":"Some money, a spare key, medicine"},{"text":"Papers: school, marriage, bank"},{"text":"A charged phone and a charger"}]}},
  {"id":"plan-numbers","kind":"plan","sources":["GK","H3","H1"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"Numbers I know by heart"},"points":[{"text":"15 police, 1122 rescue, 1099 advice"},{"text":"My one person"},{"text":"A line for me: \"If it starts again, I will…\""}]}},
  {"id":"plan-mind","kind":"plan","sources":["GK","O1"],"confidence":"medium","checkedOn":"2026-11-22","expiresOn":"2027-11-22","reviewer":null,"meta":{},"text":{"title":{"text":"When it gets dark inside"},"points":[{"text":"Signs that I am sinking"},{"text":"Three things that carry me for an hour"},{"text":"Whom I tell: \"Today is a bad day\""},{"text":"What I put out of reach"},{"text":"1122, and Umang 0311-7786264"}]}},
]
