import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  asDay,
  beginningInLondon,
  day,
  dayInLondon,
  daysBetween,
  formatDay,
  formatDayWithWeekday,
  formatMoment,
  formatShortDay,
  formatTime,
  isWeekend,
  WEEKDAYS,
  weekdayOf,
} from "./day";

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays(day("1970-01-01"), days));

test.each(["2024-03-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
  expect(asDay(text)).toBe(text);
});

test.each([
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-13-01",
  "2024-00-10",
  "2024-01-00",
  "0000-01-01",
  "2024-3-21",
  "21/03/2024",
  " 2024-03-21",
  "2024-03-21\n",
  "2024-03-21T00:00:00Z",
  "+12024-03-21",
  "٢٠٢٤-٠٣-٢١",
  "",
])("%j is not a day", (text) => {
  expect(asDay(text)).toBeNull();
});

test("a literal that is not a day is refused aloud", () => {
  expect(day("2024-03-21")).toBe("2024-03-21");
  expect(() => day("2024-02-30")).toThrow('"2024-02-30" is not a day. Write it as 2024-04-22.');
});

test("days are added across months, years and leap days", () => {
  expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
  expect(addDays(day("2023-02-28"), 1)).toBe("2023-03-01");
  expect(addDays(day("2024-12-31"), 1)).toBe("2025-01-01");
  expect(addDays(day("2024-03-01"), -1)).toBe("2024-02-29");
  expect(addDays(day("2024-03-21"), 0)).toBe("2024-03-21");
});

test("there is no part of a day, and no day outside four-figure years", () => {
  expect(() => addDays(day("2024-03-21"), 0.5)).toThrow(RangeError);
  expect(() => addDays(day("2024-03-21"), Number.NaN)).toThrow(RangeError);
  expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
  expect(() => addDays(day("0001-01-01"), -1)).toThrow(RangeError);
});

test("days between two days are counted by midnights", () => {
  expect(daysBetween(day("2024-03-21"), day("2024-04-22"))).toBe(32);
  expect(daysBetween(day("2024-04-22"), day("2024-03-21"))).toBe(-32);
  expect(daysBetween(day("1999-12-31"), day("2000-01-01"))).toBe(1);
});

test("adding and counting undo each other, and days compare as text", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(asDay(to)).toBe(to);
      expect(daysBetween(from, to)).toBe(days);
      expect(from < to).toBe(days > 0);
    }),
  );
});

test("weekdays are known from dates whose weekday is on record", () => {
  expect(weekdayOf(day("1969-07-20"))).toBe("Sunday");
  expect(weekdayOf(day("1970-01-01"))).toBe("Thursday");
  expect(weekdayOf(day("2000-02-29"))).toBe("Tuesday");
  expect(weekdayOf(day("2024-03-21"))).toBe("Thursday");
  expect(weekdayOf(day("2024-04-22"))).toBe("Monday");
});

test("each day's weekday follows the one before, and the last two are the weekend", () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const today = WEEKDAYS.indexOf(weekdayOf(on));
      expect(WEEKDAYS.indexOf(weekdayOf(addDays(on, 1)))).toBe((today + 1) % 7);
      expect(isWeekend(on)).toBe(["Saturday", "Sunday"].includes(weekdayOf(on)));
    }),
  );
});

test.each([
  ["2024-01-15T23:59:59.999Z", "2024-01-15", "winter: London keeps UTC"],
  ["2024-04-21T23:30:00Z", "2024-04-22", "half past midnight in summer time"],
  ["2024-04-21T22:59:59.999Z", "2024-04-21", "a millisecond before that midnight"],
  ["2024-03-31T00:59:59Z", "2024-03-31", "just before the clocks go forward"],
  ["2024-03-31T01:00:00Z", "2024-03-31", "as they go forward"],
  ["2024-03-31T23:00:00Z", "2024-04-01", "the first midnight of summer time"],
  ["2024-10-26T23:00:00Z", "2024-10-27", "the last midnight of summer time"],
  ["2024-10-27T00:30:00Z", "2024-10-27", "01:30 the first time"],
  ["2024-10-27T01:30:00Z", "2024-10-27", "01:30 the second time"],
  ["2024-10-27T23:30:00Z", "2024-10-27", "winter time again"],
  ["2024-12-31T23:59:59Z", "2024-12-31", "new year's eve"],
])("%s is %s in London: %s", (instant, expected) => {
  expect(dayInLondon(Date.parse(instant))).toBe(expected);
});

test.each([
  ["2024-04-22", "2024-04-21T23:00:00.000Z", "summer time"],
  ["2024-12-01", "2024-12-01T00:00:00.000Z", "winter time"],
  ["2026-03-29", "2026-03-29T00:00:00.000Z", "the day on which summer time begins"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z", "the day on which it ends"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z", "the day after"],
])("F17: %s begins in London at %s: %s", (on, expected) => {
  const beginning = beginningInLondon(day(on));
  expect(new Date(beginning).toISOString()).toBe(expected);
  expect([dayInLondon(beginning), dayInLondon(beginning - 1)]).toEqual([on, addDays(day(on), -1)]);
});

test("an instant that is none is refused", () => {
  expect(() => dayInLondon(Number.NaN)).toThrow(RangeError);
});

test("a day is written out for people", () => {
  expect(formatDay(day("2024-04-22"))).toBe("22 April 2024");
  expect(formatDay(day("2024-05-01"))).toBe("1 May 2024");
  expect(formatDayWithWeekday(day("2024-04-22"))).toBe("Monday 22 April 2024");
  expect(formatShortDay(day("2024-09-02"))).toBe("2 Sep 2024");
});

test("the time of an instant is told to the second, in summer and in winter", () => {
  expect(formatTime(Date.parse("2024-04-21T23:30:05Z"))).toBe("00:30:05");
  expect(formatTime(Date.parse("2024-12-01T14:03:59Z"))).toBe("14:03:59");
});

test("a moment is told as London tells it, in summer and in winter", () => {
  expect(formatMoment(Date.parse("2024-04-21T23:30:00Z"))).toBe("22 April 2024 at 00:30");
  expect(formatMoment(Date.parse("2024-12-01T14:03:59Z"))).toBe("1 December 2024 at 14:03");
});
