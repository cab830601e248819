import type { HandOfferRequest, SubmitRequest, v } from "@shn/wire";
/** Body of the route that submits a case. */
export type SubmitBody = SubmitRequest;
/** Body of the route by which a coordinator offers a need by hand. */
export type HandOfferBody = v.InferOutput<typeof HandOfferRequest>;
