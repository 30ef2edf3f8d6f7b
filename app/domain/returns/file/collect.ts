import { problemOf, type Situation } from "../catalogue";
import { readAgeBand } from "../cells/age-band-text";
import { hasStraySpaces } from "../cells/plain-text";
import { remembering } from "../cells/readers";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import { LINES, type Line, lineText } from "../return";
import type { Identities, Identity } from "./identity";
import type { Layout, LongLayout, WideLayout } from "./layout";
import { OtherRows } from "./other-rows";
import type { Cells } from "./split";
import { type Collected, linePicker, TrustYears } from "./trust-years";

/** Takes the rows of a file in order and sorts them: answers by trust and year, and what stands round them. */
export interface Collector {
  readonly visit: (cells: Cells, row: number) => void;
  readonly trustYears: readonly Collected[];
  readonly others: OtherRows;
  /** Says what is missing, once all rows have been seen. */
  readonly end: () => void;
}

export function collector(
  top: readonly Cells[],
  first: number,
  layout: Layout,
  identities: Identities,
  problems: Problem[],
): Collector {
  const header = top[layout.header] ?? [];
  const others = new OtherRows(header, layout, identities, problems);
  const answers =
    layout.kind === "long"
      ? longAnswers(layout, header.length, identities, others, problems)
      : wideAnswers(layout, identities, others, problems);
  const visit = (cells: Cells, row: number) => {
    if (row > layout.header) answers.visit(cells, row);
    else if (row >= first && row < layout.header) others.title(cells, row);
  };
  return { ...answers, visit, others };
}

type Answers = Pick<Collector, "visit" | "trustYears" | "end">;

function longAnswers(
  layout: LongLayout,
  headings: number,
  identities: Identities,
  others: OtherRows,
  problems: Problem[],
): Answers {
  const found = new TrustYears(layout);
  const ageBand = remembering((raw) => ({ reading: readAgeBand(raw), spaced: hasStraySpaces(raw) }));
  const pick = linePicker(layout);

  const visit = (cells: Cells, row: number) => {
    const raw = cells[layout.band] ?? "";
    const { reading, spaced } = ageBand(raw);
    const answers = reading.kind === "line" && identities.codeOf(cells) !== null;
    if (!answers && others.take(cells, row, reading.kind)) return;
    others.endBlanks(row);
    const moved = cells.length - headings;
    if (reading.kind !== "line" && moved > 0 && ageBand(cells[layout.band + moved] ?? "").reading.kind === "line") {
      problems.push(problemOf("extra-cells", { place: placeAt(row, headings), value: cells[headings] ?? "" }));
      return;
    }

    const trustYear = found.of(identities.of(cells, row), cells);
    if (reading.kind !== "line") return say(UNREADABLE_BAND[reading.kind], raw, row);
    const { line, spelling } = reading;
    if (trustYear.lines[line] !== null) return say("duplicate-age-band", raw, row, line);
    trustYear.lines[line] = pick(line, cells, row);
    if (reading.to17) trustYear.allAgesTo17 = true;
    if (spaced) say("trimmed-spaces", raw, row);
    if (reading.to17) say("band-to-17", raw, row);
    else if (spelling === "synonym") say("recognised-synonym", raw, row, line);
    if (spelling === "excel-date") say("excel-date-band", raw, row, line);
  };
  const say = (situation: Situation, value: string, row: number, line: Line | null = null) => {
    const fact = line === null ? "" : lineText(line).label;
    problems.push(problemOf(situation, { place: placeAt(row, layout.band), value, fact }));
  };

  const end = () => {
    for (const trustYear of found.all) {
      for (const line of LINES) {
        if (trustYear.lines[line] !== null) continue;
        const field =
          trustYear.ods === null ? null : ({ ods: trustYear.ods, band: line, question: "referred" } as const);
        problems.push(
          problemOf("missing-age-band", { field, fact: `${whose(trustYear)} has no row for ${lineText(line).label}` }),
        );
      }
    }
  };
  return { visit, trustYears: found.all, end };
}

const UNREADABLE_BAND = {
  unknown: "unknown-age-band",
  total: "unknown-age-band",
  "bare-number": "age-band-number",
  blank: "age-band-blank",
} as const;

function wideAnswers(layout: WideLayout, identities: Identities, others: OtherRows, problems: Problem[]): Answers {
  const found = new TrustYears(layout);
  const pick = linePicker(layout);
  const visit = (cells: Cells, row: number) => {
    const noAnswer = identities.codeOf(cells) === null || cells.filter((cell) => cell !== "").length <= 1;
    if (noAnswer && others.take(cells, row, "blank")) return;
    others.endBlanks(row);
    const identity = identities.of(cells, row);
    const trustYear = found.of(identity, cells);
    if (trustYear.lines.all !== null) {
      const told = {
        place: placeAt(row, layout.ods),
        value: cells[layout.ods] ?? "",
        fact: `every age of ${whose(identity)}`,
      };
      problems.push(problemOf("duplicate-age-band", told));
      return;
    }
    for (const line of LINES) trustYear.lines[line] = pick(line, cells, row);
    trustYear.allAgesTo17 = layout.allAgesTo17;
  };
  return { visit, trustYears: found.all, end: () => undefined };
}

/** "ZD01, 2025-26", as far as the rows say it. */
function whose({ code, writtenYear }: Identity): string {
  return [code, writtenYear].filter((part) => part !== "").join(", ") || "The file";
}
