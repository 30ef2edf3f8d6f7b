import { holdsNhsNumber } from "./file/patient-data";
import { lineText } from "./return";
import { type AnswerTexts, ENTRY_FIELDS, type EntryField } from "./texts";

export const LONGEST_ANSWER = 4096;

/** Answers that cannot be kept as they stand, and in which fields. */
export interface NotKept {
  /** `patient data`: what stands there could be details of a child. */
  readonly kind: "patient data" | "too long";
  readonly fields: readonly EntryField[];
}

/**
 * Why answers cannot be kept; null where they can. A browser says it before anything is sent, the portal before
 * anything is stored. Example: 943 476 5919 anywhere is `patient data`.
 */
export function reasonNotToKeep(texts: AnswerTexts): NotKept | null {
  const within = (is: (text: string) => boolean) => ENTRY_FIELDS.filter(({ line, entry }) => is(texts[line][entry]));
  const tooLong = within((text) => text.length > LONGEST_ANSWER);
  if (tooLong.length > 0) return { kind: "too long", fields: tooLong };
  const patients = within(holdsNhsNumber);
  return patients.length > 0 ? { kind: "patient data", fields: patients } : null;
}

const NAMES = {
  takes: "Takes referrals",
  referred: "Children referred",
  accessed: "Children accessed",
  notes: "Notes",
};

/** What is said at one such field, and what to do. */
export function notKeptInWords({ line, entry }: EntryField, kind: NotKept["kind"]): string {
  const where = `${NAMES[entry]}, ${lineText(line).label}`;
  return kind === "too long"
    ? `${where} is longer than 4,096 characters. Shorten it; nothing was saved yet.`
    : `${where} holds ten figures that look like an NHS number. Take them out. Nothing was saved: we never keep details of single children.`;
}

/** What is said of the answers as a whole, without a full stop. */
export const NOT_KEPT_IN_WORDS: Readonly<Record<NotKept["kind"], string>> = {
  "patient data":
    "Not saved: ten figures look like an NHS number. Take them out; we never keep details of single children",
  "too long": "Not saved: an answer is longer than 4,096 characters",
};
