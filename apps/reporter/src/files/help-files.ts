import { type Locale, ok, type Result } from "@shn/domain"
import { systemRandom } from "@shn/primitives/random"
import type { FileContent, ReporterKeys } from "@shn/sealed"
import type { HeavyWork } from "../session/heavy-work.ts"
import type { Visit } from "../session/visit.ts"
import { type FilesText, loadFiles } from "../text/files/area.ts"
import { caseFiles } from "./case-files.ts"
import { FileList, FilesView } from "./files-view.tsx"
import { type FileItem, type FileTray, fileTray } from "./tray.ts"

/** Everything about files in "get help". Fetched when the first file is about to be added, not before. */
export type HelpFiles = {
  readonly tray: FileTray
  readonly text: FilesText
  readonly View: typeof FilesView
  readonly List: typeof FileList
  readonly toTell: typeof filesToTell
}

/**
 * @param open opens the sealed case, which owns the room for files; may be called again
 * @param now this device's clock
 */
export async function helpFiles(
  locale: Locale,
  tools: {
    readonly visit: Visit
    readonly heavy: HeavyWork
    readonly keys: () => Promise<ReporterKeys>
    readonly open: () => Promise<Result<null, string>>
    readonly now: () => number
  },
): Promise<HelpFiles> {
  const files = caseFiles({ ...tools, caseId: async () => (await tools.keys()).caseId })
  const tray = fileTray({
    ...files,
    announce: tools.open,
    // Told in the report itself: until that is handed in, nobody is told anything.
    tell: async () => ok(null),
    now: tools.now,
    random: systemRandom,
  })
  return { tray, text: await loadFiles(locale), View: FilesView, List: FileList, toTell: filesToTell }
}

/** What the report says about each chosen file: "file" for what is there, "upload" for what goes on later. */
export function filesToTell(items: readonly FileItem[]): readonly FileContent[] {
  return items
    .filter(({ state }) => state.is !== "twin")
    .map(({ start, state }): FileContent => {
      if (state.is !== "sent") return { kind: "upload", body: start }
      return { kind: "file", body: { ...start, ...state.result, note: "" } }
    })
}
