import type { Transaction } from "../../app/db/client";
import { createRequest, recordEvent } from "../../app/db/requests";
import { createRound } from "../../app/db/rounds";
import { addToRegister } from "../../app/db/trusts";
import { day } from "../../app/domain/calendar/day";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import type { RequestEvent } from "../../app/domain/requests/event";
import { type TrustEvent, withEvents } from "../../app/domain/trusts/trust-event";
import { type Row, rowsOf } from "./csv";
import { questionsOf2024 } from "./questions";
import { registerFile } from "./register-file";

const FOLDER = "prisma/data/england";
const YEAR = reportingYear("2022-23");
const SENT = day("2024-03-21");

/**
 * England's trusts as the 2025 report and public registers give them, and the request of 21 March 2024. Which trusts
 * did not answer was never published, so no answer and no silence is recorded for any of them: only the report's totals.
 */
export async function seedEngland(tx: Transaction, at: Date) {
  const trusts = rowsOf(`${FOLDER}/trusts-england.csv`);
  const events = rowsOf(`${FOLDER}/trust-events.csv`);
  // Mergers since 2024 founded codes that its list cannot hold, and moves of services break comparability.
  const { trusts: register, aliases } = withEvents(registerFile(`${FOLDER}/trusts-england.csv`), events.map(asEvent));
  for (const trust of register.values()) {
    const row = trusts.find(({ ods_code }) => ods_code === trust.ods);
    await addToRegister(tx, { ...trust, aliases: aliases.get(trust.ods) ?? [], ...besides(row) });
  }
  for (const row of events) await tx.trustEvent.create({ data: asTrustEvent(row) });
  for (const row of rowsOf(`${FOLDER}/published-figures.csv`)) {
    await tx.publishedFigure.create({ data: asPublishedFigure(row) });
  }
  await createRound(tx, { year: YEAR, issuedOn: SENT, open: false, questions: questionsOf2024(YEAR) });
  for (const row of trusts) {
    const requestId = await createRequest(tx, row.ods_code ?? "", YEAR);
    for (const event of eventsOf(row)) await recordEvent(tx, requestId, event, { at, by: null });
  }
}

const orNull = (text: string | undefined) => (text === undefined || text === "" ? null : text);

/** What the list of 2024 says of a trust beyond the facts the domain reasons with. */
function besides(row: Row | undefined) {
  return {
    icb: orNull(row?.icb_2024),
    nameNow: row === undefined || row.current_name === row.name ? null : orNull(row.current_name),
    basis: row === undefined ? "founded since by a merger" : orNull(row.basis),
  };
}

function asEvent(row: Row): TrustEvent {
  const { event_date: on = "", type = "", from_ods: from = "", to_ods: to = "", to_name: toName = "" } = row;
  return { on, type, from, to, toName };
}

function eventsOf(row: Row): RequestEvent[] {
  const event = (
    kind: RequestEvent["kind"],
    on: RequestEvent["on"],
    detail: string,
    transfersTo: string | null = null,
  ) => ({ kind, on, detail, transfersTo }) satisfies RequestEvent;
  if (row.asked_2024 === "transferred") {
    const holder = orNull(row.transferred_to);
    return [
      event("sent", SENT, ""),
      event("not-held", null, "Another trust holds the data (report, Annex 3).", holder),
    ];
  }
  const asked =
    row.asked_2024 === "added"
      ? event("sent", null, "Asked because another trust named it as holder; the day is not published.")
      : event("sent", SENT, "");
  return [asked, event("outcome-not-recorded", null, "The report says that 45 of 47 answered, not which trusts.")];
}

function asTrustEvent(row: Row) {
  return {
    on: row.event_date ?? "",
    onNote: row.date_note ?? "",
    kind: row.type ?? "",
    fromOds: row.from_ods ?? "",
    fromName: row.from_name ?? "",
    toOds: row.to_ods ?? "",
    toName: row.to_name ?? "",
    certainty: row.certainty ?? "",
    source: row.source ?? "",
  };
}

function asPublishedFigure(row: Row) {
  const number = (text: string | undefined) => (orNull(text) === null ? null : Number(text));
  return {
    year: row.year ?? "",
    unit: row.unit ?? "",
    statement: row.statement ?? "",
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    value: row.value ?? "",
    source: row.source ?? "",
    comparableWith: row.comparable_with ?? "",
  };
}
