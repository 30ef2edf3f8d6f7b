import type { Takes } from "./return";

const WORDS: Readonly<Record<Takes, string>> = {
  yes: "Yes",
  no: "No",
  partial: "In part",
  "not-held": "Not held",
  refused: "Refused",
  missing: "Not answered",
  unclear: "Not clear",
};

/** An answer to question 1 as people read it. Example: `In part: “Consultation only”`. */
export function takesInWords(takes: Takes, words: string | null): string {
  return words === null ? WORDS[takes] : `${WORDS[takes]}: “${words}”`;
}
