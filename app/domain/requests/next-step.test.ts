import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { history } from "./history.fixture";
import { nextStep } from "./next-step";

const stepOn = (today: string, ...lines: string[]) => nextStep(history(...lines), day(today));
const sent = "sent 2024-03-21";

test("a silent trust is reminded five working days before the due date, and not before", () => {
  expect(stepOn("2024-04-12", sent)).toEqual({ step: "reminder", from: "2024-04-15", now: false });
  expect(stepOn("2024-04-15", sent)).toEqual({ step: "reminder", from: "2024-04-15", now: true });
  expect(stepOn("2024-04-21", sent)).toEqual({ step: "reminder", from: "2024-04-15", now: true });
});

test("an early chaser is no reminder of the due date", () => {
  expect(stepOn("2024-04-16", sent, "chased 2024-04-02")).toMatchObject({ step: "reminder", now: true });
});

test("once reminded, nothing is to do until the due date, and nothing is sent on it", () => {
  expect(stepOn("2024-04-17", sent, "chased 2024-04-16")).toEqual({
    step: "due-today",
    from: "2024-04-22",
    now: false,
  });
  expect(stepOn("2024-04-22", sent, "chased 2024-04-16")).toEqual({ step: "due-today", from: "2024-04-22", now: true });
  expect(stepOn("2024-04-22", sent)).toEqual({ step: "due-today", from: "2024-04-22", now: true });
});

test("the overdue notice goes from the first calendar day after, be it a Saturday", () => {
  expect(stepOn("2024-04-23", sent, "chased 2024-04-16")).toEqual({
    step: "overdue-notice",
    from: "2024-04-23",
    now: true,
  });
  expect(stepOn("2024-10-05", "sent 2024-09-06")).toEqual({ step: "overdue-notice", from: "2024-10-05", now: true });
});

test("a complaint follows ten working days after the overdue notice, once", () => {
  const noticed = [sent, "chased 2024-04-23"];
  expect(stepOn("2024-05-07", ...noticed)).toEqual({ step: "complaint", from: "2024-05-08", now: false });
  expect(stepOn("2024-05-08", ...noticed)).toEqual({ step: "complaint", from: "2024-05-08", now: true });
  expect(stepOn("2024-05-20", ...noticed, "chased 2024-05-15")).toMatchObject({
    step: "complaint",
    from: "2024-05-08",
  });
  expect(stepOn("2024-05-20", ...noticed, "complained 2024-05-09")).toBeNull();
});

test("an address that bounces is put right before anything more is sent", () => {
  expect(stepOn("2024-04-23", sent, "bounced 2024-03-21")).toMatchObject({ step: "correct-address", now: true });
  expect(stepOn("2024-04-24", sent, "chased 2024-04-23", "bounced 2024-04-23")).toMatchObject({
    step: "correct-address",
  });
});

test("a notice that bounced does not start the wait before a complaint", () => {
  const events = [sent, "chased 2024-04-23", "bounced 2024-04-23", "chased 2024-05-01"];
  expect(stepOn("2024-05-08", ...events)).toEqual({ step: "complaint", from: "2024-05-16", now: false });
});

test("the ladder of an extended request hangs from the outer limit", () => {
  expect(stepOn("2024-04-23", sent, "extended 2024-04-22")).toEqual({
    step: "reminder",
    from: "2024-05-14",
    now: false,
  });
});

test("a request waits for staff where the trust waits for them", () => {
  expect(stepOn("2024-03-21")).toEqual({ step: "send", from: null, now: true });
  expect(stepOn("2024-04-11", sent, "clarification-requested 2024-04-10")).toMatchObject({
    step: "clarify",
    now: true,
  });
  expect(stepOn("2024-04-11", sent, "fee-notice 2024-04-10")).toMatchObject({ step: "settle-fee", now: true });
  expect(stepOn("2024-04-11", "sent")).toMatchObject({ step: "find-receipt-day", now: true });
});

test("an answer is to be checked; once accepted or queried nothing is to do", () => {
  expect(stepOn("2024-04-17", sent, "responded 2024-04-16")).toEqual({
    step: "check-answer",
    from: "2024-04-16",
    now: true,
  });
  expect(stepOn("2024-04-17", sent, "part-answered 2024-04-16")).toMatchObject({ step: "check-answer" });
  expect(stepOn("2024-04-17", sent, "responded 2024-04-16", "queried 2024-04-17")).toBeNull();
  expect(stepOn("2024-04-17", sent, "responded 2024-04-16", "accepted 2024-04-17")).toBeNull();
});

test("a refusal may be put to internal review for 40 working days", () => {
  const refused = ["sent 2024-03-01", "refused 2024-03-21"];
  expect(stepOn("2024-05-21", ...refused)).toEqual({ step: "consider-review", from: "2024-03-21", now: true });
  expect(stepOn("2024-05-22", ...refused)).toBeNull();
  expect(stepOn("2024-04-02", ...refused, "accepted 2024-04-01")).toBeNull();
});

test("nothing is to do about a trust that transferred, or whose outcome was not recorded", () => {
  expect(stepOn("2024-05-21", sent, "not-held 2024-04-22 ZD51")).toBeNull();
  expect(stepOn("2024-05-21", sent, "outcome-not-recorded")).toBeNull();
});
