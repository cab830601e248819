import { useUi } from "../ui-context.tsx"

/** First thing on the page for keyboards: jump over the header. */
export function SkipLink({ targetId = "main" }: { readonly targetId?: string | undefined }) {
  const { common } = useUi()
  return (
    <a class="skip-link" href={`#${targetId}`}>
      {common.skipToContent}
    </a>
  )
}
