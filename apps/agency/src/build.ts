import type { Deployment } from "@shn/wire"

declare global {
  /** The helpline this build belongs to, with the root that every key hangs on. Set by vite.config.ts. */
  const __DEPLOYMENT__: Deployment
  /** True in the demo helpline's build only. Code behind it is absent from every other build. */
  const __DEMO__: boolean
}

/** What was compiled into this build. */
export function builtFor(): Deployment {
  return __DEPLOYMENT__
}
