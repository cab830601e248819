import { defineArea, plural } from "@shn/ui"

/** Everything said on the screens of "get help". */
export const messages = defineArea({
  next: "Go on",
  skip: "Rather not say",
  change: "Change",
  draft: {
    found: "You started to write on this phone.",
    foundText: "What you wrote is locked. You can go on with it, or delete it for good.",
    goOn: "Go on with it",
    drop: "Delete it",
    gone: "The key of what you had started is gone, after 24 hours or because you left. So we deleted it. Please start again; we are sorry.",
    kept: "Saved on this phone, locked. The button “Leave now” deletes it.",
    memoryOnly:
      "Not saved on this phone: it has no room, or our server cannot be reached. If you close this page, your words are gone.",
    otherTab:
      "This form is open in a second window. We keep only what you write in the first one. Please close one of them.",
  },
  safe: {
    title: "Is it safe to talk now?",
    lead: "Look around. Can anyone read over your shoulder?",
    exitHint:
      "The button “Leave now” is on every screen. It deletes everything here and opens a harmless page. You can also press Esc twice. Only your browser’s own list of visited pages stays.",
    yes: "Yes, I can talk",
    no: "No, not now",
    notNow:
      "Then leave for now and come back when you are alone. Help will still be here. If you are in danger, call one of these numbers when you can.",
    stillOn: "Go on anyway",
    limitsTitle: "Before you tell us anything",
    limits1: "What you write is read only by the people you see before you send.",
    limits2:
      "Only if a child is being hurt or somebody's life is in danger may they have to act, and they tell you first.",
    dangerTitle: "In danger right now?",
    allNumbers: "All numbers, by province",
  },
  now: {
    title: "Is any of this true right now?",
    lead: "Tap all that fit. It helps us to see how quickly somebody must answer.",
    none: "None of these",
    item: {
      danger_now: "I am in danger at this moment",
      suicidal_plan: "I think of ending my life and know how",
      minor_contact_or_images:
        "I am under 18 (or it is about a child), and they are in contact or have pictures",
      live_extortion_deadline: "They want money or something else by a certain time",
      threats: "They threaten to hurt me or someone I love",
      offline_stalking: "They follow me or wait for me",
      household_respondent: "It is my husband, wife, ex, or someone in my family or home",
      powerful_respondent: "They have power or connections",
      images_spread: "My private pictures are being passed around",
      suicidal_thoughts: "Sometimes I do not want to live any more",
      repeated: "It happens again and again",
      authority_over: "They decide about my marks, my job or my pay",
    },
  },
  numbers: {
    title: "Please look at these numbers first",
    lead: "What you tell us sounds urgent. A call is faster than we can be. You can still go on here, now or after the call.",
    crisis:
      "If you think of ending your life: this pain can become smaller. Please do not stay alone now. Sit with one person, even without words, and call.",
    goOn: "Go on with the form",
  },
  age: {
    title: "How old are you?",
    lead: "So that young people get someone who is trained to help them.",
    young:
      "Good that you are here. It is not your fault. We do not tell your parents by ourselves. If you are being hurt, the expert may have to act to keep you safe, and talks with you first. Is there one grown-up you trust? You can name them later.",
  },
  what: {
    title: "What is it about?",
    lead: "Choose the one that fits best. You can tell the rest in your own words.",
  },
  where: {
    title: "Where do you live?",
    lead: "Only to find a lawyer who may work there. You may leave it out.",
  },
  boundaries: {
    title: "You decide what happens",
    lead: "These switches are locked in. Nobody at the helpline can change them, only you, on any day.",
    policyTitle: "Who may join your case",
    askMe: "Ask me before anyone new reads this",
    askMeHint:
      "Nobody joins without your yes. One exception: if no expert takes your case, a coordinator may offer it to one.",
    sameField: "Another expert of the same kind may step in",
    sameFieldHint: "Faster, for example when your expert is ill. You always see who it is.",
  },
  kinds: {
    title: "What kind of help would be good?",
    lead: "Choose one or more.",
    missing: "Please choose at least one kind of help.",
  },
  expert: {
    title: "Who would you like to talk to?",
    languages: "In which language?",
    languagesHint: "The first one you tap counts most.",
    missingLanguage: "Please choose at least one language.",
    gender: "A woman or a man?",
    any: "I do not mind",
    prefer: (who: string) => `If possible ${who}`,
    must: (who: string) => `Only ${who}`,
    mustHint: "This may take longer.",
    channel: "How would you like to talk?",
    channelHint:
      "Everything begins here with written messages. A call is arranged by your expert with you. Nobody calls you unasked.",
    staff: "This concerns someone who works here",
    staffHint:
      "Then that person gets no key to your words. Somebody from outside watches over your case as well.",
    leaveOut: "Who must not read this?",
    leaveOutRole: { coordinator: "All coordinators", expert: "All experts of this helpline" },
    leaveOutFailed: "We cannot show our people at the moment. Please try again when you are connected.",
    trusteeAdded: (alias: string) => `${alias}, from outside the helpline, will also read your case.`,
    noTrustee:
      "There is no trustee from outside at the moment. Please think about calling one of the numbers instead.",
  },
  story: {
    title: "Tell it in your own words",
    lead: "It does not have to be in order. What happened? Since when? What do you fear most? What do you wish for?",
    label: "Your words",
    hint: "Any language. If there are private pictures: please do not send them. Tell us where they are.",
    empty:
      "There is nothing here yet. A few words are enough, for example: “Someone at work will not leave me alone.”",
    long: "This is longer than 200,000 characters. Please shorten it, or send the rest later as a message.",
    contactLong:
      "This is longer than 900 characters. Please shorten it here; the rest can go into your words above.",
    files: "Pictures, recordings, files (you may skip this)",
    addFile: "Add a picture, recording or file",
    filesFailed: "We cannot open this part at the moment. Please try again when you are connected.",
    contact: "A safe way to reach me (you may skip this)",
    contactHint: "Only if you want. Only your expert reads it. Nobody calls without asking you here first.",
    number: "Number",
    hours: "When is it safe?",
    who: "Who else may pick up?",
    words: "What should we say first, so that nobody suspects anything?",
  },
  about: {
    title: "Who is it about?",
    lead: "You may leave this empty. An expert who knows that person should step aside. So they see these few lines first, and nothing else, and must step aside if they know the person.",
    label: "Name, nickname, account name or place",
    long: "This is longer than 4,000 characters. A few lines are enough here; please put the rest into your story.",
    hint: "For example: “Asad from the accounts office, @asad_k”. Please not your own name.",
  },
  review: {
    title: "Please look once more",
    working: "We are looking for the right people…",
    whoTitle: "Who will be able to read it",
    you: "You, with your code",
    first: "reads it after saying yes",
    second: "only if the first one cannot",
    onDuty: "on duty; makes sure that nothing is lost",
    trustee: "from outside; because it concerns someone who works here",
    because: (alias: string, reasons: string) => `${alias} ${reasons}.`,
    nobody: (expert: string) =>
      `Nobody of this kind is free at the moment (${expert}). The coordinators keep your case and look for someone.`,
    nobodyAtAll:
      "Because of the people you left out, nobody here could read your case. Please go back and choose again, or call one of the numbers.",
    seesTitle: "What our computer sees to find them",
    seesLead: "This, and nothing else. It is deleted as soon as an expert says yes.",
    seesKind: "Kind of help",
    seesLanguages: "Languages",
    seesGender: "Woman or man",
    seesChannel: "How you want to talk",
    seesProvince: "Province",
    seesUrgency: "How urgent",
    seesAct: "What it is about",
    seesAge: "Age",
    hidden: "hidden",
    provinceRare: "hidden: so few lawyers share your language that the choice would give it away",
    alsoSees:
      "It also sees: today's date, how long your locked text is and how large each locked file is (rounded), and who has a key.",
    storyTitle: "Your words",
    storyLength: (count: string) => `${count} characters, locked. Our computer cannot read them.`,
    off: "Nobody is on duty at this moment.",
    offNext: (when: string) => `Somebody is here again ${when}. You can send now; it waits for them safely.`,
    offUnknown: "We do not know yet when somebody is here again. You can send now; it waits safely.",
    offCall: "If you cannot wait, please call:",
    again: "The person we showed you is no longer free. Please look at this again.",
    confirm: "Yes, these people may read it",
    lastStep: "Next you get your code. Nothing is sent before that.",
  },
  receipt: {
    title: "This is your code",
    lead: "It is the only way back to your case. We cannot give it to you again.",
    digits: "As numbers",
    words: "As words",
    keep: "How to keep it",
    keep1: "Write it on paper among other numbers, for example in a school book or a recipe.",
    keep2: "Or learn the words as a small story. Or give it to one person you fully trust.",
    keep3: "Better not as a photo or in your messages, if others look into your phone.",
    done: "I have kept it",
  },
  typeBack: {
    title: "One small check",
    lead: "Type these two parts of your code. So we both know that you have it.",
    part: (position: number) => `Part ${position}`,
    wrong: "That is not the same. Please look at your code again; nothing is lost.",
    show: "Show me the code again",
    send: "Send",
  },
  sending: "This takes a few seconds. Please keep this page open.",
  sent: {
    title: "Sent. That took courage.",
    lead: "Your words are with the people you saw. You have done enough for today.",
    when: (time: string) => `Somebody answers within ${time} at the latest.`,
    whenService: (time: string) => `Somebody answers within ${time}, counted while the helpline is open.`,
    backTitle: "Come back",
    back: (day: string) => `A good day to look again: ${day}.`,
    backHow:
      "Open this site on any phone, tap “Come back” and enter your code. We never write to you or call you.",
    filesLeft: (count: number) =>
      plural(
        count,
        "1 file is not with us yet. Open your case with your code and choose the same file again: it goes on where it stopped.",
        `${count} files are not with us yet. Open your case with your code and choose the same files again: they go on where they stopped.`,
      ),
    nextTitle: "What happens now",
    next1: "An expert checks that they do not know the person it is about.",
    next2: "Then they read your words and answer here.",
    next3: "You decide every next step.",
    open: "Look into my case",
    finish: "Leave and clear everything",
    urgent: "If it gets worse before that, do not wait for us:",
  },
  work: {
    slow: (percent: number) => `Your phone needs a little longer to lock this safely: ${percent} %.`,
  },
  clock: {
    title: "Which date is right?",
    text: (phone: string, server: string) =>
      `Your phone says ${phone}. Our server says ${server}. We need the right date to check that our list of people is fresh.`,
    phone: (day: string) => `${day} (my phone)`,
    server: (day: string) => `${day} (the server)`,
  },
  failed: {
    offline:
      "There is no connection. Everything you wrote is still here. We send it when you tap “Try again”.",
    chain:
      "The list of our people is not signed the way it must be. To protect you, nothing was sent. Please call one of the numbers instead.",
    expired:
      "The list of our people is too old to trust. To protect you, nothing was sent. Please try again later, or call one of the numbers.",
    older:
      "Somebody shows us an older list of our people. To protect you, nothing was sent. Please try again later.",
    uncertified: "The server named someone who is not on our signed list. To protect you, nothing was sent.",
    busy: "There is a lot going on. Please try again in a minute. Nothing is lost.",
    full: "Our server cannot store anything at the moment. Please try again later, or call one of the numbers. Nothing is lost here.",
    budget: "That was a lot of tries today. Please try again tomorrow; your words stay here.",
    already:
      "Your first try had arrived after all, with your words as they were then. What you changed afterwards was not sent; it is still here. Please open your case with your code and write it there as a message.",
    other: "Something went wrong on our side. Nothing is lost. Please try again.",
    insecure: "This page must be opened with https, otherwise your phone cannot lock your words.",
  },
})
