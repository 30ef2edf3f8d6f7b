/**
 * A civil date in Europe/London, written `yyyy-mm-dd`. Not a `Date`: it has no hour and no time zone,
 * so it cannot slip by one across midnight or a clock change. Days compare with `<` and `===`.
 */
export type Day = string & { readonly __brand: "Day" };

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Reads `yyyy-mm-dd` and nothing else; null for any other writing and for a day no calendar has. `2024-02-30` is null. */
export function asDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001-01-01") return null;
  const candidate = text as Day;
  return dayOfSerial(serialOf(candidate)) === candidate ? candidate : null;
}

/** A day known to be one, as in `day("2024-03-21")`. Throws a RangeError where it is not. */
export function day(text: string): Day {
  const read = asDay(text);
  if (read === null) throw new RangeError(`${JSON.stringify(text)} is not a day. Write it as 2024-04-22.`);
  return read;
}

/** The day a whole number of days later, or earlier for a negative number. One day after 28 February 2024 is the 29th. */
export function addDays(from: Day, days: number): Day {
  return dayOfSerial(serialOf(from) + days);
}

/** Midnights passed on the way from one day to another, negative going back. 21 March to 22 April 2024 is 32. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** 21 March 2024 is a Thursday. */
export function weekdayOf(on: Day): Weekday {
  return WEEKDAYS[weekdayIndex(on)] ?? "Monday";
}

export function isWeekend(on: Day): boolean {
  return weekdayIndex(on) >= 5;
}

const LONDON = new Intl.DateTimeFormat("en-GB-u-ca-iso8601-nu-latn", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The day it is in London at an instant, given in milliseconds since 1970 UTC. In summer time the day begins at 23:00
 * UTC: 2024-04-21T23:30Z, which is 00:30 in London, belongs to 22 April. Throws a RangeError for what is no instant.
 */
export function dayInLondon(epochMilliseconds: number): Day {
  const part = Object.fromEntries(LONDON.formatToParts(epochMilliseconds).map(({ type, value }) => [type, value]));
  return day(`${part.year}-${part.month}-${part.day}`);
}

const HOUR_MS = 3_600_000;

/**
 * The instant at which a day begins in London, in milliseconds since 1970 UTC: midnight UTC, or in summer time the hour
 * before. 22 April 2024 begins at 2024-04-21T23:00Z.
 */
export function beginningInLondon(on: Day): number {
  const midnight = Date.parse(`${on}T00:00:00Z`);
  return dayInLondon(midnight - HOUR_MS) === on ? midnight - HOUR_MS : midnight;
}

const LONDON_TIME = new Intl.DateTimeFormat("en-GB-u-nu-latn", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant, in milliseconds since 1970 UTC, as it is told in London. Example: `22 April 2024 at 00:30`. */
export function formatMoment(epochMilliseconds: number): string {
  return `${formatDay(dayInLondon(epochMilliseconds))} at ${LONDON_TIME.format(epochMilliseconds)}`;
}

const LONDON_SECONDS = new Intl.DateTimeFormat("en-GB-u-nu-latn", { timeZone: "Europe/London", timeStyle: "medium" });

/** The time an instant has in London, to the second. 2024-04-21T23:30:05Z is `00:30:05`. */
export function formatTime(epochMilliseconds: number): string {
  return LONDON_SECONDS.format(epochMilliseconds);
}

/** As in `22 April 2024`. */
export function formatDay(on: Day): string {
  const { year, month, date } = parts(on);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** As in `Monday 22 April 2024`. */
export function formatDayWithWeekday(on: Day): string {
  return `${weekdayOf(on)} ${formatDay(on)}`;
}

/** As in `22 Apr 2024`, for tables. */
export function formatShortDay(on: Day): string {
  const { year, month, date } = parts(on);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

function parts(on: Day): { year: number; month: number; date: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), date: Number(on.slice(8)) };
}

function weekdayIndex(on: Day): number {
  const mondayIsZero = (serialOf(on) + 3) % 7;
  return (mondayIsZero + 7) % 7;
}

// Days are counted from 1 January 1970 in a calendar whose years begin on 1 March, so that the leap day comes last and
// every month's start is `(153 × month + 2) / 5` days in. (Howard Hinnant, "chrono-compatible low-level date algorithms".)

const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_YEAR_0_TO_1970 = 719_468;

function serialOf(on: Day): number {
  const { year, month, date } = parts(on);
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + date - 1 - DAYS_FROM_YEAR_0_TO_1970;
}

function dayOfSerial(serial: number): Day {
  const days = serial + DAYS_FROM_YEAR_0_TO_1970;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(serial) || year < 1 || year > 9999) {
    throw new RangeError("A day lies a whole number of days from another, in the years 1 to 9999.");
  }
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}` as Day;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
