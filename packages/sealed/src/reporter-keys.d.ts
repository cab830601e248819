import type { CaseId, Handle, KeyId, Result } from "@shn/domain";
import { type Argon2Path, type Argon2Progress } from "@shn/primitives/argon2";
import { type KemKeyPair } from "@shn/primitives/hpke-open";
import type { Random } from "@shn/primitives/random";
import * as code from "@shn/primitives/receipt-code";
import { type SignKeyPair } from "@shn/primitives/sign";
/** Step 1. Fixed in the client and never sent by a server, so that no server can ask for less (OWASP floor, 2025). */
export declare const RECEIPT_KDF: {
    readonly memoryKiB: 19456;
    readonly iterations: 2;
    readonly parallelism: 1;
};
/** Everything a receipt code opens. Lives in memory only. */
export type ReporterKeys = {
    readonly kind: "reporter";
    readonly handle: Handle;
    readonly caseId: CaseId;
    /** The reporter's name as reader and author on the roster. */
    readonly keyId: KeyId;
    /** Logs in, nothing else. */
    readonly auth: SignKeyPair;
    /** The case key: signs messages, roster entries and later consents. */
    readonly sign: SignKeyPair;
    /** Opens key wraps. */
    readonly kem: KemKeyPair;
    /** "js" when WebAssembly was not available (slow). */
    readonly argon2: Argon2Path;
};
/** 88 random bits. @see receiptCode for how a person writes them down */
export declare function newReceiptSecret(random: Random): Uint8Array;
/** The code's two faces: nine groups of four digits, and nine English words. */
export declare function receiptCode(secret: Uint8Array, deploymentId: string): code.ReceiptCode;
/** Reads a code as typed or pasted; every wrong one gives the same answer. @returns the 11-byte secret */
export declare function parseReceiptCode(text: string, deploymentId: string): Result<Uint8Array, code.ReceiptCodeError>;
/**
 * Step 1: secret to keys. Takes about half a second on a slow phone, several seconds without WebAssembly.
 * @param secret 11 bytes
 * @param deploymentId of the build, 22 characters
 * @param onProgress called on the slow path only, 0 to 1
 */
export declare function deriveReporterKeys(secret: Uint8Array, deploymentId: string, options?: {
    readonly onProgress?: Argon2Progress;
}): Promise<ReporterKeys>;
