import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { S3Settings } from "../s3.ts"

/** An S3-compatible server of its own, for tests: real requests and signatures, over a folder. */
export type TestBucket = {
  readonly settings: S3Settings
  /** Where it keeps its objects, for scans. */
  readonly folder: string
  readonly stop: () => Promise<void>
  /** Starts it again at the same address, over the same objects. */
  readonly start: () => Promise<void>
}

// The package has no types.
type S3rver = { run(): Promise<{ address: string; port: number }>; close(): Promise<void> }
type S3rverClass = new (options: Readonly<Record<string, unknown>>) => S3rver

// The key and secret that s3rver knows.
const KEY = "S3RVER"

export async function startBucket(): Promise<TestBucket> {
  const Server = createRequire(import.meta.url)("s3rver") as S3rverClass
  const folder = mkdtempSync(join(tmpdir(), "shn-bucket-"))
  const bucket = "shn-files"
  let port = 0
  let server: S3rver | null = null
  async function start(): Promise<void> {
    server = new Server({
      address: "127.0.0.1",
      port,
      silent: true,
      directory: folder,
      configureBuckets: [{ name: bucket }],
    })
    port = (await server.run()).port
  }
  await start()
  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket, region: "us-east-1", key: KEY, secret: KEY },
    folder,
    start,
    stop: async () => {
      await server?.close()
      server = null
    },
  }
}

/** Deletes what a stopped bucket kept. */
export function removeBucket({ folder }: TestBucket): void {
  rmSync(folder, { recursive: true, force: true })
}
