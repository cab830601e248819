import type { SignIn } from "./helpline.ts"

/** The sheet one member gets: printed, handed over in person, then destroyed. */
export function signInSheet(signIn: SignIn): string {
  return [
    `Name        ${signIn.alias}   (${signIn.role})`,
    `Passphrase  ${signIn.passphrase}`,
    `Code app    ${signIn.totpSecret}`,
    `            ${signIn.totpUri}`,
    "",
  ].join("\n")
}
