import type {
  PartBegunRequest,
  PartGetRequest,
  PartPutRequest,
  UploadFinishRequest,
  UploadOpenRequest,
  UploadRequest,
} from "@shn/wire"
import type { UploadCaller } from "../../uploads/caller.ts"
import { dropUpload } from "../../uploads/drop-upload.ts"
import { finishUpload } from "../../uploads/finish-upload.ts"
import { openUpload } from "../../uploads/open-upload.ts"
import { putPart } from "../../uploads/put-part.ts"
import { partBegun, readPart, uploadState } from "../../uploads/read-upload.ts"
import type { Context, WithBody } from "../handler.ts"

/** The handlers of files, which differ between the origins only in who calls. @param whoIs of a checked caller */
export function uploadHandlers<Caller, E extends string>(whoIs: (caller: Caller) => UploadCaller<E>) {
  return {
    openUpload: (request: UploadOpenRequest, { deps, caller }: Context<Caller>) =>
      openUpload(deps, whoIs(caller), request),
    uploadState: (request: UploadRequest, { deps, caller }: Context<Caller>) =>
      uploadState(deps, whoIs(caller), request),
    putPart: (request: PartPutRequest, { deps, caller, body }: Context<Caller> & WithBody) =>
      putPart(deps, whoIs(caller), request, body),
    partBegun: (request: PartBegunRequest, { deps, caller }: Context<Caller>) =>
      partBegun(deps, whoIs(caller), request),
    finishUpload: (request: UploadFinishRequest, { deps, caller }: Context<Caller>) =>
      finishUpload(deps, whoIs(caller), request),
    dropUpload: (request: UploadRequest, { deps, caller }: Context<Caller>) =>
      dropUpload(deps, whoIs(caller), request),
    getPart: (request: PartGetRequest, { deps, caller }: Context<Caller>) =>
      readPart(deps, whoIs(caller), request),
  }
}
