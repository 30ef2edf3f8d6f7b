import { type CountReading, exact, fault, MISSING, range, reading, unclear } from "./reading";

const MARKS: ReadonlyMap<string, CountReading> = new Map([
  ...words(["nil", "none", "zero", "nought", "ø", "0 (zero)", "0 (nil)", "0 (none)"], reading(exact(0))),
  ...words(["c", "[c]", "confidential"], reading({ kind: "unclear" })),
  ...words(["[x]", "x"], MISSING),
  ...words(["[z]", "z"], reading({ kind: "not-applicable" })),
  ...words(["[k]", "k"], reading(range(0, null), "open-range")),
  ...words(["[u]", "u", "~", "[e]", "e", "r", "[r]", "p", "[p]"], unclear("unclear-mark")),
  ...words(["s", "[s]", "supp", "supp.", "suppr", "sup"], unclear("withheld")),
  ...words(
    ["n/a", "na", "n\\a", "n.a.", "n.a", "[na]", "#n/a", "n / a", "null", "(null)", "nan", "-", "--", "---", "/", "."],
    unclear("nil-or-missing"),
  ),
  ...words(
    [":", "?", "??", "???", '"', "''", "ditto", "tbc", "tba", "tbd", "t.b.c", "pending"],
    reading({ kind: "missing" }, "placeholder"),
  ),
  ...words(["single figures", "single figure", "single digits", "single digit"], reading(range(0, 9))),
  ...words(["double figures", "double digits"], reading(range(10, 99), "wide-range")),
  ...words(["yes", "y", "no", "n", "true", "false", "✓", "✔", "✗", "✘", "partial"], fault("answer-to-question-1")),
]);
function words(list: readonly string[], meaning: CountReading): [string, CountReading][] {
  return list.map((word) => [word, meaning]);
}

const DOTS = /^(?:\.{2,}|…+)$/;
const ONLY_MARKS = /^[*†‡§#^¹²³⁴⁵⁶⁷⁸⁹⁰]+$|^x\*+$|^\[\*+\]$|^\(\*+\)$/;

/** Single marks and words that stand for a count: `nil`, `*`, `[x]`, `N/A`. Null for anything else. */
export function readMark(text: string): CountReading | null {
  const meaning = MARKS.get(text);
  if (meaning !== undefined) return meaning;
  if (DOTS.test(text)) return MISSING;
  if (/^##+$/.test(text)) return fault("spreadsheet-error");
  return ONLY_MARKS.test(text) ? unclear("unclear-mark") : null;
}
