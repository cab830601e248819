import type { Deployment } from "@shn/wire"

declare const __DEPLOYMENT__: Deployment
declare const __DEMO__: boolean

/** The helpline this build belongs to: compiled in, never fetched, so that no server can swap the pinned root. */
export function deploymentOfBuild(): Deployment {
  return __DEPLOYMENT__
}

/** True in a demo build. A constant of the build, so that demo code is not in a real one at all. */
export const isDemoBuild: boolean = __DEMO__
