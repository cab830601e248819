import { defineArea, isolateName, plural } from "@shn/ui"

/** Everything said about pictures, recordings and files. */
export const messages = defineArea({
  never: {
    title: "Please never send these",
    intimate:
      "No intimate pictures or films, not of you and not of anyone else. Tell us in words where they are; that is enough.",
    young:
      "If it shows somebody under 18 like that, please do not send it to anybody and do not pass it on. Our experts can help without it.",
  },
  pick: {
    lead: "It is locked on your phone before it leaves. Our computer sees neither the name nor what is in it.",
    camera: "Take a picture",
    gallery: "Choose pictures or films",
    any: "Choose any file",
    voice: "Record your voice",
    tooMany: (count: string) =>
      `We can take 100 files at a time. ${count} of yours were left out. You can add them later in your case.`,
  },
  list: "What you chose",
  keepOpen: "Please keep this page open while files are on their way. You can go on writing.",
  noName: "A file without a name",
  kind: {
    picture: "Picture",
    film: "Film",
    sound: "Recording",
    voice: "Voice note",
    file: "File",
  },
  facts: (kind: string, size: string) => `${kind}, ${size}`,
  state: {
    waiting: "Waits for its turn",
    begin: "Getting ready",
    checking: "Looking at what is there already",
    sending: "Locking and sending",
    finishing: "Nearly done: our computer checks that it has everything",
    line: "Waiting for the internet. It goes on by itself.",
    server: "Our computer is busy. It goes on by itself.",
    paused: "Paused. What is there already stays there.",
    inReport: "Locked and kept safe with us. It goes along with your report.",
    sent: "Sent. Your team can open it.",
    pickAgain:
      "Your phone has to show us this file once more. Please choose it again: it goes on where it stopped.",
    wrong:
      "This is not the same file as before, or it was changed since then. Please choose the same one, or take this one away and add the new file.",
    twin: (name: string) =>
      `This looks like “${isolateName(name)}”, which you have already. Add it all the same?`,
    same: (name: string) => `This is exactly the same as “${isolateName(name)}”. One of them is enough.`,
    piece: (piece: string, pieces: string) => `Your phone is working for more room: ${piece} of ${pieces}`,
  },
  problem: {
    changed:
      "This file was changed while we were reading it. Please finish with it first, then choose it again.",
    unreadable:
      "Your phone can no longer read this file. Perhaps it was deleted or moved, or the memory card was taken out. Nothing else is lost.",
    room: "Your case has used its room on our computer. Your phone can earn more by working for us for a moment; that keeps people from filling it up for others.",
    tooMany: "Too many of your files are unfinished. Please wait for one to finish, or take one away.",
    tooLarge: "This file is larger than 16 GB. Please send a shorter piece of it.",
    full: "Our computer has no room left at the moment. Your file is still on your phone. Please try again later.",
    visit: "We lost touch in the meantime. Nothing is lost. Please press “Try again”.",
    other: "This file could not be sent. It is still on your phone. Please try again, or take it away.",
  },
  act: {
    pause: "Pause",
    goOn: "Go on",
    takeAway: "Take away",
    tryAgain: "Try again",
    pickAgain: "Choose it again",
    addAnyway: "Add it all the same",
    leaveOut: "Leave it out",
    moreRoom: "Let my phone work for it",
    of: (act: string, name: string) => `${act}: ${name}`,
  },
  voice: {
    title: "Record your voice",
    lead: "You can listen to it first. Nothing is kept unless you add it.",
    start: "Start recording",
    asking: "Please allow the microphone when your phone asks.",
    recording: (time: string) => `Recording: ${time}`,
    stop: "Stop",
    listen: "Listen to it first",
    add: "Add this recording",
    again: "Record again",
    discard: "Throw it away",
    refused:
      "Your phone does not let this page use the microphone. You can allow it in the settings of your browser, or write instead.",
    missing: "No microphone was found. You can write instead, or choose a recording you already have.",
    cannot: "This browser cannot record. You can write instead, or choose a recording you already have.",
    broken: "The recording stopped by itself. Please try once more.",
    longest: "An hour is the longest recording. It was stopped here; you can add it and record another.",
    name: (time: string) => `Voice note ${time}`,
  },
  before: {
    title: "Your files",
    allThere: (count: number) =>
      plural(count, "1 file is locked and with us.", `${count} files are locked and with us.`),
    missing: (count: number) =>
      plural(count, "1 file is not with us yet.", `${count} files are not with us yet.`),
    choose:
      "You can wait here until everything is there. Or send now and go on with it later: open your case with your code and choose the same file again.",
    wait: "Wait here",
    now: "Send now, without waiting",
  },
  shown: {
    open: "Open",
    close: "Close",
    save: "Save on this phone",
    saveAsk:
      "A saved file stays on this phone, and others who use it can find it. Save it only if that is safe for you.",
    saveYes: "Yes, save it",
    opening: "Fetching and unlocking",
    onItsWay: "Still on its way",
    takenBack: "Taken back",
    refused: (name: string, part: string) =>
      `“${isolateName(name)}” did not arrive as it was sent (piece ${part}). To protect you, we do not show it. Please ask for it to be sent again.`,
    refusedWhole: (name: string) =>
      `“${isolateName(name)}” did not arrive as it was sent. To protect you, we do not show it. Please ask for it to be sent again.`,
    gone: (name: string) => `“${isolateName(name)}” is no longer on our computer.`,
    offline: "There is no connection at the moment. Please try again.",
    phoneFull: "Your phone has no room for this file. Please make some room and try again.",
    asText: "This kind of file cannot be shown here. You can save it.",
    picture: (name: string) => `The picture “${name}”`,
  },
})
