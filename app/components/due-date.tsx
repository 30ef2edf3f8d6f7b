import { formatBankHoliday } from "../domain/calendar/bank-holidays";
import { formatDay, formatDayWithWeekday } from "../domain/calendar/day";
import type { Clock, RunningClock } from "../domain/requests/clock";
import { Details } from "./details";

const RECEIVED: Readonly<Record<RunningClock["receivedBy"], string>> = {
  sent: "The request was sent, and so received,",
  delivered: "The request was received",
  clarified: "Our answer to the trust’s question was received, which starts a fresh count,",
};

/** How a due date was worked out, so that nobody has to take it on trust. */
export function DueDateWorking({ clock, open = false }: { clock: Clock; open?: boolean }) {
  if (clock.kind === "unknown") return <p>{clock.why}</p>;
  if (clock.kind !== "running") return null;
  const { due } = clock;
  return (
    <Details summary="How this date was worked out" open={open}>
      <p>
        {RECEIVED[clock.receivedBy]} on {formatDayWithWeekday(due.from)}. That is day 0. The law gives {due.workingDays}{" "}
        working days (Freedom of Information Act 2000, section 10), which end on {formatDayWithWeekday(due.to)}.
      </p>
      {due.skipped.length === 0 ? (
        <p>Weekends do not count. No bank holiday falls inside.</p>
      ) : (
        <>
          <p>Weekends do not count, nor do bank holidays in any part of the United Kingdom:</p>
          <ul className="govuk-list govuk-list--bullet">
            {due.skipped.map((holiday) => (
              <li key={holiday.date}>{formatBankHoliday(holiday)}</li>
            ))}
          </ul>
        </>
      )}
      {due.disregarded > 0 && <p>{due.disregarded} working days between a fee notice and its payment do not count.</p>}
      {clock.extension && (
        <p>
          The trust has extended the time to weigh the public interest: its notice was due on {formatDay(due.to)}, and
          the answer is due by {formatDay(clock.extension.outerLimit.to)}.
        </p>
      )}
      {due.projected && <p>Bank holidays of that year are not published yet and may still change.</p>}
    </Details>
  );
}
