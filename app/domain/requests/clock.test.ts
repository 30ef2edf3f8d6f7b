import { expect, test } from "vitest";
import { OutsideHolidayTable } from "../calendar/bank-holidays";
import { requestClock } from "./clock";
import { history } from "./history.fixture";

const clockOf = (...lines: string[]) => requestClock(history(...lines));

/** The due date of a running clock, else what it does instead. */
const dueOf = (...lines: string[]) => {
  const clock = clockOf(...lines);
  return clock.kind === "running" ? clock.due.to : clock.kind;
};

test("a request sent on 21 March 2024 is due on 22 April, with its working", () => {
  const clock = clockOf("sent 2024-03-21");
  expect(clock).toMatchObject({ kind: "running", receivedBy: "sent", answerBy: "2024-04-22", extension: null });
  expect(clock).toMatchObject({ due: { from: "2024-03-21", to: "2024-04-22", workingDays: 20 } });
  expect(clock).toMatchObject({ due: { skipped: [{ name: "Good Friday" }, { name: "Easter Monday" }] } });
});

test("the clock runs from delivery where that is recorded, and from sending where the day of delivery is not", () => {
  expect(clockOf("sent 2024-03-21", "delivered 2024-03-25")).toMatchObject({
    receivedBy: "delivered",
    due: { from: "2024-03-25", to: "2024-04-24" },
  });
  expect(dueOf("sent 2024-03-21", "delivered")).toBe("2024-04-22");
});

test("nothing sent is no clock", () => {
  expect(dueOf()).toBe("not-started");
  expect(dueOf("note 2024-03-21")).toBe("not-started");
});

test("a request that bounced has not been received; one sent again runs from then", () => {
  expect(clockOf("sent 2024-03-21", "bounced 2024-03-22")).toEqual({ kind: "undelivered", on: "2024-03-22" });
  expect(dueOf("sent 2024-03-21", "bounced 2024-03-22", "sent 2024-04-02")).toBe("2024-04-30");
  expect(dueOf("sent 2024-03-21", "bounced 2024-03-22", "delivered 2024-03-25")).toBe("2024-04-24");
});

test("a chaser that bounced, or was delivered, leaves the clock of the request alone", () => {
  expect(dueOf("sent 2024-03-21", "chased 2024-04-15", "bounced 2024-04-15")).toBe("2024-04-22");
  expect(dueOf("sent 2024-03-21", "chased 2024-04-15", "delivered 2024-04-15")).toBe("2024-04-22");
});

test("a bounce after the trust has replied is not the request's", () => {
  expect(dueOf("sent 2024-03-21", "acknowledged 2024-03-22", "bounced 2024-03-25")).toBe("2024-04-22");
});

test("a second copy does not make the request a new one", () => {
  expect(dueOf("sent 2024-03-21", "sent 2024-04-02")).toBe("2024-04-22");
  expect(dueOf("sent 2024-03-21", "sent 2024-04-02", "bounced 2024-04-02")).toBe("2024-04-22");
});

test("acknowledgements, chasers and notes change nothing", () => {
  expect(dueOf("sent 2024-03-21", "acknowledged 2024-03-22", "chased 2024-04-15", "note 2024-04-16")).toBe(
    "2024-04-22",
  );
});

test("clarification pauses the clock, and a fresh twenty days start when it arrives", () => {
  const asked = ["sent 2024-03-21", "clarification-requested 2024-04-10"];
  expect(clockOf(...asked)).toEqual({ kind: "paused", for: "clarification", since: "2024-04-10" });
  expect(clockOf(...asked, "clarified 2024-05-01")).toMatchObject({
    receivedBy: "clarified",
    due: { from: "2024-05-01", to: "2024-05-31" },
  });
  expect(dueOf(...asked, "clarified 2024-05-01", "clarification-requested 2024-05-10")).toBe("paused");
});

test("a pause lasts since the first question or notice that is still open", () => {
  expect(
    clockOf("sent 2024-03-21", "clarification-requested 2024-04-10", "clarification-requested 2024-04-12"),
  ).toMatchObject({ since: "2024-04-10" });
  expect(
    clockOf("sent 2024-03-21", "fee-notice 2024-04-03", "fee-notice 2024-04-08", "fee-received 2024-04-16"),
  ).toMatchObject({ due: { disregarded: 10 } });
});

test("a clarification that bounced has not been given", () => {
  expect(
    clockOf("sent 2024-03-21", "clarification-requested 2024-04-10", "clarified 2024-05-01", "bounced 2024-05-02"),
  ).toEqual({ kind: "paused", for: "clarification", since: "2024-04-10" });
});

test("a fee notice pauses the clock, and its working days do not count once the fee is paid", () => {
  const notice = ["sent 2024-03-21", "fee-notice 2024-04-03"];
  expect(clockOf(...notice)).toEqual({ kind: "paused", for: "fee", since: "2024-04-03" });
  expect(clockOf(...notice, "fee-received 2024-04-16")).toMatchObject({ due: { to: "2024-05-07", disregarded: 10 } });
});

test("a fee period that ended before clarification arrived does not lengthen the fresh twenty days", () => {
  const feeThenClarified = ["fee-notice 2024-04-03", "fee-received 2024-04-05", "clarification-requested 2024-04-10"];
  expect(dueOf("sent 2024-03-21", ...feeThenClarified, "clarified 2024-05-01")).toBe("2024-05-31");
});

test("the public interest test keeps both dates, and moves only the answer", () => {
  expect(clockOf("sent 2024-03-21", "extended 2024-04-19")).toMatchObject({
    due: { to: "2024-04-22" },
    extension: { noticeOn: "2024-04-19", outerLimit: { to: "2024-05-21", workingDays: 40 } },
    answerBy: "2024-05-21",
  });
});

test("a fresh twenty days end an earlier extension", () => {
  expect(
    clockOf("sent 2024-03-21", "extended 2024-04-19", "clarification-requested 2024-04-22", "clarified 2024-05-01"),
  ).toMatchObject({ extension: null, answerBy: "2024-05-31" });
});

test("where the source gives no day there is no due date, and that is said", () => {
  expect(clockOf("sent")).toEqual({
    kind: "unknown",
    why: "The source does not say on which day the trust received the request, so there is no due date.",
  });
  expect(dueOf("sent", "delivered 2024-03-21")).toBe("2024-04-22");
  expect(dueOf("sent 2024-03-21", "clarification-requested 2024-04-10", "clarified")).toBe("unknown");
  expect(dueOf("sent 2024-03-21", "fee-notice", "fee-received 2024-04-16")).toBe("unknown");
});

test("the first answer stops the clock", () => {
  expect(dueOf("sent 2024-03-21", "responded 2024-04-16", "clarification-requested 2024-04-18")).toBe("2024-04-22");
});

test("a day outside the holiday table is an error, not a guess", () => {
  expect(() => clockOf("sent 2011-03-21")).toThrow(OutsideHolidayTable);
});
