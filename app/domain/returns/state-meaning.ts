import type { Count } from "../count/count";
import type { Situation } from "./catalogue";
import { plain } from "./cells/plain-text";
import { Readers } from "./cells/readers";
import type { AgeBand, BandAnswer, Counts, Figures, Line, Measure, Takes } from "./return";
import { type Written, type WrittenCell, writtenCells } from "./written";

/** A mark whose meaning only the trust knows, with every cell it stands in: its rule is stated once for all of them. */
export interface AmbiguousMark {
  readonly asks: "count" | "takes";
  /** In plain text; "" is a blank. */
  readonly mark: string;
  readonly cells: readonly WrittenCell[];
}

/** What the officer says the marks stand for, by mark. */
export interface StatedMeanings {
  readonly counts: ReadonlyMap<string, Count | "cannot-say">;
  readonly takes: ReadonlyMap<string, Takes | "cannot-say">;
}

const UNKNOWN_UNTIL_STATED: ReadonlySet<Situation> = new Set<Situation>([
  "unclear-mark",
  "withheld",
  "nil-or-missing",
  "placeholder",
  "unread-words",
]);

/** The marks of a return that wait for a meaning, in the order of the form. Example: `*` in F2 and F3 is one mark with two cells. */
export function ambiguousMarks(ods: string, written: Written, figures: Figures): AmbiguousMark[] {
  const readers = new Readers();
  const marks = new Map<string, { asks: "count" | "takes"; mark: string; cells: WrittenCell[] }>();
  for (const cell of writtenCells(ods, written)) {
    const { band, question } = cell.field;
    const asks = question === "takes" ? "takes" : "count";
    const waits =
      question === "takes"
        ? band !== "all" && waitsForTakes(figures.bands[band])
        : isUnknown(countAt(figures, band, question)) && waitsForCount(cell.raw, band, readers);
    if (!waits) continue;
    const mark = plain(cell.raw);
    const known = marks.get(`${asks} ${mark}`);
    if (known === undefined) marks.set(`${asks} ${mark}`, { asks, mark, cells: [cell] });
    else known.cells.push(cell);
  }
  return [...marks.values()];
}

function waitsForTakes({ takes }: BandAnswer): boolean {
  return takes === "unclear" || takes === "missing";
}
function waitsForCount(raw: string, line: Line, readers: Readers): boolean {
  const { problem } = readers.count(raw, line);
  return plain(raw) === "" || (problem !== null && UNKNOWN_UNTIL_STATED.has(problem));
}
function isUnknown(count: Count): boolean {
  return count.kind === "unclear" || count.kind === "missing";
}

/**
 * The figures with the meanings the officer states put in place of the marks, and nothing else changed. Whoever cannot
 * say what `*` stands for gets 0 to 7, the widest rule in use; any other mark then stays unclear, for it may hide any
 * number. A blank beside a question 1 that turns out to be no is not applicable.
 * Source: reference on disclosure, sections 1 and 5. Example: `*` stated as 1 to 4 makes every `*` the range 1 to 4.
 */
export function stateMeaning(
  figures: Figures,
  marks: readonly AmbiguousMark[],
  { counts, takes }: StatedMeanings,
): Figures {
  const statedTakes = new Map<AgeBand, Takes>();
  const statedCounts = new Map<string, Count>();
  for (const { asks, mark, cells } of marks) {
    for (const { field } of cells) {
      if (asks === "takes") {
        const meaning = takes.get(mark);
        if (meaning !== undefined && meaning !== "cannot-say" && field.band !== "all")
          statedTakes.set(field.band, meaning);
      } else {
        const meaning = counts.get(mark);
        const count = meaning === "cannot-say" ? widestRule(mark) : meaning;
        if (count !== undefined) statedCounts.set(`${field.band} ${field.question}`, count);
      }
    }
  }
  const blanks = new Set(
    marks
      .filter(({ asks, mark }) => asks === "count" && mark === "")
      .flatMap(({ cells }) => cells.map(({ field }) => `${field.band} ${field.question}`)),
  );

  const countFor = (line: Line, measure: Measure): Count => {
    const now = countAt(figures, line, measure);
    if (!isUnknown(now)) return now;
    if (line !== "all" && statedTakes.get(line) === "no" && blanks.has(`${line} ${measure}`))
      return { kind: "not-applicable" };
    return statedCounts.get(`${line} ${measure}`) ?? now;
  };
  const countsFor = (line: Line): Counts => ({
    referred: countFor(line, "referred"),
    accessed: countFor(line, "accessed"),
  });
  const bandFor = (band: AgeBand): BandAnswer => ({
    ...figures.bands[band],
    takes: statedTakes.get(band) ?? figures.bands[band].takes,
    ...countsFor(band),
  });
  return {
    bands: { "0-12m": bandFor("0-12m"), "12-24m": bandFor("12-24m"), "24-36m": bandFor("24-36m") },
    all: countsFor("all"),
  };
}

function widestRule(mark: string): Count | undefined {
  return mark === "*" ? { kind: "range", lo: 0, hi: 7 } : undefined;
}

function countAt(figures: Figures, line: Line, measure: Measure): Count {
  return line === "all" ? figures.all[measure] : figures.bands[line][measure];
}
