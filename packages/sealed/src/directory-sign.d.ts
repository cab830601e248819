import type { SignKeyPair } from "@shn/primitives/sign";
import { type DirectoryStatement, type Dsse, type RegistrarStatement } from "@shn/wire";
/** Step 3, at the ceremony: the organisation root says who may sign the directory. */
export declare function signRegistrars(statement: RegistrarStatement, root: SignKeyPair): Dsse;
/**
 * Step 3: one registrar's signature over the directory. With a threshold of two, two registrars sign the same
 * statement and both envelopes are published.
 */
export declare function signDirectory(statement: DirectoryStatement, registrar: SignKeyPair): Dsse;
