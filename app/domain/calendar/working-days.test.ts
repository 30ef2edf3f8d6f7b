import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../../tests/fixtures/foi-due-dates.json";
import { OutsideHolidayTable } from "./bank-holidays";
import { addDays, day, daysBetween, isWeekend, weekdayOf } from "./day";
import { countWorkingDays, isWorkingDay, workingDaysBefore, workingDaysIn } from "./working-days";

const dayOfTable = fc.integer({ min: 0, max: 365 * 19 }).map((days) => addDays(day("2012-01-01"), days));

describe.each(fixture.vectors)("received $receipt ($why)", (vector) => {
  const received = day(vector.receipt);
  const count = countWorkingDays(received, 20);

  test(`is due ${vector.dueWeekday} ${vector.due}`, () => {
    expect(weekdayOf(received)).toBe(vector.receiptWeekday);
    expect(count.to).toBe(vector.due);
    expect(weekdayOf(count.to)).toBe(vector.dueWeekday);
  });

  test(`is overdue from ${vector.firstOverdueDay}, and forty working days end on ${vector.fortyWorkingDays}`, () => {
    expect(addDays(count.to, 1)).toBe(vector.firstOverdueDay);
    expect(countWorkingDays(received, 40).to).toBe(vector.fortyWorkingDays);
    expect(countWorkingDays(count.to, 20).to).toBe(vector.fortyWorkingDays);
  });

  test("skips these weekday holidays, by these names, where these divisions keep them", () => {
    const skipped = count.skipped.map(({ date, name, where }) => ({ date, name, divisions: where }));
    expect(skipped).toEqual(vector.weekdayHolidaysSkipped);
  });
});

test("Friday, Saturday and Sunday receipts share a due date, Monday's is one working day later", () => {
  const due = (received: string) => countWorkingDays(day(received), 20).to;
  expect([due("2024-09-06"), due("2024-09-07"), due("2024-09-08")]).toEqual(["2024-10-04", "2024-10-04", "2024-10-04"]);
  expect(due("2024-09-09")).toBe("2024-10-07");
});

test("holidays of a single nation stop the clock everywhere", () => {
  expect(isWorkingDay(day("2024-03-18"))).toBe(false);
  expect(isWorkingDay(day("2024-07-12"))).toBe(false);
  expect(isWorkingDay(day("2024-08-05"))).toBe(false);
  expect(isWorkingDay(day("2024-08-26"))).toBe(false);
  expect(isWorkingDay(day("2024-12-02"))).toBe(false);
});

test("weekends are no working days, ordinary weekdays are", () => {
  expect(isWorkingDay(day("2024-09-07"))).toBe(false);
  expect(isWorkingDay(day("2024-09-08"))).toBe(false);
  expect(isWorkingDay(day("2024-09-09"))).toBe(true);
  expect(isWorkingDay(day("2024-12-24"))).toBe(true);
});

test("working days in a disregarded period are passed over and counted apart", () => {
  const fees = { first: day("2024-04-03"), last: day("2024-04-16") };
  expect(countWorkingDays(day("2024-03-21"), 20, [fees])).toMatchObject({ to: "2024-05-07", disregarded: 10 });
});

test("a disregarded period before the receipt, or after the end, changes nothing", () => {
  const before = { first: day("2024-03-01"), last: day("2024-03-21") };
  const after = { first: day("2024-04-23"), last: day("2024-05-23") };
  expect(countWorkingDays(day("2024-03-21"), 20, [before, after])).toMatchObject({ to: "2024-04-22", disregarded: 0 });
});

test("a count says when it rests on holidays that are not published yet", () => {
  expect(countWorkingDays(day("2028-11-20"), 20).projected).toBe(false);
  expect(countWorkingDays(day("2028-12-20"), 20).projected).toBe(true);
});

test("no count leaves the table: not at its start, not at its end", () => {
  expect(() => countWorkingDays(day("2011-12-31"), 20)).toThrow(OutsideHolidayTable);
  expect(() => countWorkingDays(day("2031-12-10"), 20)).toThrow(OutsideHolidayTable);
  expect(() => workingDaysBefore(day("2012-01-05"), 5)).toThrow(OutsideHolidayTable);
  expect(() => workingDaysIn({ first: day("2031-12-30"), last: day("2032-01-01") })).toThrow(OutsideHolidayTable);
});

test("working days are counted back over weekends and holidays", () => {
  expect(workingDaysBefore(day("2024-04-22"), 5)).toBe("2024-04-15");
  expect(workingDaysBefore(day("2024-04-04"), 5)).toBe("2024-03-26");
  expect(workingDaysBefore(day("2024-04-22"), 0)).toBe("2024-04-22");
});

test("working days in a period include both ends", () => {
  expect(workingDaysIn({ first: day("2024-04-23"), last: day("2024-04-23") })).toBe(1);
  expect(workingDaysIn({ first: day("2024-04-23"), last: day("2024-04-24") })).toBe(2);
  expect(workingDaysIn({ first: day("2024-04-03"), last: day("2024-04-16") })).toBe(10);
  expect(workingDaysIn({ first: day("2024-10-05"), last: day("2024-10-06") })).toBe(0);
  expect(workingDaysIn({ first: day("2024-04-24"), last: day("2024-04-23") })).toBe(0);
});

test("every due date is the twentieth working day after receipt, and never earlier than four weeks", () => {
  fc.assert(
    fc.property(dayOfTable, (received) => {
      const { to, skipped } = countWorkingDays(received, 20);
      expect(isWorkingDay(to)).toBe(true);
      expect(workingDaysIn({ first: addDays(received, 1), last: to })).toBe(20);
      expect(daysBetween(received, to)).toBeGreaterThanOrEqual(isWeekend(received) ? 26 : 28);
      expect(skipped.every(({ date }) => received < date && date < to)).toBe(true);
    }),
  );
});

test("two days running share a due date when, and only when, the second is no working day", () => {
  fc.assert(
    fc.property(dayOfTable, (received) => {
      const sameAsDayBefore = countWorkingDays(received, 20).to === countWorkingDays(addDays(received, 1), 20).to;
      expect(sameAsDayBefore).toBe(!isWorkingDay(addDays(received, 1)));
    }),
  );
});

test("counting back undoes counting on, from a working day", () => {
  fc.assert(
    fc.property(dayOfTable.filter(isWorkingDay), fc.integer({ min: 0, max: 40 }), (from, workingDays) => {
      expect(workingDaysBefore(countWorkingDays(from, workingDays).to, workingDays)).toBe(from);
    }),
  );
});
