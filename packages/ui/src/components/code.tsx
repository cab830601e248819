// "notranslate", not `translate={false}`: prerendering would leave that out.

/** A code, an identifier, an address: left to right in every language, never translated. */
export function Code({ children }: { readonly children: string | number }) {
  return (
    <bdi class="code notranslate" dir="ltr">
      {children}
    </bdi>
  )
}
