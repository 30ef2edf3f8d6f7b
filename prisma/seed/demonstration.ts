import type { Transaction } from "../../app/db/client";
import { savePerson } from "../../app/db/people";
import { createRequest, recordEvent } from "../../app/db/requests";
import { createRound } from "../../app/db/rounds";
import { addToRegister } from "../../app/db/trusts";
import { addDays, type Day } from "../../app/domain/calendar/day";
import { firstDay, nextYear, type ReportingYear, reportingYear } from "../../app/domain/calendar/reporting-year";
import { workingDaysBefore } from "../../app/domain/calendar/working-days";
import type { Staff } from "../../app/domain/people/person";
import type { RequestEvent } from "../../app/domain/requests/event";
import { readRequests } from "../../app/domain/requests/read-requests";
import { earliestSending, type TrustRequest } from "../../app/domain/requests/round-tally";
import { releaseUnseen } from "../../app/journeys/publish/release-round";
import { keepReturn, type ReadyAnswers } from "../../app/journeys/submit/keep-return";
import { stoppedAt } from "../../app/platform/clock";
import { rowsOf } from "./csv";
import { PEOPLE } from "./demonstration-people";
import { questionsOf2024 } from "./questions";
import { readyFiles } from "./ready-files";
import { registerFile } from "./register-file";

const FOLDER = "prisma/data/demo";
const ANSWERED = ["2021-22", "2022-23", "2023-24", "2024-25"].map(reportingYear);
const OPEN = reportingYear("2025-26");
const NOTHING_BESIDES = { aliases: [], nameNow: null, icb: null, basis: null };
/** The open round went out this long ago, so that six of its twenty days are left. */
const SENT_WORKING_DAYS_AGO = 14;

/** Fictional trusts with four answered and released rounds, and one that is open, its days set by today's. */
export async function seedDemonstration(tx: Transaction, today: Day, passwordHash: string) {
  const { trusts } = registerFile(`${FOLDER}/register.csv`);
  for (const trust of trusts.values()) await addToRegister(tx, { ...trust, ...NOTHING_BESIDES });
  const staff = await addPeople(tx, passwordHash);

  const read = readRequests(rowsOf(`${FOLDER}/requests.csv`));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  for (const year of ANSWERED) {
    const requests = read.requests.filter((request) => request.year === year);
    await addRound(tx, staff, year, { open: false, requests });
  }
  const askedLast = read.requests.filter((request) => request.year === ANSWERED.at(-1)).map(({ ods }) => ods);
  await addRound(tx, staff, OPEN, { open: true, requests: openRound(askedLast, today) });

  // Each round was released in the autumn after its requests went out.
  for (const year of ANSWERED) {
    const autumn = stoppedAt(`${firstDay(nextYear(nextYear(year))).slice(0, 4)}-10-01T09:00:00Z`);
    await releaseUnseen(tx, autumn, staff, year);
  }
}

async function addPeople(tx: Transaction, passwordHash: string): Promise<Staff> {
  let staff: Staff | null = null;
  for (const { says: _, ...person } of PEOPLE) {
    const id = await savePerson(tx, { ...person, passwordHash });
    if (person.role === "staff") staff = { ...person, id, role: "staff" };
  }
  if (staff === null) throw new Error("The demonstration has nobody of the Foundation's staff.");
  return staff;
}

interface Requests {
  readonly open: boolean;
  readonly requests: readonly TrustRequest[];
}

async function addRound(tx: Transaction, staff: Staff, year: ReportingYear, { open, requests }: Requests) {
  const issuedOn = earliestSending(requests);
  if (issuedOn === null) throw new Error(`No request of ${year} has a day.`);
  const files = readyFiles(`${FOLDER}/returns-${year}.csv`, year);
  await createRound(tx, { year, issuedOn, open, questions: questionsOf2024(year) });
  for (const { ods, events } of requests) {
    const happened = open ? events : withAcceptance(events);
    await addRequest(tx, staff, { ods, year, events: happened, answers: files.get(ods) });
  }
}

interface Happened {
  readonly ods: string;
  readonly year: ReportingYear;
  readonly events: readonly RequestEvent[];
  readonly answers: ReadyAnswers | undefined;
}

async function addRequest(tx: Transaction, staff: Staff, { ods, year, events, answers }: Happened) {
  const id = await createRequest(tx, ods, year);
  let returnId: string | undefined;
  for (const event of events) {
    const at = new Date(`${event.on}T10:00:00Z`);
    if (event.kind === "responded" && answers !== undefined && event.on !== null) {
      const declaredBy = { personId: null, name: "Information governance team", role: "by letter" };
      const declaring = { draftId: `demonstration ${id}`, answers, request: { id, ods, year }, version: 1, declaredBy };
      ({ returnId } = await keepReturn(tx, { ...declaring, as: event.kind, reason: "", at, on: event.on }));
    } else if (event.kind === "accepted" && returnId !== undefined) {
      await recordEvent(tx, id, event, { at, by: staff.id, returnId });
    } else {
      await recordEvent(tx, id, event, { at, by: null });
    }
  }
}

/** In the answered rounds, staff accepted every answer three days after it came. */
function withAcceptance(events: readonly RequestEvent[]): RequestEvent[] {
  return events.flatMap((event): RequestEvent[] => {
    if (event.kind !== "responded" || event.on === null) return [event];
    return [event, { kind: "accepted", on: addDays(event.on, 3), detail: "", transfersTo: null }];
  });
}

/** The open round: sent to the trusts of the round before, with what has happened since. */
function openRound(asked: readonly string[], today: Day): TrustRequest[] {
  const sent: RequestEvent = {
    kind: "sent",
    on: workingDaysBefore(today, SENT_WORKING_DAYS_AGO),
    detail: "",
    transfersTo: null,
  };
  const since = rowsOf(`${FOLDER}/open-round.csv`).map(({ working_days_ago, ...row }) => ({
    ...row,
    reporting_year: OPEN,
    event_date: workingDaysBefore(today, Number(working_days_ago)),
  }));
  const read = readRequests(since);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const eventsOf = (ods: string) => read.requests.find((request) => request.ods === ods)?.events ?? [];
  return asked.map((ods) => ({ ods, events: [sent, ...eventsOf(ods)] }));
}
