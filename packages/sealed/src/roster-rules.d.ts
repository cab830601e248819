import type { KeyId } from "@shn/domain";
import type { RosterEntry, RosterMember } from "@shn/wire";
import type { ListedMember } from "./directory.ts";
import type { RosterRefusal } from "./findings.ts";
import { type AcceptedEntry } from "./roster.ts";
/** Who signed an entry: the reporter may do everything with their own case, a coordinator only what the policy allows. */
export type EntrySigner = {
    readonly kind: "reporter";
} | {
    readonly kind: "coordinator";
    readonly keyId: KeyId;
};
/** What an entry is judged by. `listed` looks a key up in the verified directory. */
export type EntryContext = {
    readonly reporter: KeyId;
    readonly previous: AcceptedEntry | null;
    readonly signer: EntrySigner;
    readonly listed: (keyId: KeyId) => ListedMember | undefined;
};
/** Step 4b: every rule an entry must keep to be accepted. @returns the first one broken, or null */
export declare function refusalOf(entry: RosterEntry, context: EntryContext): RosterRefusal | null;
/** Whether the directory lets this key stand on a roster in this role. */
export declare function holdsRole(member: RosterMember, listed: ListedMember | undefined): boolean;
