import { type CaseId, type Handle, type KeyId } from "@shn/domain";
/** Name of a case, made from its two public keys (32 and 1216 bytes). */
export declare function caseIdOf(signPk: Uint8Array, kemPk: Uint8Array): CaseId;
/** Name of a reader's or author's key pair (32 and 1216 bytes). */
export declare function keyIdOf(signPk: Uint8Array, kemPk: Uint8Array): KeyId;
/** Name under which a reporter logs in, made from the login key (32 bytes). */
export declare function handleOf(authPk: Uint8Array): Handle;
/** The 16 bytes behind an identifier. @throws Error when the text was never parsed (a bug). */
export declare function idBytes(id: CaseId | Handle | KeyId): Uint8Array;
/** Bytes of a text that a parser has already accepted. @throws Error otherwise (a bug). */
export declare function mustDecode(text: string): Uint8Array;
