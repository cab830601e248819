import type { ReporterKeys } from "./reporter-keys.ts";
/**
 * Step 1: the signature that answers a login challenge.
 * @param origin of this page, e.g. "https://help.example.org": never taken from the server's answer
 * @param challenge base64url of 32 bytes
 * @returns base64url of 64 bytes
 */
export declare function loginAnswer(keys: ReporterKeys, origin: string, challenge: string): string;
/**
 * Step 1: the proof that goes with a solved puzzle and opens an empty sealed case.
 * @param challenge of the puzzle, base64url of 32 bytes
 * @returns base64url of 64 bytes
 */
export declare function openingProof(keys: ReporterKeys, origin: string, challenge: string): string;
/** The public halves that the server is told when a case is opened. */
export declare function publicKeysOf(keys: ReporterKeys): {
    readonly authPk: string;
    readonly signPk: string;
    readonly kemPk: string;
};
