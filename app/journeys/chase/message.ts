import { holdsNhsNumber } from "../../domain/returns/file/patient-data";

/** Something a trust and the Foundation write to each other about a request. */
export interface Message {
  readonly words: string;
  /** Made with the form, so that the same form posted twice is one message. */
  readonly formId: string;
}

const LONGEST = 2_000;

/** What is wrong with a message, in a sentence; null where it can be sent. `blank` is said where nothing was written. */
export function problemOfWords(words: string, blank: string): string | null {
  if (words === "") return blank;
  if (words.length > LONGEST) return `What you wrote is longer than ${LONGEST} characters. Shorten it.`;
  if (holdsNhsNumber(words)) return "Take out the ten figures that look like an NHS number. We have not kept them.";
  return null;
}
