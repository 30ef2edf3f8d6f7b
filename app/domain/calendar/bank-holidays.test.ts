import Holidays from "date-holidays";
import { expect, test } from "vitest";
import {
  BANK_HOLIDAYS,
  bankHolidayOn,
  DIVISIONS,
  type Division,
  formatBankHoliday,
  formatDivisions,
  HOLIDAY_TABLE,
  HOLIDAY_TABLE_VERSION,
  OutsideHolidayTable,
} from "./bank-holidays";
import { addDays, type Day, day, isWeekend, type Weekday, weekdayOf } from "./day";

const keptBy = (division: Division) =>
  BANK_HOLIDAYS.filter(({ where }) => where.includes(division)).map(({ date }) => date);
const yearsBetween = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

test("the table covers 2012 to 2031, published to the end of 2028", () => {
  expect(HOLIDAY_TABLE).toEqual({ first: "2012-01-01", publishedTo: "2028-12-31", last: "2031-12-31" });
  expect(HOLIDAY_TABLE_VERSION).toBe("2026-08");
  expect(BANK_HOLIDAYS).toHaveLength(265);
});

test("each holiday is a weekday, stands once and in order, and is projected only after the published years", () => {
  const dates = BANK_HOLIDAYS.map(({ date }) => date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(dates.filter(isWeekend)).toEqual([]);
  expect(BANK_HOLIDAYS.filter(({ date, projected }) => projected !== date > "2028-12-31")).toEqual([]);
});

test("a holiday says its name and who keeps it", () => {
  expect(bankHolidayOn(day("2024-04-01"))).toEqual({
    date: "2024-04-01",
    name: "Easter Monday",
    where: ["england-and-wales", "northern-ireland"],
    projected: false,
  });
  expect(bankHolidayOn(day("2026-06-15"))?.where).toEqual(["scotland"]);
  expect(bankHolidayOn(day("2017-01-02"))?.name).toBe("New Year's Day and 2nd January");
  expect(bankHolidayOn(day("2024-04-02"))).toBeNull();
});

test("a day outside the table is an error, on a weekend too", () => {
  expect(() => bankHolidayOn(day("2011-12-31"))).toThrow(OutsideHolidayTable);
  expect(() => bankHolidayOn(day("2032-01-01"))).toThrow(
    "The table of UK bank holidays runs from 1 January 2012 to 31 December 2031, so working days cannot be counted on 1 January 2032.",
  );
});

test("holidays and divisions are written out", () => {
  expect(formatDivisions(["scotland"])).toBe("Scotland");
  expect(formatDivisions(["england-and-wales", "northern-ireland"])).toBe("England and Wales, Northern Ireland");
  expect(formatDivisions(DIVISIONS)).toBe("the whole United Kingdom");
  expect(BANK_HOLIDAYS.slice(0, 2).map(formatBankHoliday)).toEqual([
    "Monday 2 January 2012, New Year's Day and 2nd January (the whole United Kingdom)",
    "Tuesday 3 January 2012, New Year's Day (Scotland)",
  ]);
});

test("the table differs from the date-holidays library, nation by nation on the weekdays of 2019 to 2030, in one proclaimed day", () => {
  const nations: [string, Division][] = [
    ["ENG", "england-and-wales"],
    ["WLS", "england-and-wales"],
    ["SCT", "scotland"],
    ["NIR", "northern-ireland"],
  ];
  const years = yearsBetween(2019, 2030);
  const differences = nations.flatMap(([nation, division]) => {
    const library = new Holidays("GB", nation, { types: ["public"] });
    const theirs = years
      .flatMap((year) => library.getHolidays(year).map(({ date }) => day(date.slice(0, 10))))
      .filter((date) => !isWeekend(date));
    const ours = keptBy(division).filter((date) => date >= "2019-01-01" && date <= "2030-12-31");
    const onlyOurs = ours.filter((date) => !theirs.includes(date)).map((date) => `${nation} ${date} only in the table`);
    const onlyTheirs = theirs
      .filter((date) => !ours.includes(date))
      .map((date) => `${nation} ${date} only in the library`);
    return [...onlyOurs, ...onlyTheirs];
  });
  expect(differences).toEqual(["SCT 2026-06-15 only in the table"]);
});

test("the usual rule, with the proclaimed exceptions, gives every day of the table in every division", () => {
  for (const division of DIVISIONS) {
    const expected = yearsBetween(2012, 2031).flatMap((year) => byRule(year, division));
    expect(keptBy(division)).toEqual([...new Set(expected)].sort());
  }
});

/** Days moved or added by proclamation: 2012 and 2022 for the jubilees, 2020 for VE Day, and three of their own. */
const MOVED: Readonly<Record<string, Day>> = {
  "2012-05-28": day("2012-06-04"),
  "2020-05-04": day("2020-05-08"),
  "2022-05-30": day("2022-06-02"),
};
const ADDED: readonly (readonly [Day, readonly Division[]])[] = [
  [day("2012-06-05"), DIVISIONS],
  [day("2022-06-03"), DIVISIONS],
  [day("2022-09-19"), DIVISIONS],
  [day("2023-05-08"), DIVISIONS],
  [day("2026-06-15"), ["scotland"]],
];

function byRule(year: number, division: Division): Day[] {
  const on = (monthAndDay: string) => day(`${year}-${monthAndDay}`);
  const easter = easterSunday(year);
  const newYear = weekdayFrom(on("01-01"));
  const christmas = weekdayFrom(on("12-25"));
  const scotland = [weekdayFrom(addDays(newYear, 1)), firstOf("Monday", on("08-01")), weekdayFrom(on("11-30"))];
  const notScotland = [addDays(easter, 1), firstOf("Monday", on("08-25"))];
  const northernIreland = [weekdayFrom(on("03-17")), weekdayFrom(on("07-12"))];
  const everywhere = [
    newYear,
    addDays(easter, -2),
    firstOf("Monday", on("05-01")),
    firstOf("Monday", on("05-25")),
    christmas,
    weekdayFrom(addDays(christmas, 1)),
  ];
  return [
    ...everywhere,
    ...(division === "scotland" ? scotland : notScotland),
    ...(division === "northern-ireland" ? northernIreland : []),
    ...ADDED.filter(([date, where]) => date.startsWith(String(year)) && where.includes(division)).map(([date]) => date),
  ].map((date) => MOVED[date] ?? date);
}

function weekdayFrom(on: Day): Day {
  return isWeekend(on) ? weekdayFrom(addDays(on, 1)) : on;
}

function firstOf(weekday: Weekday, from: Day): Day {
  return weekdayOf(from) === weekday ? from : firstOf(weekday, addDays(from, 1));
}

/** The Gregorian rule (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return addDays(day(`${year}-03-22`), h + l - 7 * m);
}
