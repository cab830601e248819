/** The labels of the files that go along, as the person will read them. */
export function FileLabels({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null
  return (
    <ul class="plain-list">
      {labels.map((label, at) => (
        <li key={`${at} ${label}`}>
          <bdi class="notranslate">{label}</bdi>
        </li>
      ))}
    </ul>
  )
}
