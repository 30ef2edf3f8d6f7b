import { asDay, type Day } from "../calendar/day";
import { readReportingYear } from "../calendar/read-reporting-year";
import type { ReportingYear } from "../calendar/reporting-year";
import { EVENT_KINDS, type EventKind, type RequestEvent } from "./event";
import type { TrustRequest } from "./round-tally";

/** The columns of a requests file. */
export const REQUEST_COLUMNS = ["reporting_year", "ods_code", "event_date", "event", "detail"] as const;
export type RequestColumn = (typeof REQUEST_COLUMNS)[number];

/** One trust's request of one round, as read from a file. */
export interface RoundRequest extends TrustRequest {
  readonly year: ReportingYear;
}

/** `row` counts from 1, the header: the first line of data is row 2. It is null where a column is missing. */
export interface RequestRowProblem {
  readonly row: number | null;
  readonly column: RequestColumn;
  readonly message: string;
}

export type RequestsReading =
  | { readonly ok: true; readonly requests: readonly RoundRequest[] }
  | { readonly ok: false; readonly problems: readonly RequestRowProblem[] };

/**
 * Reads the rows of a requests file, one an event, into requests in the order they first appear. Event names may have
 * underscores; an empty `event_date` means the source does not say; `transfers_to=CODE` as the detail of a `not_held`
 * event names the holder, and words may follow after a semicolon. Pass every row under the header: blank ones are
 * skipped, but counted, so that a problem names the right row. All problems are reported at once.
 * `2022-23,ZD50,2024-04-22,not_held,transfers_to=ZD51` is a `not-held` event whose `transfersTo` is `ZD51`.
 */
export function readRequests(rows: readonly Readonly<Record<string, string | undefined>>[]): RequestsReading {
  const missing = rows[0] === undefined ? [] : REQUEST_COLUMNS.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) return { ok: false, problems: missing.map(missingColumn) };

  const problems: RequestRowProblem[] = [];
  const requests = new Map<string, { year: ReportingYear; ods: string; events: RequestEvent[] }>();
  rows.forEach((record, index) => {
    const cell = (column: RequestColumn) => record[column]?.trim() ?? "";
    if (REQUEST_COLUMNS.every((column) => cell(column) === "")) return;
    const refuse = (column: RequestColumn, what: string) => {
      problems.push({ row: index + 2, column, message: `Row ${index + 2}: ${what}` });
    };

    const year = readYear(cell("reporting_year"), refuse);
    const ods = readCode(cell("ods_code"), refuse);
    const event = readEvent(cell, ods, refuse);
    if (year === null || ods === null || event === null) return;
    const key = `${year} ${ods}`;
    const request = requests.get(key) ?? { year, ods, events: [] };
    requests.set(key, request);
    request.events.push(event);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, requests: [...requests.values()] };
}

type Refuse = (column: RequestColumn, what: string) => void;

function missingColumn(column: RequestColumn): RequestRowProblem {
  const message = `There is no column “${column}”. The first row must be: ${REQUEST_COLUMNS.join(",")}.`;
  return { row: null, column, message };
}

function readYear(written: string, refuse: Refuse): ReportingYear | null {
  const reading = readReportingYear(written);
  if (reading.kind === "ok") return reading.year;
  refuse("reporting_year", reading.message);
  return null;
}

const ODS_CODE = /^[A-Z0-9]{3,6}$/;

function readCode(written: string, refuse: Refuse): string | null {
  const code = written.toUpperCase();
  if (ODS_CODE.test(code)) return code;
  refuse("ods_code", `“${written}” is not an ODS code. Write three to six letters and figures, as in RXX.`);
  return null;
}

function readEvent(cell: (column: RequestColumn) => string, ods: string | null, refuse: Refuse): RequestEvent | null {
  const kind = readKind(cell("event"), refuse);
  const on = readDay(cell("event_date"), refuse);
  if (kind === null || on === undefined) return null;
  const { detail, transfersTo } = readDetail(kind, cell("detail"));
  if (transfersTo !== null && !ODS_CODE.test(transfersTo)) {
    refuse(
      "detail",
      `“${cell("detail")}” does not name the holder. Write transfers_to= and its ODS code; words after a “;”.`,
    );
  } else if (transfersTo !== null && transfersTo === ods) {
    refuse(
      "detail",
      `“${cell("detail")}” names the trust itself as the holder. Write the code of the trust that holds the data.`,
    );
  } else {
    return { kind, on, detail, transfersTo };
  }
  return null;
}

function readKind(written: string, refuse: Refuse): EventKind | null {
  const name = written.toLowerCase().replace(/[_ ]+/g, "-");
  const kind = EVENT_KINDS.find((known) => known === name);
  if (kind !== undefined) return kind;
  const names = EVENT_KINDS.map((known) => known.replaceAll("-", "_")).join(", ");
  refuse("event", `“${written}” is not an event. Write one of ${names}.`);
  return null;
}

/** Undefined where the day cannot be read, null where none is given. */
function readDay(written: string, refuse: Refuse): Day | null | undefined {
  if (written === "") return null;
  const on = asDay(written);
  if (on !== null) return on;
  refuse(
    "event_date",
    `“${written}” is not a date. Write it as 2024-04-22, or leave it empty if the day is not known.`,
  );
  return undefined;
}

function readDetail(kind: EventKind, written: string): Pick<RequestEvent, "detail" | "transfersTo"> {
  const namesHolder = kind === "not-held" && /transfers_to *=/i.test(written);
  if (!namesHolder) return { detail: written, transfersTo: null };
  const [holder = "", ...words] = written.split(";");
  return {
    detail: words.join(";").trim(),
    transfersTo: holder
      .replace(/^transfers_to *=/i, "")
      .trim()
      .toUpperCase(),
  };
}
