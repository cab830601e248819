import "../learn/main.tsx"
import { loadCards } from "@shn/guidance"
import { loadCheck } from "../../text/check/area.ts"
import { startIsland } from "../learn/island.tsx"
import { readPageData } from "../page-data.ts"
import { CheckApp } from "./check-app.tsx"
import type { CheckData } from "./check-data.ts"

void startIsland(
  async (locale) => {
    const [check, types, text] = await Promise.all([
      loadCards(locale, "check"),
      loadCards(locale, "types"),
      loadCheck(locale),
    ])
    return { cards: [...check, ...types], text }
  },
  ({ cards, text }) => (
    <CheckApp
      cards={cards}
      data={readPageData<CheckData>()}
      text={text}
      loadCarryOn={async () => (await import("./carry-on.tsx")).loadCarryOn()}
    />
  ),
)
