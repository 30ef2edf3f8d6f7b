/** A day of the calendar as a spreadsheet may write it; `year` is null where only day and month stand, `day` where only month and year. */
export interface DateParts {
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const TIME = "(?:[ t]\\d{1,2}:\\d{2}.*)?";

const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]?${MONTH}(?:[-/. ,]{1,2}(\\d{4}|\\d{2}))?${TIME}$`);
const MONTH_NUMBER = new RegExp(`^${MONTH}[-/. ]?(\\d{4}|\\d{1,2})$`);
const MONTH_DAY_YEAR = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`);
const FIGURES = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const DAY_SLASH_MONTH = /^(\d{1,2})\/(\d{1,2})$/;

/**
 * A cell that holds a date, in plain text as `plain` gives it: `04-jan`, `dec-24`, `1 april 2024`, `01/12/2024`,
 * `2024-12-01`. Null for anything else. Day and month in figures are read day first.
 * Example: `dec-24` is `{ day: null, month: 12, year: 2024 }`, and so it was `12-24` before a spreadsheet ate it.
 */
export function dateWritten(text: string): DateParts | null {
  if (text.length > 40) return null;
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return parts(dayMonth[1], dayMonth[2], dayMonth[3]);
  const monthNumber = MONTH_NUMBER.exec(text);
  if (monthNumber) return readMonthNumber(monthNumber[1], monthNumber[2]);
  const monthDayYear = MONTH_DAY_YEAR.exec(text);
  if (monthDayYear) return parts(monthDayYear[2], monthDayYear[1], monthDayYear[3]);
  const figures = FIGURES.exec(text);
  if (figures) return parts(figures[1], figures[3], figures[4]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return parts(yearFirst[4], yearFirst[3], yearFirst[1]);
  const slash = DAY_SLASH_MONTH.exec(text);
  return slash ? parts(slash[1], slash[2], undefined) : null;
}

function readMonthNumber(month = "", number = ""): DateParts | null {
  // A two-figure number after a month may be the day (Jan-04) or the year (Dec-24): 24 and 04 were both days once.
  return { day: null, month: monthOf(month), year: fullYear(number) };
}

function parts(day = "", month = "", year: string | undefined): DateParts | null {
  const date = { day: Number(day), month: monthOf(month), year: year === undefined ? null : fullYear(year) };
  // A month above 12 is an American date, month first.
  const [first, second] = date.month > 12 ? [date.month, date.day] : [date.day, date.month];
  return first >= 1 && first <= 31 && second >= 1 && second <= 12 ? { ...date, day: first, month: second } : null;
}

function monthOf(text: string): number {
  const name = MONTHS.indexOf(text.slice(0, 3));
  return name === -1 ? Number(text) : name + 1;
}

function fullYear(figures: string): number {
  const year = Number(figures);
  return figures.length <= 2 ? 2000 + year : year;
}

/** The five-figure serial numbers under which spreadsheets keep the days from July 2009 to November 2036. */
export const DATE_SERIALS = { first: 40_000, last: 50_000 } as const;

export function isDateSerial(number: number): boolean {
  return number >= DATE_SERIALS.first && number <= DATE_SERIALS.last;
}

/** The day of a spreadsheet's serial number (1900 date system). Example: 45627 is 1 December 2024. */
export function dateOfSerial(serial: number): DateParts {
  const UNIX_EPOCH_SERIAL = 25_569;
  const date = new Date((serial - UNIX_EPOCH_SERIAL) * 86_400_000);
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}
