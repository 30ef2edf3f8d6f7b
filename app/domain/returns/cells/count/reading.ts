import type { Count } from "../../../count/count";

/** Why a count cannot be taken as written. Each is a situation of the catalogue, and must be fixed. */
export type CountFault =
  | "decimal-value"
  | "percentage-value"
  | "negative-value"
  | "sentinel-value"
  | "excel-date-value"
  | "spreadsheet-error"
  | "formula"
  | "scientific-notation"
  | "answer-to-question-1"
  | "several-figures"
  | "impossible-count"
  | "damaged-value"
  | "backward-range";

/** What the officer is asked about a count. Each is a situation of the catalogue, and waits for a confirmation. */
export type CountQuery =
  | "unclear-mark"
  | "withheld"
  | "nil-or-missing"
  | "placeholder"
  | "number-in-words"
  | "estimate"
  | "number-with-note"
  | "wide-range"
  | "open-range"
  | "unread-words";

/** What the text of one count cell says. */
export interface CountReading {
  /** `missing` where the text is at fault: nothing is ever read into it. */
  readonly count: Count;
  readonly problem: CountFault | CountQuery | null;
  /** Read as meant, and said so. */
  readonly notes: readonly ("trimmed-spaces" | "thousands-separator")[];
  /** What stands beside the number, as in `12 (of which 3 perinatal)`; null where nothing does. */
  readonly remark: string | null;
  /** Published with the mark [e]. */
  readonly estimated: boolean;
}

export function reading(
  count: Count,
  problem: CountReading["problem"] = null,
  more: Partial<CountReading> = {},
): CountReading {
  return { count, problem, notes: [], remark: null, estimated: false, ...more };
}
export function exact(value: number): Count {
  return { kind: "exact", value };
}
export function range(lo: number, hi: number | null): Count {
  return { kind: "range", lo, hi };
}

export const MISSING = reading({ kind: "missing" });
export const NOT_READ = reading({ kind: "unclear" }, "unread-words");

export function unclear(problem: CountQuery): CountReading {
  return reading({ kind: "unclear" }, problem);
}
export function fault(problem: CountFault): CountReading {
  return reading({ kind: "missing" }, problem);
}
