import { type BankHoliday, bankHolidayOn, HOLIDAY_TABLE } from "./bank-holidays";
import { addDays, type Day, isWeekend } from "./day";

/**
 * Whether a day is neither Saturday, Sunday nor a bank holiday in any part of the United Kingdom (Freedom of Information
 * Act 2000 s.10(6)). Friday 12 July 2024 is not a working day: Northern Ireland keeps it.
 * Throws OutsideHolidayTable for a day the table does not cover.
 */
export function isWorkingDay(on: Day): boolean {
  return bankHolidayOn(on) === null && !isWeekend(on);
}

/** From one day to another, both included. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** A count of working days with its working. */
export interface WorkingDayCount {
  /** Day 0, which may itself be no working day. */
  readonly from: Day;
  readonly workingDays: number;
  /** The day the count ends on. */
  readonly to: Day;
  /** The weekday bank holidays passed on the way. */
  readonly skipped: readonly BankHoliday[];
  /** Working days passed on the way that did not count, because they lie in a period to be disregarded. */
  readonly disregarded: number;
  /** Whether the count reaches into years whose bank holidays are not published yet. */
  readonly projected: boolean;
}

/**
 * Counts working days from the day after `from`, which is day 0 (Freedom of Information Act 2000 s.10(1)). Working days
 * inside `disregarding` do not count (s.10(2)). Twenty from Thursday 21 March 2024 is Monday 22 April 2024, with Good
 * Friday and Easter Monday skipped. Throws OutsideHolidayTable where the count begins or runs outside the table.
 */
export function countWorkingDays(
  from: Day,
  workingDays: number,
  disregarding: readonly Period[] = [],
): WorkingDayCount {
  bankHolidayOn(from);
  const skipped: BankHoliday[] = [];
  let disregarded = 0;
  let to = from;
  for (let counted = 0; counted < workingDays; ) {
    to = addDays(to, 1);
    const holiday = bankHolidayOn(to);
    if (holiday !== null) skipped.push(holiday);
    else if (isWeekend(to)) continue;
    else if (disregarding.some((period) => period.first <= to && to <= period.last)) disregarded += 1;
    else counted += 1;
  }
  return { from, workingDays, to, skipped, disregarded, projected: to > HOLIDAY_TABLE.publishedTo };
}

/**
 * The day a number of working days before another, which is day 0. Five before Monday 22 April 2024 is Monday the 15th.
 * Throws OutsideHolidayTable where the count runs outside the table.
 */
export function workingDaysBefore(until: Day, workingDays: number): Day {
  let on = until;
  for (let left = workingDays; left > 0; ) {
    on = addDays(on, -1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}

/**
 * How many working days lie in a period, both ends included; none where it ends before it begins.
 * 23 April 2024 to 24 April 2024 is 2. Throws OutsideHolidayTable where the period leaves the table.
 */
export function workingDaysIn({ first, last }: Period): number {
  let count = 0;
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (isWorkingDay(on)) count += 1;
  }
  return count;
}
