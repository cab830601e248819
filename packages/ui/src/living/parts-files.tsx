import { Button } from "../components/button.tsx"
import { FileCard } from "../files/file-card.tsx"
import { FilePick } from "../files/file-pick.tsx"
import type { LivingText } from "../text/living/area.ts"

export function FilesPart({ text }: { readonly text: LivingText }) {
  const { files } = text
  const link = (words: string) => <Button kind="link">{words}</Button>
  return (
    <div class="stack">
      <FilePick onPick={() => {}}>{files.pick}</FilePick>
      <FileCard
        name={`${files.name}.jpg`}
        facts={files.picture}
        icon="picture"
        status={files.sending}
        fraction={0.43}
        actions={
          <>
            {link(files.pause)}
            {link(files.takeAway)}
          </>
        }
      />
      <FileCard
        name={`${files.name}.mp4`}
        facts={files.film}
        icon="film"
        status={files.paused}
        actions={link(files.goOn)}
      />
      <FileCard
        name={`${files.name}.webm`}
        facts={files.sound}
        icon="sound"
        status={files.sent}
        tone="good"
        actions={link(files.takeAway)}
      />
      <FileCard
        name={`${files.name}.png`}
        facts={files.picture}
        icon="picture"
        status={files.gone}
        tone="bad"
        actions={link(files.takeAway)}
      />
    </div>
  )
}
