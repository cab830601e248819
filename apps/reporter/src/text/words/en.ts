import { defineArea } from "@shn/ui"

/** Words for every code of the vocabulary that a person who needs help may meet. */
export const messages = defineArea({
  discipline: {
    psych: "Someone to talk to about how I feel",
    legal: "Advice about the law",
    cyber: "Help with my phone, accounts or pictures online",
  },
  disciplineHint: {
    psych: "A psychologist. For fear, sleep, shame, anger, or when it is all too much.",
    legal: "A lawyer. What the law says, which ways are open to you, and what each would ask of you.",
    cyber: "An online safety expert. Lock your accounts, save proof, take things down.",
  },
  expert: { psych: "psychologist", legal: "lawyer", cyber: "online safety expert" },
  language: {
    ur: "Urdu",
    en: "English",
    pa: "Punjabi",
    ps: "Pashto",
    sd: "Sindhi",
    skr: "Saraiki",
    bal: "Balochi",
    hno: "Hindko",
    brh: "Brahui",
  },
  gender: { woman: "a woman", man: "a man", transgender: "a transgender person" },
  channel: { messages: "Written messages here", voice_call: "A voice call", video_call: "A video call" },
  province: {
    punjab: "Punjab",
    sindh: "Sindh",
    kp: "Khyber Pakhtunkhwa",
    balochistan: "Balochistan",
    ict: "Islamabad",
    ajk: "Azad Kashmir",
    gb: "Gilgit-Baltistan",
    any: "Rather not say",
  },
  age: {
    under_18: "Under 18",
    "18_24": "18 to 24",
    "25_39": "25 to 39",
    "40_plus": "40 or older",
    unsaid: "Rather not say",
  },
  act: {
    workplace: "At work",
    education: "At school, college or university",
    public_space: "In the street, bus or market",
    online_contact: "Messages or calls that do not stop",
    intimate_images: "Private pictures or videos",
    blackmail: "Blackmail: “do this or else”",
    impersonation: "Someone pretends to be me",
    account_attack: "Someone got into my account or phone",
    reputation: "Lies or gossip to shame me",
    family: "Family, husband, wife or an ex",
    child_safety: "A child is being hurt",
    ask_human: "Rather not say here",
  },
  lane: {
    P0: "danger now",
    P1: "serious threats",
    P2: "it keeps happening",
    P3: "a question, or something past",
  },
  minor: { yes: "under 18", no: "18 or older", unknown: "not said" },
  boundary: {
    anonymous: "Nobody may learn who I am",
    no_family: "My family must not know",
    no_prosecution: "No police, no court",
    no_institution: "Do not involve my university or employer",
    wants_institution: "I want my institution to act",
    wants_investigation: "I want a criminal investigation",
    no_media: "No media",
  },
  boundaryHint: {
    anonymous: "Stops every paper that would carry your name.",
    no_family: "Stops calls, letters and visits at home. Nobody may speak to your family.",
    no_prosecution: "Stops every complaint to the police, to NCCIA or to a court.",
    no_institution: "Stops every letter to your university or workplace.",
    wants_institution: "We help you write to the committee of your university or workplace.",
    wants_investigation: "We help you prepare a complaint. You read and sign it before it goes.",
    no_media: "Stops every word to newspapers, TV or social media. On for everyone at the start.",
  },
  excluded: {
    institution_cannot_act_if_not_told:
      "An institution can only act if it is told. So we switched the other one off.",
    investigation_may_lead_to_court: "An investigation can lead to court. So we switched the other one off.",
  },
  notice: {
    agency_will_ask_name:
      "Good to know: the investigating agency will ask for a name. We ask you again before anything goes out.",
  },
  role: {
    reporter: "You",
    expert: "Expert",
    coordinator: "Coordinator",
    trustee: "Trustee from outside",
    administrator: "Administrator",
  },
  reason: {
    knows_you: "has helped you before",
    speaks_language: "speaks your language",
    speaks_close_language: "speaks a language close to yours",
    knows_this_kind: "has helped many people with this",
    trained_for_young_people: "is trained to help young people",
    free_now: "is free now",
    free_before_deadline: "is free soon",
    reaches_province: "works in your province",
    other_province: "works in another province, but can help you",
  },
  /** In place of "gender_as_asked". */
  genderAsAsked: {
    woman: "is a woman, as you asked",
    man: "is a man, as you asked",
    transgender: "is a transgender person, as you asked",
  },
  reasonOfWoman: {
    knows_you: "has helped you before",
    speaks_language: "speaks your language",
    speaks_close_language: "speaks a language close to yours",
    knows_this_kind: "has helped many people with this",
    trained_for_young_people: "is trained to help young people",
    free_now: "is free now",
    free_before_deadline: "is free soon",
    reaches_province: "works in your province",
    other_province: "works in another province, but can help you",
  },
  list: {
    and: (parts: readonly string[]) =>
      parts.length < 2
        ? parts.join("")
        : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1] ?? ""}`,
  },
})
