/** The little of Trusted Types that is used; browsers without it run the same scripts without the extra lock. */
type PolicyFactory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown }
}

/** The one policy of this app ("trusted-types shn"): scripts of this page's own origin, for its two workers. */
const POLICY = "shn"

/**
 * Vouches for the address of one of our own worker scripts.
 * @throws Error for any other origin
 */
export function ownScriptUrl(url: string): unknown {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  if (factory === undefined) return checked(url)
  policy ??= factory.createPolicy(POLICY, { createScriptURL: checked })
  return policy.createScriptURL(url)
}

// A policy of one name can be made once in a page.
let policy: ReturnType<PolicyFactory["createPolicy"]> | undefined

function checked(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new Error("not our script")
  return url
}
