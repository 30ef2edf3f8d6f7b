import { type NotKept, notKeptInWords, reasonNotToKeep } from "../../domain/returns/not-kept";
import { type Problem, type Severity, sortProblems } from "../../domain/returns/problem";
import { readAnswers } from "../../domain/returns/read-answers";
import type { Figures } from "../../domain/returns/return";
import { type AnswerTexts, entryId, writtenOf } from "../../domain/returns/texts";

/** One thing said under a question, about one of its fields. */
export interface Said {
  /** The id of the field. */
  readonly field: string;
  readonly severity: Exclude<Severity, "note">;
  /** A stable slug, as in `decimal-value`. */
  readonly code: string;
  readonly message: string;
}

export interface Found {
  readonly said: readonly Said[];
  /** What is to be confirmed about the answers as a whole, in sentences. */
  readonly ofAll: readonly string[];
}

/** A blank is asked about on the next page; a grid that is being filled is full of them. */
const NOT_YET = "blank-value";
/** Said while it is still being typed: it must not even be sent. */
const AT_ONCE = "patient data";

/**
 * What there is to say about answers while they are typed, by the portal's own checker and in its words: what must be put
 * right and what is to be confirmed. Example: 12.5 referred is one thing that must be put right, at `referred-0-12m`.
 */
export function findIn(texts: AnswerTexts, ods: string, lastYear: Figures | null): Found {
  const refused = refusalsOf(reasonNotToKeep(texts));
  const problems = sortProblems(readAnswers(ods, writtenOf(texts, null), lastYear).problems);
  const told = problems.filter(({ code }) => code !== NOT_YET);
  // Of what cannot be kept nothing else is said: the checker would repeat it.
  const others = told.flatMap(saidOf).filter((one) => !refused.some(({ field }) => field === one.field));
  return {
    said: [...refused, ...others],
    ofAll: told.filter(({ field }) => field === null).map(({ message }) => message),
  };
}

function refusalsOf(notKept: NotKept | null): readonly Said[] {
  if (notKept === null) return [];
  const { kind, fields } = notKept;
  return fields.map((field) => ({
    field: entryId(field),
    severity: "must-fix",
    code: kind,
    message: notKeptInWords(field, kind),
  }));
}

function saidOf({ field, severity, code, message }: Problem): Said[] {
  if (field === null || severity === "note") return [];
  return [{ field: entryId({ line: field.band, entry: field.question }), severity, code, message }];
}

/** What is known of one field when it is decided what to show of it. */
export interface FieldNow {
  /** What there is to say of it now. */
  readonly now: readonly Said[];
  /** What there was to say of it when the page came, in the same words. */
  readonly before: readonly Said[];
  /** What the page came with: about a file, it names its cells. */
  readonly came: readonly Said[];
  /** It says something else than when the page came. */
  readonly isChanged: boolean;
  /** It is being typed in: nobody is told of a mistake before it is made. */
  readonly isTyped: boolean;
  /** The codes of what is shown of it. */
  readonly shown: readonly string[];
}

/** What to show of a field: what the page came with while that is still so, then what there is to say. */
export function toShow({ now, before, came, isChanged, isTyped, shown }: FieldNow): readonly Said[] {
  if (!isChanged && inWords(now) === inWords(before)) return came;
  return isTyped ? now.filter(({ code }) => code === AT_ONCE || shown.includes(code)) : now;
}

function inWords(said: readonly Said[]): string {
  return said.map(({ message }) => message).join("\n");
}

/** The state of the answers in one line. Example: "2 things must be put right, 1 to confirm." Empty where all is well. */
export function tallyInWords(mustFix: number, toConfirm: number): string {
  if (mustFix === 0) return toConfirm === 0 ? "" : `${things(toConfirm)} to confirm.`;
  const first = `${things(mustFix)} must be put right`;
  return toConfirm === 0 ? `${first}.` : `${first}, ${toConfirm} to confirm.`;
}

function things(count: number): string {
  return count === 1 ? "1 thing" : `${count} things`;
}
