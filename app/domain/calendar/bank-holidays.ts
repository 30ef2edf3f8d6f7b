import { z } from "zod";
import { type Day, day, formatDay, formatDayWithWeekday } from "./day";
import table from "./uk-bank-holidays.json";

export const DIVISIONS = ["england-and-wales", "scotland", "northern-ireland"] as const;
export type Division = (typeof DIVISIONS)[number];

/** A weekday on which at least one division of the United Kingdom has a bank holiday. */
export interface BankHoliday {
  readonly date: Day;
  /** As in `Easter Monday`; both names where divisions call one day by two. */
  readonly name: string;
  /** The divisions that keep it. Any one of them stops the clock everywhere. */
  readonly where: readonly Division[];
  /** True where the day follows the usual rule but is not published yet, so that a proclamation may still move it. */
  readonly projected: boolean;
}

const { meta, holidays } = z
  .object({
    meta: z.object({ firstYear: z.int(), lastYear: z.int(), publishedTo: z.int(), tableVersion: z.string() }),
    holidays: z.array(
      z.object({
        date: z.string().transform(day),
        names: z.array(z.string()).nonempty(),
        divisions: z.array(z.enum(DIVISIONS)).nonempty(),
        status: z.enum(["published", "projected"]),
      }),
    ),
  })
  .parse(table);

/** Stored beside a due date, so that a later table can tell which dates it moves. */
export const HOLIDAY_TABLE_VERSION = meta.tableVersion;

/** The days the table covers, both included. Those after `publishedTo` are projected. */
export const HOLIDAY_TABLE = {
  first: day(`${meta.firstYear}-01-01`),
  publishedTo: day(`${meta.publishedTo}-12-31`),
  last: day(`${meta.lastYear}-12-31`),
} as const;

/** Every weekday bank holiday of the table, earliest first. */
export const BANK_HOLIDAYS: readonly BankHoliday[] = holidays.map(({ date, names, divisions, status }) => ({
  date,
  name: names.join(" and "),
  where: divisions,
  projected: status === "projected",
}));

const byDate = new Map(BANK_HOLIDAYS.map((holiday) => [holiday.date, holiday]));

/** The table does not say whether this is a working day. It must not be taken for one. */
export class OutsideHolidayTable extends RangeError {
  override readonly name = "OutsideHolidayTable";
  constructor(readonly day: Day) {
    const { first, last } = HOLIDAY_TABLE;
    super(
      `The table of UK bank holidays runs from ${formatDay(first)} to ${formatDay(last)}, ` +
        `so working days cannot be counted on ${formatDay(day)}.`,
    );
  }
}

/**
 * The bank holiday on a weekday, in any part of the United Kingdom; null where there is none. Bank holidays are those
 * of the Banking and Financial Dealings Act 1971, proclaimed ones included (Freedom of Information Act 2000 s.10(6)).
 * 5 August 2024 is one, for Scotland. Throws OutsideHolidayTable for a day the table does not cover.
 */
export function bankHolidayOn(on: Day): BankHoliday | null {
  if (on < HOLIDAY_TABLE.first || on > HOLIDAY_TABLE.last) throw new OutsideHolidayTable(on);
  return byDate.get(on) ?? null;
}

const DIVISION_TEXT: Readonly<Record<Division, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

/** Divisions in words: `Scotland`, `England and Wales, Northern Ireland`, or for all of them `the whole United Kingdom`. */
export function formatDivisions(where: readonly Division[]): string {
  if (where.length === DIVISIONS.length) return "the whole United Kingdom";
  return where.map((division) => DIVISION_TEXT[division]).join(", ");
}

/** A holiday as a line of the working: `Monday 1 April 2024, Easter Monday (England and Wales, Northern Ireland)`. */
export function formatBankHoliday({ date, name, where }: BankHoliday): string {
  return `${formatDayWithWeekday(date)}, ${name} (${formatDivisions(where)})`;
}
