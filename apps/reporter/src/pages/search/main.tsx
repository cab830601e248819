import "../learn/main.tsx"
import { loadSearchIndex } from "@shn/guidance"
import { loadCheck } from "../../text/check/area.ts"
import { startIsland } from "../learn/island.tsx"
import { SearchApp } from "./search-app.tsx"

void startIsland(
  async (locale) => {
    const [index, text] = await Promise.all([loadSearchIndex(locale), loadCheck(locale)])
    return { index, text }
  },
  ({ index, text }) => <SearchApp index={index} text={text.search} />,
)
