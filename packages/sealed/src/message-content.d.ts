import { type AgeBand, type Boundary, type KeyId, type Locale, type NeedId, type RosterPolicy } from "@shn/domain";
/** The person's own account, as written on the first day. */
export type Intake = {
    readonly story: string;
    readonly boundaries: readonly Boundary[];
    readonly ageBand: AgeBand;
    readonly locale: Locale;
    /** Answers to the questions of the form, by question code; the app that asks also shows them. */
    readonly answers: {
        readonly [question: string]: string;
    };
    /** How, when and with which opening words it is safe to reach the person; "" when they did not say. */
    readonly safeContact: string;
    /** needId -> base64url key of that need's preview, so that a coordinator can offer the need by hand. */
    readonly previewKeys: {
        readonly [need: string]: string;
    };
};
/** Who was asked to help with a need and why, in codes that every screen can put into words. */
export type AssignmentNote = {
    readonly need: NeedId;
    readonly by: "router" | "coordinator";
    readonly picks: readonly {
        readonly keyId: KeyId;
        readonly reasons: readonly string[];
    }[];
    /** A coordinator's own words, "" when there are none. */
    readonly note: string;
};
/** The switches as the person has set them now. */
export type PolicyNote = {
    readonly policy: RosterPolicy;
    readonly boundaries: readonly Boundary[];
};
/** Every kind of sealed message. Closed: a reader that meets another kind reports it and shows the rest. */
export type MessageContent = {
    readonly kind: "intake";
    readonly body: Intake;
} | {
    readonly kind: "text";
    readonly body: {
        readonly text: string;
    };
} | {
    readonly kind: "assignment";
    readonly body: AssignmentNote;
} | {
    readonly kind: "policy";
    readonly body: PolicyNote;
};
export declare const MESSAGE_KINDS: readonly ["intake", "text", "assignment", "policy"];
export type MessageKind = (typeof MESSAGE_KINDS)[number];
/** Kinds that only the reporter may write. */
export declare const REPORTER_KINDS: readonly MessageKind[];
/** @returns the content, or null when kind and body are not a pair of ours */
export declare function parseContent(kind: string, body: unknown): MessageContent | null;
