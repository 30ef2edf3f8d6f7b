import { ROLE_IN_WORDS } from "~/domain/people/person";
import type { PersonFile } from "~/journeys/manage/people";

/** What a page says was done, as long as it is still so. `ods` is the trust that it was about. */
export function doneInWords(said: string | null, ods: string | null, file: PersonFile): string | null {
  const { account } = file;
  const { name, email, endedAt, hasPassword, foundationRole } = account;
  const place = account.places.find((one) => one.ods === ods);
  const as = place === undefined ? "" : ROLE_IN_WORDS[place.role].toLowerCase();
  const told = hasPassword ? "An email says so." : "A new invitation is on its way to them.";
  switch (said) {
    case "invited":
      return account.standing === "invited" ? `${name} is invited. An email to ${email} is on its way.` : null;
    case "ended":
      return endedAt && `The access of ${name} is ended.`;
    case "restored":
      return endedAt === null ? `${name} has access again.` : null;
    case "role":
      if (place !== undefined) return `${name} is now a ${as} for ${place.name}.`;
      return foundationRole && `${name} is now ${ROLE_IN_WORDS[foundationRole]}.`;
    case "added":
      return place === undefined ? null : `${name} can now act for ${place.name}, as ${as}. ${told}`;
    case "known":
      if (place === undefined) return null;
      return `${email} had an account already, and its name stays “${name}”. They can now also act for ${place.name}, as ${as}. ${told}`;
    case "removed":
      return notTheirs(file, ods, (trust) => `${name} no longer acts for ${trust}.`);
    case "reset-started":
      return file.reset && "The reset waits for a second person. The others of the Foundation are sent an email.";
    default:
      return null;
  }
}

function notTheirs({ otherTrusts }: PersonFile, ods: string | null, words: (trust: string) => string): string | null {
  const trust = otherTrusts.find((one) => one.ods === ods);
  return trust === undefined ? null : words(trust.name);
}
