import { problemOf } from "../catalogue";
import { quoted } from "../cells/plain-text";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import { LINES, type Line, lineText } from "../return";
import type { HeaderRow } from "./header-row";
import { type Column, HEADINGS, type Heading, TYPED_HEADINGS, wideHeading } from "./headings";
import { otherLayout } from "./other-layout";
import type { Rows } from "./split";

/** Where the answers of one line stand, as columns counted from 0; null where the layout has no such column. */
export interface LineColumns {
  readonly takes: number | null;
  readonly referred: number;
  readonly accessed: number;
  readonly notes: number | null;
}

interface Shape {
  readonly header: number;
  readonly ods: number;
  readonly year: number;
  readonly name: number | null;
  readonly lines: Readonly<Record<Line, LineColumns>>;
  /** The answers were typed on screen, and the portal wrote the file. */
  readonly typed: boolean;
  /** What is to be said about the headings. */
  readonly problems: readonly Problem[];
}
/** Four rows a trust and year. */
export interface LongLayout extends Shape {
  readonly kind: "long";
  readonly band: number;
}
/** One row a trust and year. */
export interface WideLayout extends Shape {
  readonly kind: "wide";
  /** The lines of which an answer is headed twice. */
  readonly repeated: readonly Line[];
  /** The totals are headed "under 18" or "0-17": they end at the 18th birthday. */
  readonly allAgesTo17: boolean;
}
export type Layout = LongLayout | WideLayout;

/** `faults` are why the table cannot be read at all; `kind` is then the layout it most resembles. */
export type FoundLayout =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly kind: Layout["kind"] | "none"; readonly faults: readonly Problem[] };

/** Finds out from the row of headings where every answer stands. */
export function findLayout(rows: Rows, header: HeaderRow | null): FoundLayout {
  if (header === null)
    return { ok: false, kind: "none", faults: [otherLayout(rows, null) ?? problemOf("no-header", {})] };
  const raw = rows[header.row] ?? [];
  const wide = header.headings.some(({ kind }) => kind === "answer") && !names(header.headings, "band");
  return wide ? wideLayout(rows, raw, header) : longLayout(rows, raw, header);
}

/** Where columns are missing because the table is laid out otherwise, that is said instead of their names. */
function unreadable(kind: Layout["kind"], rows: Rows, header: HeaderRow, faults: readonly Problem[]): FoundLayout {
  const missing = faults.some(({ code }) => code === "missing-column");
  const other = missing ? otherLayout(rows, header) : null;
  return other === null ? { ok: false, kind, faults } : { ok: false, kind: "none", faults: [other] };
}
function names(headings: readonly Heading[], column: Column): boolean {
  return headings.some((heading) => heading.kind === "column" && heading.column === column);
}

/** Takes the headings one by one, the first of each kind; says what it makes of every one. */
class Claims {
  readonly problems: Problem[] = [];
  readonly faults: Problem[] = [];
  /** Headings that answer for an age a second time. */
  readonly repeated: { readonly index: number; readonly line: Line }[] = [];
  private readonly columns = new Map<string, number>();

  constructor(
    private readonly raw: readonly string[],
    private readonly row: number,
  ) {}

  get(key: string): number | null {
    return this.columns.get(key) ?? null;
  }
  told(index: number, fact = "") {
    return { place: placeAt(this.row, index), value: this.raw[index] ?? "", fact };
  }
  /** False where an earlier column answers already. */
  claim(key: string, index: number): boolean {
    if (this.columns.has(key)) return false;
    this.columns.set(key, index);
    return true;
  }
  synonym(index: number, fact: string) {
    this.problems.push(problemOf("recognised-synonym", this.told(index, fact)));
  }
  ignore(index: number, what: string) {
    const fact = `${what}, headed ${quoted(this.raw[index] ?? "")}`;
    this.problems.push(problemOf("ignored-row", this.told(index, fact)));
  }
  ambiguous(index: number, key: string, fact: string) {
    if (this.claim(key, index)) this.problems.push(problemOf("ambiguous-header", this.told(index, fact)));
  }
  missing(key: string, heading: string) {
    if (!this.columns.has(key)) this.faults.push(problemOf("missing-column", { fact: heading }));
  }
}

const OPTIONAL: ReadonlySet<Column> = new Set(["name", "notes"]);
const LONG_REQUIRED: readonly Column[] = ["ods", "year", "band", "takes", "referred", "accessed"];
const COUNTS = ["referred", "accessed"] as const;
/** What would answer in the wide layout, or stand over half a table, beside the columns of the long one. */
const NO_ANSWER_OF_LONG: ReadonlySet<Heading["kind"]> = new Set(["answer", "unknown-band", "band-alone"]);

function longLayout(rows: Rows, raw: readonly string[], header: HeaderRow): FoundLayout {
  const claims = new Claims(raw, header.row);
  claimColumns(claims, header.headings);
  header.headings.forEach((heading, index) => {
    if (NO_ANSWER_OF_LONG.has(heading.kind)) claims.ignore(index, "a column that is not part of the return");
    if (heading.kind !== "ambiguous") return;
    const stands = COUNTS.findLast((count) => claims.get(count) === null);
    if (stands === undefined) claims.ignore(index, "a column that is not part of the return");
    else claims.ambiguous(index, stands, HEADINGS[stands]);
  });
  for (const column of LONG_REQUIRED) claims.missing(column, HEADINGS[column]);

  const [ods, year, band] = [claims.get("ods"), claims.get("year"), claims.get("band")];
  const [referred, accessed] = [claims.get("referred"), claims.get("accessed")];
  const complete = ods !== null && year !== null && band !== null && referred !== null && accessed !== null;
  if (claims.faults.length > 0 || !complete) return unreadable("long", rows, header, claims.faults);
  const columns: LineColumns = { takes: claims.get("takes"), referred, accessed, notes: claims.get("notes") };
  const lines = { "0-12m": columns, "12-24m": columns, "24-36m": columns, all: columns };
  const layout: LongLayout = {
    kind: "long",
    header: header.row,
    ods,
    year,
    band,
    name: claims.get("name"),
    lines,
    typed: raw[columns.notes ?? -1] === TYPED_HEADINGS.notes,
    problems: claims.problems,
  };
  return { ok: true, layout };
}

function wideLayout(rows: Rows, raw: readonly string[], header: HeaderRow): FoundLayout {
  const claims = new Claims(raw, header.row);
  claimColumns(claims, header.headings);
  header.headings.forEach((heading, index) => {
    if (heading.kind === "answer") claimAnswer(claims, heading, index);
    if (heading.kind === "unknown-band") claims.problems.push(problemOf("unknown-age-band", claims.told(index)));
  });
  header.headings.forEach((heading, index) => {
    if (heading.kind !== "ambiguous") return;
    const { line } = heading;
    const stands = line === null ? undefined : COUNTS.findLast((count) => claims.get(`${count} ${line}`) === null);
    if (line === null || stands === undefined) claims.ignore(index, "a column that is not part of the return");
    else claims.ambiguous(index, `${stands} ${line}`, wideHeading(stands, line));
  });
  claims.missing("ods", HEADINGS.ods);
  claims.missing("year", HEADINGS.year);
  for (const line of LINES) {
    if (line !== "all") claims.missing(`takes ${line}`, wideHeading("takes", line));
    for (const count of COUNTS) claims.missing(`${count} ${line}`, wideHeading(count, line));
  }

  const [ods, year] = [claims.get("ods"), claims.get("year")];
  if (claims.faults.length > 0 || ods === null || year === null) {
    // Where another column is missing, one of the two was meant to be headed otherwise.
    const twice = claims.repeated.map(({ index }) => problemOf("duplicate-column", claims.told(index)));
    return unreadable("wide", rows, header, [...claims.faults, ...twice]);
  }
  for (const { index, line } of claims.repeated) {
    claims.problems.push(problemOf("duplicate-age-band", claims.told(index, lineText(line).label)));
  }
  const columnsOf = (line: Line): LineColumns => ({
    takes: claims.get(`takes ${line}`),
    referred: claims.get(`referred ${line}`) ?? -1,
    accessed: claims.get(`accessed ${line}`) ?? -1,
    notes: claims.get("notes"),
  });
  const lines = {
    "0-12m": columnsOf("0-12m"),
    "12-24m": columnsOf("12-24m"),
    "24-36m": columnsOf("24-36m"),
    all: columnsOf("all"),
  };
  return {
    ok: true,
    layout: {
      kind: "wide",
      header: header.row,
      ods,
      year,
      name: claims.get("name"),
      lines,
      typed: false,
      repeated: claims.repeated.map(({ line }) => line),
      allAgesTo17: header.headings.some((heading) => heading.kind === "answer" && heading.to17),
      problems: claims.problems,
    },
  };
}

function claimColumns(claims: Claims, headings: readonly Heading[]) {
  headings.forEach((heading, index) => {
    if (heading.kind === "column") {
      const { column, canonical } = heading;
      if (claims.claim(column, index)) {
        if (!canonical) claims.synonym(index, HEADINGS[column]);
      } else if (OPTIONAL.has(column)) claims.ignore(index, "a second column of the same kind");
      else claims.faults.push(problemOf("duplicate-column", claims.told(index)));
    }
    if (heading.kind === "total") claims.ignore(index, "a column of totals");
    if (heading.kind === "other" || heading.kind === "measure")
      claims.ignore(index, "a column that is not part of the return");
  });
}

function claimAnswer(claims: Claims, heading: Extract<Heading, { kind: "answer" }>, index: number) {
  const { question, line } = heading;
  if (!claims.claim(`${question} ${line}`, index)) {
    claims.repeated.push({ index, line });
  } else if (heading.excelDate) {
    claims.problems.push(problemOf("excel-date-band", claims.told(index, lineText(line).label)));
  } else if (heading.to17) {
    claims.problems.push(problemOf("band-to-17", claims.told(index)));
  } else if (!heading.canonical) {
    claims.synonym(index, wideHeading(question, line));
  }
}
