import { type CaseId, type KeyId, type MessageId, type Result } from "@shn/domain";
import { type Random } from "@shn/primitives/random";
import { type SignKeyPair } from "@shn/primitives/sign";
import { type Envelope } from "@shn/wire";
import type { CaseKey } from "./case-key.ts";
import { type MessageContent } from "./message-content.ts";
/** How many newest messages one message may name: far more than people writing at the same time ever leave open. */
export declare const MAX_PARENTS = 1000;
/** The signed text inside an envelope. */
export type SignedText = {
    readonly v: 1;
    readonly caseId: CaseId;
    readonly e: number;
    readonly msgId: MessageId;
    readonly author: KeyId;
    /** Exact time by the author's clock, ISO 8601 in UTC with milliseconds: "2026-11-23T07:05:00.000Z". */
    readonly at: string;
    readonly kind: string;
    readonly body: unknown;
    /** Hashes of the newest messages the author had seen. */
    readonly parents: readonly string[];
    /** 32 bytes for the commitment in the log. */
    readonly salt: string;
    /** The roster entry the author wrote under. */
    readonly rosterHash: string;
};
/** An opened envelope: who signed it is not yet checked. */
export type OpenedText = {
    readonly text: SignedText;
    readonly signature: Uint8Array;
    /** The bytes the signature is over. */
    readonly signed: Uint8Array;
};
/**
 * Step 5: signs, pads and seals one message under the case key of its epoch.
 * @param nowMs the author's clock
 * @param parents hashes of the newest messages the author has seen
 * @returns "too-long" when content is over its limit or the envelope over 1 MiB
 */
export declare function sealText(input: {
    readonly caseKey: CaseKey;
    readonly author: {
        readonly keyId: KeyId;
        readonly sign: SignKeyPair;
    };
    readonly content: MessageContent;
    readonly parents: readonly string[];
    readonly rosterHash: string;
    readonly nowMs: number;
    readonly random: Random;
}): Promise<Result<Envelope, "too-long">>;
/** Length of an envelope's bytes for a signed text of so many bytes; always one of the padded lengths + 28. */
export declare function sealedMessageLength(signedTextBytes: number): number;
/**
 * Opens one envelope with the key of its epoch.
 * @returns "does-not-open" for another key or any change of bytes, case, epoch, id or author on the outside;
 * "message-damaged" when what is inside is not a signed text in its canonical form
 */
export declare function openText(key: Uint8Array, envelope: Envelope): Promise<Result<OpenedText, "does-not-open" | "message-damaged">>;
/** Name of a message in others' parents: over the envelope as it travels; base64url of 32 bytes. */
export declare function messageHash(envelope: Envelope): string;
