/** A code, an identifier, an address: left to right in every language, never translated. */
export function Code({ children }: { readonly children: string | number }) {
  return (
    <bdi class="code" dir="ltr" translate={false}>
      {children}
    </bdi>
  )
}
