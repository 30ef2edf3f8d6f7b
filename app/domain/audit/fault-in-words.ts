import type { Fault } from "./chain";

const WORDS: Readonly<Record<Fault["kind"], (entry: string) => string>> = {
  changed: (entry) => `${entry} is not as the portal wrote it, or the portal never wrote it.`,
  missing: (entry) => `${entry} is missing: it was taken out.`,
  "out of order": (entry) => `${entry} was written by the portal, but not in this place: entries changed places.`,
  inserted: (entry) => `${entry} was put between two entries that follow one another.`,
  "cut off": (entry) => `The log ends before ${entry.toLowerCase()}, which was there: its last entries were taken out.`,
  rewritten: (entry) =>
    `${entry} has another hash than the head that was kept outside the database: up to this entry, the log was written again with the portal’s own key.`,
};

/** Example: a missing entry 5 reads `Entry 5 is missing: it was taken out.` */
export function faultInWords({ kind, id }: Fault): string {
  return WORDS[kind](`Entry ${id}`);
}

export function isFaultKind(text: unknown): text is Fault["kind"] {
  return typeof text === "string" && Object.hasOwn(WORDS, text);
}
