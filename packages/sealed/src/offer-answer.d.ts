import type { SignKeyPair } from "@shn/primitives/sign";
import { type Dsse, type OfferAnswer } from "@shn/wire";
/** Signs an answer with the expert's key. */
export declare function signAnswer(answer: OfferAnswer, keys: SignKeyPair): Dsse;
/** Reads an answer without checking its signature. @returns null when it is not in the form of one */
export declare function readAnswer(envelope: Dsse): OfferAnswer | null;
/** Whether the answer was signed with this key. @param signPk 32 bytes */
export declare function isAnswerSignedBy(envelope: Dsse, signPk: Uint8Array): boolean;
