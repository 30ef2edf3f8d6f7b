import { formatBankHoliday, OutsideHolidayTable } from "../../app/domain/calendar/bank-holidays";
import { asDay, type Day, formatDayWithWeekday } from "../../app/domain/calendar/day";
import { countWorkingDays } from "../../app/domain/calendar/working-days";
import { WORKING_DAYS_TO_ANSWER } from "../../app/domain/requests/clock";
import type { Command, CommandResult } from "./command";

/** `due RECEIVED_DATE [--holidays]`: when an answer is due. `--holidays` adds the holidays skipped to the words. */
export const due: Command = async (args) => {
  const [written, ...more] = args.filter((arg) => arg !== "--holidays");
  if (written === undefined || more.length > 0) {
    return unusable("Give one date, the day the request was received: due 2024-03-21 [--holidays]");
  }
  const received = asDay(written);
  if (received === null) return unusable(`“${written}” is not a date. Write it as 2024-03-21.`);
  try {
    return dueFor(received, args.includes("--holidays"));
  } catch (error) {
    if (error instanceof OutsideHolidayTable) return unusable(error.message);
    throw error;
  }
};

function dueFor(received: Day, withHolidays: boolean): CommandResult {
  const { to, workingDays, skipped } = countWorkingDays(received, WORKING_DAYS_TO_ANSWER);
  const holidays = skipped.map((holiday) => `Not counted: ${formatBankHoliday(holiday)}.`);
  const lines = [
    `Received ${formatDayWithWeekday(received)}.`,
    `Due ${formatDayWithWeekday(to)}, working day ${workingDays} after receipt.`,
    ...(withHolidays ? holidays : []),
  ];
  return {
    json: { received, due: to, workingDays, skipped: skipped.map(({ date, name, where }) => ({ date, name, where })) },
    text: lines.join("\n"),
    exitCode: 0,
  };
}

function unusable(error: string): CommandResult {
  return { json: { error }, text: error, exitCode: 2 };
}
