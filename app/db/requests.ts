import { day } from "../domain/calendar/day";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import { EVENT_KINDS, type RequestEvent } from "../domain/requests/event";
import type { Queries, Transaction } from "./client";

/** One trust's request of one round, with all that happened to it, oldest first. */
export interface StoredRequest {
  readonly id: string;
  readonly year: ReportingYear;
  readonly trust: {
    readonly ods: string;
    readonly name: string;
    readonly region: string;
    /** How the trust came to be in the register; null where nothing is to be said of it. */
    readonly basis: string | null;
  };
  readonly events: readonly RequestEvent[];
}

const select = {
  id: true,
  year: true,
  trust: { select: { ods: true, name: true, region: true, basis: true } },
  events: { select: { kind: true, on: true, detail: true, transfersTo: true }, orderBy: { id: "asc" } },
} as const;

interface Row {
  id: string;
  year: string;
  trust: StoredRequest["trust"];
  events: { kind: string; on: string | null; detail: string; transfersTo: string | null }[];
}

function asRequest(row: Row): StoredRequest {
  return { ...row, year: row.year as ReportingYear, events: row.events.map(asEvent) };
}

function asEvent({ kind, on, detail, transfersTo }: Row["events"][number]): RequestEvent {
  const known = EVENT_KINDS.find((name) => name === kind);
  if (known === undefined)
    throw new Error(`A stored event has the kind ${JSON.stringify(kind)}, which does not exist.`);
  return { kind: known, on: on === null ? null : day(on), detail, transfersTo };
}

export async function requestsOfRound(db: Queries, year: ReportingYear): Promise<StoredRequest[]> {
  const rows = await db.request.findMany({ where: { year }, select, orderBy: { trust: { name: "asc" } } });
  return rows.map(asRequest);
}

export async function requestsOfTrust(db: Queries, ods: string): Promise<StoredRequest[]> {
  const rows = await db.request.findMany({ where: { ods }, select, orderBy: { year: "desc" } });
  return rows.map(asRequest);
}

/** Those of rounds that take returns now. */
export async function openRequestsOf(db: Queries, ods: string): Promise<StoredRequest[]> {
  const rows = await db.request.findMany({ where: { ods, round: { open: true } }, select, orderBy: { year: "asc" } });
  return rows.map(asRequest);
}

export async function findRequest(db: Queries, ods: string, year: ReportingYear): Promise<StoredRequest | null> {
  const row = await db.request.findUnique({ where: { year_ods: { year, ods } }, select });
  return row === null ? null : asRequest(row);
}

export async function createRequest(tx: Transaction, ods: string, year: ReportingYear): Promise<string> {
  const { id } = await tx.request.create({ data: { ods, year }, select: { id: true } });
  return id;
}

/** Who told the portal, when, and which version of a return it is about. */
export interface Recorded {
  readonly at: Date;
  readonly by: string | null;
  readonly returnId?: string;
  /** The form it came by: the same form posted again is the same event. */
  readonly formId?: string;
}

export async function recordEvent(tx: Transaction, requestId: string, event: RequestEvent, recorded: Recorded) {
  await tx.requestEvent.create({
    data: {
      ...event,
      requestId,
      recordedAt: recorded.at,
      recordedBy: recorded.by,
      returnId: recorded.returnId ?? null,
      formId: recorded.formId ?? null,
    },
  });
}

/** Whether a form has been posted before and had its effect. */
export async function isRecorded(db: Queries, requestId: string, formId: string): Promise<boolean> {
  return (await db.requestEvent.count({ where: { requestId, formId } })) > 0;
}

/** Something that a trust and the Foundation wrote to each other about a request. */
export interface StoredMessage {
  readonly kind: MessageKind;
  readonly words: string;
  readonly at: Date;
  readonly by: { readonly name: string; readonly email: string } | null;
}

export const MESSAGE_KINDS = ["clarification-requested", "clarified", "queried", "query-answered"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What was written about a trust's request through the portal and before it, oldest first. */
export async function messagesOf(db: Queries, ods: string, year: ReportingYear): Promise<StoredMessage[]> {
  const rows = await db.requestEvent.findMany({
    where: { request: { ods, year }, kind: { in: [...MESSAGE_KINDS] } },
    select: { kind: true, detail: true, recordedAt: true, person: { select: { name: true, email: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ kind, detail, recordedAt, person }) => ({
    kind: MESSAGE_KINDS.find((known) => known === kind) ?? "queried",
    words: detail,
    at: recordedAt,
    by: person,
  }));
}
