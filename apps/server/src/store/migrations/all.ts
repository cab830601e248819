import { mailbox } from "./0001-mailbox.ts"
import { uploads } from "./0002-uploads.ts"
import { releases } from "./0003-releases.ts"
import type { Migration } from "./migration.ts"

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [mailbox, uploads, releases]
