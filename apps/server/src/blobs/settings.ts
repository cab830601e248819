import { err, ok, type Result } from "@shn/domain"
import type { S3Settings } from "./s3.ts"

/** Where parts of files are kept: the folder of the server's data, or a bucket. */
export type BlobSettings = { readonly kind: "disk" } | ({ readonly kind: "s3" } & S3Settings)

const REGION = /^[a-z0-9-]{1,40}$/i
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** @returns one clear sentence about the first setting that is wrong */
export function blobSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<BlobSettings, string> {
  const kind = env.SHN_BLOBS || "disk"
  if (kind === "disk") return ok({ kind })
  if (kind !== "s3") return err("SHN_BLOBS must be disk or s3.")
  const endpoint = env.SHN_S3_ENDPOINT ?? ""
  if (!isOrigin(endpoint)) {
    return err("SHN_S3_ENDPOINT must look like https://s3.example.org, without a path or a slash at the end.")
  }
  const bucket = env.SHN_S3_BUCKET ?? ""
  if (!BUCKET.test(bucket)) {
    return err("SHN_S3_BUCKET must name the bucket: 3 to 63 small letters, digits, dots or hyphens.")
  }
  const region = env.SHN_S3_REGION || "us-east-1"
  if (!REGION.test(region)) return err("SHN_S3_REGION must be the name of a region, for example us-east-1.")
  const key = env.SHN_S3_KEY ?? ""
  const secret = env.SHN_S3_SECRET ?? ""
  if (key === "" || secret === "")
    return err("Set both SHN_S3_KEY and SHN_S3_SECRET: the bucket's key and its secret.")
  return ok({ kind, endpoint, bucket, region, key, secret })
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text)
    return origin === text && /^https?:$/.test(protocol)
  } catch {
    return false
  }
}
