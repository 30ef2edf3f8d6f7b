import type { ReactNode } from "react";
import { type Column, DataTable } from "~/components/data-table";
import { PublishedCount } from "~/components/published-cell";
import { formatYear, previousYear, type ReportingYear } from "~/domain/calendar/reporting-year";
import { countInWords } from "~/domain/count/in-words";
import { sumOf } from "~/domain/count/interval";
import type { TrustRow } from "~/domain/disclosure/release-content";
import {
  AGE_BANDS,
  type AgeBand,
  type Figures,
  LINES,
  type Line,
  lineText,
  type Measure,
} from "~/domain/returns/return";
import { takesInWords } from "~/domain/returns/takes-in-words";
import { entryId } from "~/domain/returns/texts";
import { figureOrRange } from "~/domain/statistics/in-words";
import { paths } from "~/paths";

interface AnswerTablesProps {
  year: ReportingYear;
  figures: Figures;
  lastYear: Figures | null;
  /** The trust's line as a release would show it. */
  line: TrustRow;
}

/** The answers to each question beside last year's and beside what the public will see of them. */
export function AnswerTables({ year, figures, lastYear, line }: AnswerTablesProps) {
  const columns = columnsOf(year, lastYear !== null);
  const table = (caption: string, rows: readonly AnswerRow[]) => (
    <DataTable caption={caption} rows={rows} rowKey={({ label }) => label} columns={columns} />
  );
  return (
    <div className="answer-tables">
      {table("Question 1: do you take referrals?", takesRows(figures, lastYear, line))}
      {table("Questions 2 and 4: children referred", countRows("referred", figures, lastYear, line))}
      {table("Questions 3 and 4: children accessed", countRows("accessed", figures, lastYear, line))}
    </div>
  );
}

interface AnswerRow {
  readonly label: string;
  readonly answer: string;
  readonly before: string;
  readonly seen: ReactNode;
  /** The field where the answer is changed; null for what is added up. */
  readonly field: { readonly line: Line; readonly entry: "takes" | Measure } | null;
}

function columnsOf(year: ReportingYear, compared: boolean): Column<AnswerRow>[] {
  return [
    { key: "age", header: "Age", heads: true, oneLine: true, cell: ({ label }) => label },
    {
      key: "answer",
      header: "Your answer",
      cell: ({ answer, field }) => (
        <>
          {answer} {field !== null && <Change year={year} {...field} />}
        </>
      ),
    },
    ...(compared
      ? [{ key: "before", header: formatYear(previousYear(year)), cell: ({ before }: AnswerRow) => before }]
      : []),
    { key: "public", header: "The public will see", cell: ({ seen }) => seen },
  ];
}

function takesRows(figures: Figures, lastYear: Figures | null, line: TrustRow): AnswerRow[] {
  const inWords = (all: Figures | null, band: AgeBand) =>
    all === null ? "" : takesInWords(all.bands[band].takes, all.bands[band].takesWords);
  return AGE_BANDS.map((band) => ({
    label: lineText(band).label,
    answer: inWords(figures, band),
    before: inWords(lastYear, band),
    seen: takesInWords(line.takes?.[band] ?? "missing", null),
    field: { line: band, entry: "takes" },
  }));
}

function countRows(measure: Measure, figures: Figures, lastYear: Figures | null, line: TrustRow): AnswerRow[] {
  const inWords = (all: Figures | null, age: Line) =>
    all === null ? "" : countInWords(age === "all" ? all.all[measure] : all.bands[age][measure]);
  const together = (all: Figures | null) =>
    all === null ? "" : figureOrRange(sumOf(AGE_BANDS.map((band) => all.bands[band][measure])));
  const published = line[measure];
  const rowOf = (age: Line): AnswerRow => ({
    label: lineText(age).label,
    answer: inWords(figures, age),
    before: inWords(lastYear, age),
    seen: <PublishedCount cell={age === "all" ? published.all : published.bands[age]} />,
    field: { line: age, entry: measure },
  });
  const total: AnswerRow = {
    label: "0–2 together",
    answer: together(figures),
    before: together(lastYear),
    seen: <PublishedCount cell={published.total} />,
    field: null,
  };
  return LINES.flatMap((age) => (age === "all" ? [total, rowOf(age)] : [rowOf(age)]));
}

interface ChangeProps {
  year: ReportingYear;
  line: Line;
  entry: "takes" | Measure;
}

function Change({ year, line, entry }: ChangeProps) {
  return (
    <a className="change" href={paths.submit.form(year, entryId({ line, entry }))}>
      Change
      <span className="govuk-visually-hidden">
        {" "}
        {entry === "takes" ? "whether you take referrals" : `children ${entry}`}, {lineText(line).label}
      </span>
    </a>
  );
}
