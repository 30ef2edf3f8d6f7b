import { expect, test } from "vitest";
import fixture from "../../../tests/fixtures/foi-due-dates.json";
import { addDays, day } from "../calendar/day";
import { requestClock } from "./clock";
import { history } from "./history.fixture";
import { formatTimeliness, isOverdue, isVeryOverdue, timeliness, workingDaysLate } from "./lateness";

const due = day("2024-04-22");
const timelinessOf = (lines: string[], answered: string | null) =>
  timeliness(requestClock(history(...lines)), answered === null ? null : day(answered));

test.each(fixture.vectors)(
  "due $due: overdue from $firstOverdueDay, very overdue after $fortyWorkingDays",
  (vector) => {
    const answerBy = day(vector.due);
    expect(isOverdue(answerBy, answerBy)).toBe(false);
    expect(isOverdue(answerBy, day(vector.firstOverdueDay))).toBe(true);
    expect(isVeryOverdue(answerBy, day(vector.fortyWorkingDays))).toBe(false);
    expect(isVeryOverdue(answerBy, addDays(day(vector.fortyWorkingDays), 1))).toBe(true);
  },
);

test("working days late are counted from the day after the due date, both ends included", () => {
  expect(workingDaysLate(due, day("2024-04-22"))).toBe(0);
  expect(workingDaysLate(due, day("2024-04-23"))).toBe(1);
  expect(workingDaysLate(due, day("2024-04-26"))).toBe(4);
  expect(workingDaysLate(due, day("2024-04-29"))).toBe(5);
  expect(workingDaysLate(due, day("2024-05-07"))).toBe(10);
});

test("the weekend after a Friday is overdue by no working day", () => {
  const friday = day("2024-10-04");
  expect(isOverdue(friday, day("2024-10-05"))).toBe(true);
  expect(workingDaysLate(friday, day("2024-10-06"))).toBe(0);
  expect(timelinessOf(["sent 2024-09-06"], "2024-10-05")).toEqual({ kind: "late", workingDays: 0 });
});

test("an answer on the due date is in time, one the next day is late", () => {
  expect(timelinessOf(["sent 2024-03-21"], "2024-04-22")).toEqual({ kind: "in-time" });
  expect(timelinessOf(["sent 2024-03-21"], "2024-04-23")).toEqual({ kind: "late", workingDays: 1 });
});

test("an answer inside an extension is in time", () => {
  expect(timelinessOf(["sent 2024-03-21", "extended 2024-04-22"], "2024-05-21")).toEqual({ kind: "in-time" });
  expect(timelinessOf(["sent 2024-03-21", "extended 2024-04-22"], "2024-05-22")).toEqual({
    kind: "late",
    workingDays: 1,
  });
});

test("an answer given while the trust waited for clarification is in time", () => {
  const paused = ["sent 2024-03-21", "clarification-requested 2024-04-10"];
  expect(timelinessOf(paused, "2024-07-01")).toEqual({ kind: "in-time" });
});

test("no lateness is alleged where a day is not known or nothing is known to have arrived", () => {
  expect(timelinessOf(["sent"], "2024-07-01")).toEqual({ kind: "unknown" });
  expect(timelinessOf(["sent 2024-03-21"], null)).toEqual({ kind: "unknown" });
  expect(timelinessOf(["sent 2024-03-21", "bounced 2024-03-21"], "2024-07-01")).toEqual({ kind: "unknown" });
});

test("timeliness is written out", () => {
  expect(formatTimeliness({ kind: "in-time" })).toBe("in time");
  expect(formatTimeliness({ kind: "late", workingDays: 1 })).toBe("1 working day late");
  expect(formatTimeliness({ kind: "late", workingDays: 12 })).toBe("12 working days late");
  expect(formatTimeliness({ kind: "late", workingDays: 0 })).toBe("late, before the next working day");
  expect(formatTimeliness({ kind: "unknown" })).toBe("not known whether in time");
});
