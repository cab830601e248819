import type { AnswerFinding } from "@shn/consent"
import type { CannotStopReason, ClosedReason, WrongFormReason, WrongForumReason } from "@shn/domain"
import { defineArea, isolateLtr, isolateName } from "@shn/ui"

export const messages = defineArea({
  loading: "Looking where it stands",
  unreadable: "What the person signed cannot be read. Nothing can leave. Please tell your administrator.",
  signedOn: (day: string) => `Signed by the person on ${day}`,
  until: (day: string) => `May be used until ${day}`,
  earlier: "Signed before",

  step: {
    unreleased:
      "The person has signed, but their phone has not told our computer yet. It does so by itself when they open their case the next time.",
    taken_back: "The person has taken it back. Nothing more leaves.",
    over: "Its last day has passed and nothing has left. If the person still wants it, put it forward again.",
    replaced: "Something newer has taken its place. This one was never used.",
    handed: "It has been handed over.",
    thinking: (left: string) =>
      `The person has time to think, and may change their mind without a reason. Time left: ${left}.`,
    ready: "The time to think is over.",
  },
  turn: {
    drafter: (alias: string) =>
      `It is the turn of ${isolateName(alias)}, who wrote it: they sign the list of what leaves.`,
    both: (first: string, second: string) =>
      `${isolateName(first)} and ${isolateName(second)} hand it over together.`,
    nobody: "Two members have to stand behind it, and at the moment they do not. Put it forward again.",
  },

  word: {
    title: "The word you agreed on",
    why: "You agreed on a word in the conversation. Somebody who forces the person, or has taken their phone, does not know it.",
    typed: "The person typed",
    none: "Nothing was typed.",
    noneWhat:
      "Agree on a word in the conversation. Then put it forward again, so that the person can sign with it.",
    question: "Is this the word you agreed on?",
    yes: "Yes, I have compared it with the conversation: it is the word",
    missing: "Compare it first, and tick the line above.",
    confirm: "Put my name to it",
    no: "If it is another word, hand over nothing. Ask in the conversation how they are, with care, and tell a coordinator.",
    checked: "Somebody has compared the word and put their name to it.",
    failed: "It could not be kept just now. Please try again.",
  },

  stops: {
    title: "It may not leave",
  },
  finding: {
    "not-a-consent": "What the person signed cannot be read.",
    "bad-signature": "The signature is not the person's.",
    "other-case": "It was signed for another case.",
    contradiction: "It says two things that cannot both be.",
    "boundary-since": "The person has set a limit since then that forbids it. Only they can lift it.",
    "text-differs": "The words that were signed are not the words of what was agreed.",
    "other-agency": "It was signed for another agency.",
    "other-agency-name": "The agency is called something else today than what the person signed.",
    "other-agency-key":
      "The agency has changed its key since the person signed. This protects them: what was signed opens for the old key only.",
    "not-yet-valid": "The person still has time to think.",
    expired: "Its last day has passed.",
    "used-up": "It has been used as often as it allows.",
    superseded: "The person has signed something newer for this agency. Only that counts.",
    "number-taken": "Two consents have the same number. Please tell your administrator.",
    "revocations-stale":
      "It is not certain whether the person has taken it back: our computer could not be asked. Look again.",
    revoked: "The person has taken it back.",
    "field-outside": "Something would leave that the person did not agree to.",
    "field-missing": "Something that the person agreed to is missing.",
    "view-changed": "The text is no longer, word for word, what the person agreed to.",
    "file-outside": "A file would leave that the person did not agree to.",
    "file-missing": "A file that the person agreed to is no longer in the case.",
    "file-changed": "A file is no longer what the person agreed to.",
    "release-missing": "The person's leave to send it does not say the same as their consent.",
    "truth-missing": "The person's word that it is true is missing, or is about something else.",
    "not-drafted": "Nobody on today's list of staff says that they wrote it.",
    "not-approved": "No second member on today's list of staff has approved it.",
    "approved-by-drafter": "Whoever wrote it has approved it too. It takes two.",
    "code-word-unchecked": "Nobody has compared the agreed word yet.",
    "child-protection-missing":
      "The person is under 18. A coordinator who did not write it has to look at it for the protection of children, too.",
    "agency-gone": "The agency has no inbox here any more.",
    "list-too-old": "Our list of keys is too old for anything new. Please tell your administrator.",
    "boundaries-unknown": "What the person does not want could not be read. Look at the case again.",
    "identity-shut":
      "Who the person is does not open on this desk. Only the two who were named can hand it over.",
  },
  /** What a member can do about it; the same for several of them. */
  what: {
    again: "Put it forward again, so that the person can sign what is true today.",
    wait: "Look again in a moment.",
    person: "Ask the person. Nobody else can change it.",
    admin: "Please tell your administrator. Hand over nothing.",
    guard: "Ask a coordinator of this case for their signature.",
  },

  plan: {
    title: "What will leave",
    files: (count: string) => `Files that go along: ${count}`,
    use: (use: string, uses: string) => `This is number ${use} of ${uses}.`,
    sign: "Check everything and sign the list",
    signAgain: "Sign the list again",
    signing: "Checking and signing",
    signed: (alias: string) =>
      `You have signed. Now ${isolateName(alias)} compares the list on their own desk.`,
    failed: "It could not be signed just now. Nothing has left. Please try again.",
  },
  refusal: {
    title: "This is not the list that your desk makes",
    "other-signers": "It names other members than the two who stand behind it.",
    "other-time": "It says that it was made at a time that cannot be.",
    "other-papers": "It lists papers that are not in this case.",
    differs: "It is not what your desk finds in the case: another text, another file, or another signature.",
    "file-missing": "A file is missing.",
    "file-extra": "There is a file too many.",
    "file-twice": "A file is in it twice.",
    "signer-twice": "One member stands in both places.",
    "truth-missing": "The person's word that it is true cannot be read.",
    "too-large": "It is larger than a package can be, 4 GB. Leave out a file and put it forward again.",
    malformed: "Something in it has a form that no package may have.",
    what: "Sign nothing. Talk with the other member; they can sign the list again.",
  },
  build: {
    send: "Compare, sign and send",
    same: "Your desk has made the same list.",
    preparing: "Checking everything once more",
    checking: "Looking at what is there already",
    sending: "Locking it for the agency and sending",
    finishing: "All of it is there. Our computer is making sure.",
    handing: "Looking once more whether it may leave, and handing it over",
    paused: "Paused. Nothing is lost as long as this page stays open.",
    line: "The internet is away. It goes on by itself.",
    server: "Our computer is busy. It goes on by itself.",
    pause: "Pause",
    goOn: "Go on",
    stop: "Stop",
    stays: "You can look at other pages meanwhile. If you close this one, it begins anew.",
  },
  failed: {
    title: "Nothing was handed over",
    gone: "What had been sent is deleted.",
    leftOver: "What had been sent opens for nobody, and is deleted by itself within days.",
    again: "Try again",
    changed: "Something changed while it was on its way. Look at what stands here now.",
    lost: "Our computer lost a piece, or this browser could not go on. It has to be made anew.",
    checkAgain: "The check was too long ago. Begin again.",
    papers: "A paper around the consent is missing.",
    key: "The agency has changed its key. The person has to sign again.",
    build: "It could not be put together. Please tell your administrator.",
    fileChanged: (name: string) =>
      `The file ${isolateName(name)} is not what was handed in. Ask the person to send it again, and tell your administrator.`,
    fileMissing: (name: string) =>
      `A piece of the file ${isolateName(name)} is no longer on our computer. Ask the person to send it again.`,
    fileShut: (name: string) => `The file ${isolateName(name)} could not be fetched. Try once more.`,
    room: "This case has used up its room on our computer. Please tell your administrator.",
    full: "Our computer has no room left at the moment. Please tell your administrator.",
    signedOut: "Your session has ended. Sign in again, then begin anew.",
    other: "It could not be sent. Try once more.",
  },

  after: {
    handedOn: (day: string, alias: string) => `Handed over on ${day} by ${isolateName(alias)}`,
    notOpened: "No officer has opened it yet.",
    opened: (officer: string, day: string, time: string) =>
      `${isolateName(officer)} opened it: ${day}, ${time}`,
    fetched: (officer: string, day: string, time: string) =>
      `${isolateName(officer)} took the package: ${day}, ${time}`,
    unknownOfficer: "Somebody of the agency",
    recalled: "No officer had opened it, and now nobody can.",
    locked:
      "The agency had opened it. It is locked in their app now, and they are asked to say what they do. A copy saved elsewhere cannot be locked.",
    stopAnswered: "The agency has said what it does about it.",
    answers: "What the agency says",
    noAnswers: "The agency has not answered yet.",
    by: (officer: string, day: string, time: string) => `${isolateName(officer)}, ${day}, ${time}`,
    again: "Write what they ask for",
  },
  answer: {
    received: (diary: string) => `They have it, under diary number ${isolateLtr(diary)}.`,
    wrong_form: "They cannot take it like this:",
    wrong_forum: "They say that it belongs somewhere else:",
    instead: (who: string) => `They name: ${isolateName(who)}`,
    ask_more: "They ask for more:",
    verification: "They are looking into whether it is so.",
    enquiry: (number: string) => `An enquiry has begun, number ${isolateLtr(number)}.`,
    fir: (number: string, sections: string) =>
      `A case is registered: FIR ${isolateLtr(number)}, under ${isolateName(sections)}.`,
    court: (court: string) => `It is before the court: ${isolateName(court)}.`,
    courtNumber: (number: string) => `Number at the court: ${isolateLtr(number)}`,
    hearing: (day: string) => `Next hearing: ${day}`,
    closed: "They have closed it:",
    stopped: "They have stopped using it.",
    cannot_stop: "They cannot stop, and say why:",
  },
  wrongForm: {
    field_missing: "something is missing in the form",
    unreadable: "something cannot be read",
    signature_needed: "they want a signature by hand",
    other_form: "they want another form",
  } satisfies Record<WrongFormReason, string>,
  wrongForum: {
    other_place: "another place is responsible",
    other_matter: "they do not deal with such matters",
    other_agency: "another agency is responsible",
    pending_elsewhere: "it is being dealt with elsewhere",
  } satisfies Record<WrongForumReason, string>,
  closed: {
    settled: "the two sides have agreed",
    withdrawn: "it was withdrawn",
    not_enough_proof: "there was not enough proof. That does not mean that it is untrue",
    no_offence: "they find no offence in it",
    respondent_not_found: "the person it is about was not found",
    decided: "it has been decided",
  } satisfies Record<ClosedReason, string>,
  cannotStop: {
    fir_registered: "a case is registered already",
    court_seized: "a court deals with it already",
    law_requires: "the law obliges them",
    child_at_risk: "a child is in danger",
  } satisfies Record<CannotStopReason, string>,
  /** What was delivered as an answer and does not hold. */
  answerFinding: {
    "answer-damaged": "An answer came that cannot be read.",
    "answer-forged": "An answer came that no officer of the list has signed. It is not shown.",
    "answer-of-another-agency": "An answer came from an officer of another agency. It is not shown.",
    "answer-of-another-release": "An answer came that belongs to another hand-over. It is not shown.",
    "answer-missing": "An answer is missing in between. Ask the agency.",
    "answers-fork": "Two answers claim the same place. Ask the agency which one counts.",
  } satisfies Record<AnswerFinding, string>,
})
